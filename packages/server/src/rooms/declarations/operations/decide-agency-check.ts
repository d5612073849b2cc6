import { agencyDecide } from "@customhouse/api/cases/acts";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const decide = (room: DeclarationsRoom) =>
  caseOperation(agencyDecide, { action: "decideAgencyCheck", bulkhead: "formal" }, async (call) => {
    const { agency } = call.principal;
    const check = call.file.case.checks.find((one) => one.id === call.body.checkId);
    // Another agency's check is as good as absent, even in a case both look at.
    if (!check || check.agency !== agency) return problem(errors.notFound);
    return act(room.declarations, call, { type: "DecideAgencyCheck", ...call.body });
  });
