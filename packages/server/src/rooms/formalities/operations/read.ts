import { formalityRead } from "@customhouse/api/formalities/operations";
import { type Facts, legalDay } from "@customhouse/model";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { Formalities } from "../contract.ts";
import { type Found, findFormality, formalityView } from "../formality-answer.ts";
import type { FormalitiesRoom } from "../room.ts";

export const read = (room: FormalitiesRoom) =>
  operation(formalityRead, { action: "viewFormality", bulkhead: "status" }, async (call) => {
    const found = await findFormality(room.formalities, call, call.params.number, "viewFormality");
    if (!found.ok) return found.reply;
    const { clock, country } = call.platform;
    const own = await ownFacts(room.formalities, found);
    return ok(
      formalityView(found.formality, found.kind, found.reader, legalDay(clock(), country), own),
    );
  });

/** Each of several filers reads only its own part: others may not know its customers. */
async function ownFacts(
  formalities: Formalities,
  { formality, reader, party }: Found,
): Promise<Facts> {
  // Who only oversees the system reads states, not what people wrote.
  if (reader.role === "administrator") return {};
  return reader.relation === "part" && party !== undefined
    ? formalities.givenFacts(formality, party)
    : formalities.personalFacts(formality, party);
}
