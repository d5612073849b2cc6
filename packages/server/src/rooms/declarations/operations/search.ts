import { declarationSearch } from "@customhouse/api/declarations/reading";
import { recordRead } from "../../../platform/access/audit.ts";
import { listScope } from "../../../platform/access/scope.ts";
import type { CaseSummary } from "../../../platform/cases/case-file.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { askedPage, pageView } from "../../../platform/http/page.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const search = (room: DeclarationsRoom) =>
  operation(declarationSearch, { action: "listCases", bulkhead: "analytics" }, async (call) => {
    const { after, limit, ...filter } = call.query;
    const asked = askedPage("declarations", { after, limit });
    const scope = listScope(call.platform.access, call.principal, call.platform.country.register);
    if (!asked.ok) return asked.reply;
    if (!scope) return problem(errors.notAllowed);
    const seesLane = call.platform.access
      .labels(
        call.principal.role,
        scope.kind === "declarants" ? "own" : "office",
        call.purpose !== undefined,
      )
      .has("restricted");
    // Filtering by what one may not see would tell it all the same.
    const allowed = seesLane ? filter : { ...filter, lane: undefined };
    await recordRead(call, call.principal, "listCases");
    const page = await room.store.search(scope, allowed, asked.page);
    return ok(pageView("declarations", page, (item) => summaryView(item, seesLane)));
  });

function summaryView(item: CaseSummary, seesLane: boolean): CaseSummary {
  return seesLane ? item : { ...item, lane: undefined };
}
