/** Erasing personal data: who asked, on what ground, who confirmed, when nothing was left. */
import { ERASURE_REASONS } from "@customhouse/model";
import { z } from "@hono/zod-openapi";
import { json, jsonBody } from "../operation.ts";
import type { Given, Shape } from "../shape.ts";
import { EXAMPLE, instant } from "./basic.ts";

export const erasureReason = z.enum(ERASURE_REASONS);

export const erasureGround = z.strictObject({
  reason: erasureReason,
  legalBasis: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,34}$/, "is not a code")
    .openapi({ description: "A code of the country" }),
});

export const erasure = z
  .object({
    caseId: z.uuid(),
    reason: erasureReason,
    legalBasis: z.string(),
    askedBy: z.string(),
    askedAt: instant,
    confirmedBy: z.string().optional(),
    confirmedAt: instant.optional(),
    wipedAt: instant.optional().openapi({ description: "When nothing personal was left" }),
  })
  .openapi("Erasure");

export type ErasureGround = Given<typeof erasureGround>;
export type Erasure = Shape<typeof erasure>;

export const EXAMPLE_GROUND: ErasureGround = {
  reason: "retention-over",
  legalBasis: "DPA-17",
};
export const EXAMPLE_ERASURE: Erasure = {
  ...EXAMPLE_GROUND,
  caseId: EXAMPLE.caseId,
  askedBy: "admin-1",
  askedAt: EXAMPLE.at,
};
export const EXAMPLE_ERASED: Erasure = {
  ...EXAMPLE_ERASURE,
  confirmedBy: "admin-2",
  confirmedAt: EXAMPLE.later,
  wipedAt: EXAMPLE.later,
};

/** Asking for an erasure, and confirming it, is the same for every sort of case. */
export const ASK_ERASURE = {
  method: "post",
  body: jsonBody(erasureGround, EXAMPLE_GROUND),
  errors: [409, 422],
  answers: {
    200: json("They were erased already", erasure, EXAMPLE_ERASED),
    202: json("It waits for a second administrator", erasure, EXAMPLE_ERASURE),
  },
} as const;
export const CONFIRM_ERASURE = {
  method: "post",
  summary: "Erase what another administrator asked for. It cannot be undone; every proof stays",
  errors: [409, 422],
  answers: { 200: json("Erased, now or before", erasure, EXAMPLE_ERASED) },
} as const;
