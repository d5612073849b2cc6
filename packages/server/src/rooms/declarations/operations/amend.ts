import { declarationAmend } from "@customhouse/api/declarations/lodging";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const amend = (room: DeclarationsRoom) =>
  caseOperation(declarationAmend, { action: "amend", bulkhead: lodgingWall }, (call) =>
    lodge(room, call, { expect: ["amendment"], mrn: call.file.case.mrn }),
  );
