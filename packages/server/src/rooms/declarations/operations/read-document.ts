import { declarationReadDocument } from "@customhouse/api/declarations/reading";
import { errors } from "../../../platform/errors.ts";
import { caseOperation } from "../../../platform/http/define.ts";
import { erased } from "../../../platform/http/erased.ts";
import { content, problem } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const readDocument = (room: DeclarationsRoom) =>
  caseOperation(
    declarationReadDocument,
    { action: "viewUploads", bulkhead: "status" },
    async (call) => {
      const found = await room.store.uploadContent(call.file.case.caseId, call.params.id);
      if (!found && call.file.case.erased !== undefined)
        return erased(call.file.case, call.platform.country);
      if (!found) return problem(errors.notFound);
      // Somebody else's file must never open as a page of ours.
      const headers = { "Content-Disposition": "attachment" };
      return content(found.mediaType, found.content, headers);
    },
  );
