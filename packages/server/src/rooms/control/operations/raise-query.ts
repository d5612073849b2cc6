import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, caseParams, reasonText } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const raiseQuery = (room: ControlRoom) =>
  caseOperation(
    {
      id: "officer.raiseQuery",
      method: "post",
      path: "/v1/cases/{caseId}/queries",
      summary: "Ask the declarant a question",
      tag: "Officers",
      action: "raiseQuery",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: z.strictObject({ text: reasonText }),
      answers: { 200: { description: "Recorded", schema: acted } },
    },
    (call) => act(room.mainPath, call, { type: "RaiseQuery", text: call.body.text }),
  );
