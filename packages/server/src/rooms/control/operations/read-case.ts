import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { caseParams, status } from "../../../platform/http/schemas.ts";
import { caseAnswer } from "../../declarations/wire/case-answer.ts";
import type { ControlRoom } from "../room.ts";

export const readCase = (room: ControlRoom) =>
  caseOperation(
    {
      id: "officer.readCase",
      method: "get",
      path: "/v1/cases/{caseId}",
      summary: "A case by its id; send a Purpose header to see restricted data",
      tag: "Officers",
      action: "viewCase",
      bulkhead: "status",
      params: caseParams,
      answers: { 200: { description: "The four regions and the milestones", schema: status } },
    },
    async (call) => ok(await caseAnswer({ history: room.declarations, control: room.store }, call)),
  );
