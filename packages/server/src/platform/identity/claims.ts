/** The claims of an access token. Another issuer has to give the same ones. */
import type { JWTPayload } from "jose";
import { z } from "zod";
import { roles } from "../access/actions.ts";
import type { Principal } from "../access/principal.ts";

const short = z.string().min(1).max(100);

const claimsSchema = z
  .object({
    sub: z.string().min(1).max(255),
    role: z.enum(roles),
    name: z.string().max(200).optional(),
    /** Trader identification number, for traders and brokers. */
    tin: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,35}$/)
      .optional(),
    /** Agency code, for officers of an agency. */
    agency: short.optional(),
    /** Customs office. Absent: the whole country. */
    office: short.optional(),
    client_id: short.optional(),
  })
  .refine((claims) => claims.role !== "trader" || claims.tin, "a trader needs a tin")
  .refine(
    (claims) => claims.role !== "agency" || claims.agency,
    "an agency officer needs an agency",
  );

export function principalFromClaims(payload: JWTPayload): Principal | undefined {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) {
    return undefined;
  }
  const { sub, role, name, tin, agency, office, client_id } = parsed.data;
  return { subject: sub, role, name, tin, agency, office, client: client_id };
}
