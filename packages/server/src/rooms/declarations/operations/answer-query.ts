import { declarationAnswerQuery } from "@customhouse/api/declarations/answering";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { act } from "../wire/acted.ts";

export const answerQuery = (room: DeclarationsRoom) =>
  caseOperation(declarationAnswerQuery, { action: "answerQuery", bulkhead: "formal" }, (call) =>
    act(room.declarations, call, {
      type: "AnswerQuery",
      queryId: call.body.queryId,
      text: call.body.text,
    }),
  );
