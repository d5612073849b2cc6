import { caseConfirmErasure } from "@customhouse/api/cases/erasure";
import { caseOperation } from "../../../platform/http/define.ts";
import { erasableDeclaration } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { doneReply } from "./shared.ts";

export const confirmErasure = (room: ErasureRoom) =>
  caseOperation(
    caseConfirmErasure,
    { action: "eraseCase", bulkhead: "formal" },
    async ({ principal, file }) =>
      doneReply(
        await room.requests.confirm(
          erasableDeclaration(file.case, room.declarations),
          principal.subject,
        ),
      ),
  );
