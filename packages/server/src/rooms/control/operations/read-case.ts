import { officerReadCase } from "@customhouse/api/cases/reading";
import { caseOperation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { caseAnswer } from "../../declarations/wire/case-answer.ts";
import type { ControlRoom } from "../room.ts";

export const readCase = (room: ControlRoom) =>
  caseOperation(officerReadCase, { action: "viewCase", bulkhead: "status" }, async (call) =>
    ok(await caseAnswer({ history: room.declarations, control: room.store }, call)),
  );
