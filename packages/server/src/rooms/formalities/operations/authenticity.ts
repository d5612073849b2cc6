import { timingSafeEqual } from "node:crypto";
import { formalityAuthenticity } from "@customhouse/api/formalities/operations";
import { isInForce } from "@customhouse/formalities";
import { legalDay } from "@customhouse/model";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { FormalitiesRoom } from "../room.ts";

/** The facts that the paper itself shows, and no others. */
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

export const authenticity = (room: FormalitiesRoom) =>
  operation(formalityAuthenticity, { bulkhead: "status" }, async (call) => {
    const { country, clock } = call.platform;
    const formality = await room.formalities.byNumber(call.params.number);
    const kind = country.formalities.find((entry) => entry.kind === formality?.kind);
    const genuine =
      formality !== undefined && kind?.verifiable === true && same(formality.code, call.query.code);
    if (!genuine || kind === undefined) {
      return problem(errors.notFound, { message: "Nothing has this number and this code." });
    }
    const { number, state, agency } = formality;
    const facts = Object.fromEntries(
      Object.entries(formality.facts).filter(([name]) => SHOWN.includes(name)),
    );
    const inForce = isInForce(formality, kind, legalDay(clock(), country));
    return ok({ genuine: true, kind: kind.kind, number, state, inForce, agency, facts });
  });

function same(one: string, other: string): boolean {
  const bytes = Buffer.from(one);
  const given = Buffer.from(other);
  return bytes.length === given.length && timingSafeEqual(bytes, given);
}
