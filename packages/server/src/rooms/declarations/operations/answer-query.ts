import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, mrnParams, reasonText } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const answerQuery = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.answerQuery",
      method: "post",
      path: "/v1/declarations/{mrn}/answers",
      summary: "Answer a question of customs",
      tag: "Declarations",
      action: "answerQuery",
      bulkhead: "formal",
      bodyKind: "json",
      params: mrnParams,
      body: z.strictObject({ queryId: z.string().min(1).max(100), text: reasonText }),
      answers: { 200: { description: "Answered", schema: acted } },
    },
    (call) =>
      act(room.mainPath, call, {
        type: "AnswerQuery",
        queryId: call.body.queryId,
        text: call.body.text,
      }),
  );
