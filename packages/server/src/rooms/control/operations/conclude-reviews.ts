import { officerConcludeReviews } from "@customhouse/api/cases/acts";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { ControlRoom } from "../room.ts";

export const concludeReviews = (room: ControlRoom) =>
  caseOperation(
    officerConcludeReviews,
    { action: "recordControl", bulkhead: "formal" },
    async ({ platform: { clock }, principal, file, body: { outcome } }) => {
      const done = { outcome, by: principal.subject, at: clock().toISOString() };
      return ok({ concluded: await room.store.concludeReviews(file.case.caseId, done) });
    },
  );
