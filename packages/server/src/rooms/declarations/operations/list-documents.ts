import { declarationListDocuments } from "@customhouse/api/declarations/reading";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";

export const listDocuments = (room: DeclarationsRoom) =>
  caseOperation(
    declarationListDocuments,
    { action: "viewUploads", bulkhead: "status" },
    async ({ file: { case: found } }) =>
      ok({
        items: await room.store.uploads(found.caseId),
        ...(found.erased === undefined ? {} : { erased: found.erased.at }),
      }),
  );
