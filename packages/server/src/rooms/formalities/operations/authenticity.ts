import { timingSafeEqual } from "node:crypto";
import { isInForce } from "@customhouse/formalities";
import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { numberParams } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";

/** What the paper itself shows; nothing else. */
const SHOWN = [
  "documentType",
  "commodities",
  "origins",
  "quantity",
  "unit",
  "validFrom",
  "validTo",
  "type",
];

const answer = z.object({
  genuine: z.literal(true),
  kind: z.string(),
  number: z.string(),
  state: z.string(),
  inForce: z.boolean(),
  agency: z.string().optional(),
  facts: z.record(z.string(), z.unknown()),
});

export const authenticity = (room: FormalitiesRoom) =>
  operation(
    {
      id: "formality.authenticity",
      method: "get",
      path: "/v1/formalities/{number}/authenticity",
      summary: "Is this permit genuine? For anybody who holds it: number and code",
      tag: "Formalities",
      action: "open",
      bulkhead: "status",
      params: numberParams,
      query: z.object({ code: z.string().regex(/^[A-Z0-9]{1,20}$/) }),
      answers: { 200: { description: "Genuine", schema: answer } },
    },
    async (call) => {
      const { country, clock } = call.platform;
      const formality = await room.formalities.byNumber(call.params.number);
      const kind = country.formalities.find((entry) => entry.kind === formality?.kind);
      const genuine =
        formality !== undefined &&
        kind?.verifiable === true &&
        same(formality.code, call.query.code);
      if (!genuine || kind === undefined) {
        return problem(errors.notFound, { message: "Nothing has this number and this code." });
      }
      const { number, state, agency } = formality;
      const facts = Object.fromEntries(
        Object.entries(formality.facts).filter(([name]) => SHOWN.includes(name)),
      );
      const inForce = isInForce(formality, kind, clock().toISOString().slice(0, 10));
      return ok({ genuine: true, kind: kind.kind, number, state, inForce, agency, facts });
    },
  );

function same(one: string, other: string): boolean {
  const bytes = Buffer.from(one);
  const given = Buffer.from(other);
  return bytes.length === given.length && timingSafeEqual(bytes, given);
}
