import { referenceCodeList } from "@customhouse/api/reference/operations";
import { containerAlarmCodes, internationalCodeLists } from "@customhouse/model";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";

const MAX_ENTRIES = 20_000;

export const codeList = operation(referenceCodeList, { bulkhead: "status" }, async (call) => {
  // The country's own list of the same name wins over the international one.
  const own = call.platform.country.messages.codeLists;
  const lists = [...own, ...internationalCodeLists, containerAlarmCodes];
  const found = lists.find((list) => list.id === call.params.id);
  if (!found) return problem(errors.notFound);
  const { on } = call.query;
  const entries = found.entries.filter(
    (entry) =>
      on === undefined ||
      ((entry.validFrom ?? "") <= on && (entry.validTo === undefined || on < entry.validTo)),
  );
  return ok(
    { ...found, entries: entries.slice(0, MAX_ENTRIES) },
    { "Cache-Control": "public, max-age=300" },
  );
});
