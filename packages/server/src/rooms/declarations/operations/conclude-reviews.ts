import { officerConcludeReviews } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const concludeReviews = (room: DeclarationsRoom) =>
  caseOperation(
    officerConcludeReviews,
    { action: "recordControl", bulkhead: "formal" },
    async ({ platform: { clock }, principal, file, body: { outcome } }) => {
      const done = { outcome, by: principal.subject, at: clock().toISOString() };
      return ok({ concluded: await room.queues.concludeReviews(file.case.caseId, done) });
    },
  );
