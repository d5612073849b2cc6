import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, caseParams } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";

export const recordDeparture = caseOperation(
  {
    id: "officer.recordDeparture",
    method: "post",
    path: "/v1/cases/{caseId}/departures",
    summary: "Record that the goods left",
    tag: "Officers",
    action: "recordMovement",
    bulkhead: "formal",
    bodyKind: "json",
    params: caseParams,
    body: z.strictObject({ office: z.string().min(1).max(35).optional() }),
    answers: { 200: { description: "Recorded", schema: acted } },
  },
  (call) => act(call, { type: "Depart", ...call.body }),
);
