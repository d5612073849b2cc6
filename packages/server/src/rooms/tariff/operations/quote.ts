import { tariffQuote } from "@customhouse/api/tariff/quote";
import { declarationOfQuote, quote as quoteFor } from "@customhouse/clearance";
import { legalDay } from "@customhouse/model";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

/** A checkout asks what goods will cost at the border: the same assessment as a declaration's, explained step by step. */
export const quote = operation(tariffQuote, { bulkhead: "playground" }, async (call) => {
  const { on, knownOn, ...request } = call.body;
  const { country, clock } = call.platform;
  const day = on ?? legalDay(clock(), country);
  const at = { on: day, knownOn: knownOn ?? day };
  return ok({ ...at, ...quoteFor(declarationOfQuote(request), country, at) });
});
