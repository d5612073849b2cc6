import { caseOperation } from "../../../platform/http/define.ts";
import { caseParams } from "../../../platform/http/schemas.ts";
import { erasableDeclaration } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { erasureReply, erasureSchema } from "./shared.ts";

export const confirmErasure = (room: ErasureRoom) =>
  caseOperation(
    {
      id: "case.confirmErasure",
      method: "post",
      path: "/v1/cases/{caseId}/erasure/confirmation",
      summary: "Erase what another administrator asked for. It cannot be undone; every proof stays",
      tag: "Data protection",
      action: "eraseCase",
      bulkhead: "formal",
      params: caseParams,
      answers: { 200: { description: "Erased, now or before", schema: erasureSchema } },
    },
    async ({ principal, file }) =>
      erasureReply(
        await room.desk.confirm(erasableDeclaration(file.case, room.mainPath), principal.subject),
      ),
  );
