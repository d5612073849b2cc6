import { z } from "@hono/zod-openapi";
import { caseOperation } from "../../../platform/http/define.ts";
import { acted, caseParams } from "../../../platform/http/schemas.ts";
import { act } from "../../declarations/wire/acted.ts";
import type { ControlRoom } from "../room.ts";

export const recordDeparture = (room: ControlRoom) =>
  caseOperation(
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
    (call) => act(room.mainPath, call, { type: "Depart", ...call.body }),
  );
