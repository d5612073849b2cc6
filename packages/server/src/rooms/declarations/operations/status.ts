import { declarationStatus } from "@customhouse/api/declarations/reading";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { DeclarationsRoom } from "../room.ts";
import { caseAnswer } from "../wire/case-answer.ts";

export const status = (room: DeclarationsRoom) =>
  caseOperation(declarationStatus, { action: "viewCase", bulkhead: "status" }, async (call) =>
    ok(await caseAnswer({ history: room.store, reviews: room.queues }, call)),
  );
