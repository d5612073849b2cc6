import { officerReadCase } from "@customhouse/api/cases/reading";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";
import { caseAnswer } from "../wire/case-answer.ts";

export const readCase = (room: DeclarationsRoom) =>
  caseOperation(officerReadCase, { action: "viewCase", bulkhead: "status" }, async (call) =>
    ok(await caseAnswer({ history: room.store, reviews: room.queues }, call)),
  );
