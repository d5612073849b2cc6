import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, caseParams, reasonText } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const release = (room: ControlRoom) =>
  caseOperation(
    {
      id: "officer.release",
      method: "post",
      path: "/v1/cases/{caseId}/releases",
      summary: "Release: every open control is satisfactory",
      tag: "Officers",
      action: "releaseGoods",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: z.strictObject({ finding: reasonText.optional() }),
      answers: { 200: { description: "Recorded", schema: acted } },
    },
    (call) =>
      act(room.mainPath, call, {
        type: "RecordControlResult",
        result: "satisfactory",
        ...call.body,
      }),
  );
