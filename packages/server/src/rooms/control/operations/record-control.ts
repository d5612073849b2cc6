import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, caseParams, reasonText } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const recordControl = (room: ControlRoom) =>
  caseOperation(
    {
      id: "officer.recordControl",
      method: "post",
      path: "/v1/cases/{caseId}/control-results",
      summary: "Record the result of a control",
      tag: "Officers",
      action: "recordControl",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: z.strictObject({
        taskId: z.string().min(1).max(100).optional(),
        result: z.enum(["satisfactory", "detained", "refused"]),
        findings: z
          .array(
            z.strictObject({
              code: z.string().min(1).max(20),
              item: z.number().int().min(1).max(9_999).optional(),
            }),
          )
          .max(100)
          .optional(),
        finding: reasonText.optional(),
      }),
      answers: { 200: { description: "Recorded", schema: acted } },
    },
    (call) => act(room.mainPath, call, { type: "RecordControlResult", ...call.body }),
  );
