import { caseOperation } from "../../../platform/http/define.ts";
import { caseParams } from "../../../platform/http/schemas.ts";
import { erasableDeclaration } from "../erasable.ts";
import type { ErasureRoom } from "../room.ts";
import { erasureBody, erasureReply, erasureSchema } from "./shared.ts";

export const askErasure = (room: ErasureRoom) =>
  caseOperation(
    {
      id: "case.askErasure",
      method: "post",
      path: "/v1/cases/{caseId}/erasure",
      summary:
        "Ask for the personal data of a declaration that is over to be erased; another confirms it",
      tag: "Data protection",
      action: "eraseCase",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: erasureBody,
      answers: {
        200: { description: "They were erased already", schema: erasureSchema },
        202: { description: "It waits for a second administrator", schema: erasureSchema },
      },
    },
    async ({ principal, file, body }) => {
      const erasable = erasableDeclaration(file.case, room.mainPath);
      return erasureReply(await room.desk.ask(erasable, body, principal.subject));
    },
  );
