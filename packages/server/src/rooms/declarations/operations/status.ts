import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { mrnParams, status as statusSchema } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { caseAnswer } from "../wire/case-answer.ts";

export const status = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.status",
      method: "get",
      path: "/v1/declarations/{mrn}",
      summary: "Where a declaration stands, what happens next and who has it",
      tag: "Declarations",
      action: "viewCase",
      bulkhead: "status",
      params: mrnParams,
      answers: {
        200: { description: "The four regions and the milestones", schema: statusSchema },
      },
    },
    async (call) => ok(await caseAnswer({ history: room.store, control: room.control }, call)),
  );
