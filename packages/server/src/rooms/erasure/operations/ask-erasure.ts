import { caseAskErasure } from "@customhouse/api/cases/erasure";
import { caseOperation } from "../../../platform/http/define.ts";
import { erasableDeclaration } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { askedReply } from "./shared.ts";

export const askErasure = (room: ErasureRoom) =>
  caseOperation(
    caseAskErasure,
    { action: "eraseCase", bulkhead: "formal" },
    async ({ principal, file, body }) => {
      const erasable = erasableDeclaration(file.case, room.declarations);
      return askedReply(await room.requests.ask(erasable, body, principal.subject));
    },
  );
