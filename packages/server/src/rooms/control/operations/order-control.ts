import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, caseParams } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const orderControl = (room: ControlRoom) =>
  caseOperation(
    {
      id: "officer.orderControl",
      method: "post",
      path: "/v1/cases/{caseId}/controls",
      summary: "Order a control",
      tag: "Officers",
      action: "orderControl",
      bulkhead: "formal",
      bodyKind: "json",
      params: caseParams,
      body: z.strictObject({ control: z.enum(["documentary", "physical", "non-blocking"]) }),
      answers: { 200: { description: "Recorded", schema: acted } },
    },
    (call) => act(room.mainPath, call, { type: "OrderControl", control: call.body.control }),
  );
