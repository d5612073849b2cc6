import { type AgencyCase, agencyQueue } from "@customhouse/api/cases/reading";
import { recordRead } from "../../../platform/access/audit.ts";
import type { CaseFile } from "../../../platform/cases/case-file.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const queue = (room: DeclarationsRoom) =>
  operation(agencyQueue, { action: "viewAgencyQueue", bulkhead: "status" }, async (call) => {
    const { agency } = call.principal;
    if (!agency) return problem(errors.notAllowed);
    await recordRead(call, call.principal, "viewAgencyQueue");
    const files = await room.queues.agencyQueue(agency, call.query.limit);
    return ok({ items: files.map((file) => waitingView(file, agency)) });
  });

function waitingView({ case: found }: CaseFile, agency: string): AgencyCase {
  const own = found.checks.filter((check) => check.agency === agency);
  const open = own.flatMap(({ state, ...check }) =>
    state === "open" || state === "held" ? [{ ...check, state }] : [],
  );
  const { caseId, mrn, lrn } = found;
  const checks = open.map(({ id, check, item, state, dueAt }) => {
    const commodity = found.items.find((one) => one.sequence === item)?.commodity ?? "";
    return { id, check, item, commodity, state, dueAt };
  });
  return { caseId, mrn, lrn, checks };
}
