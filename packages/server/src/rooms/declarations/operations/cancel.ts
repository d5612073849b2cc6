import { declarationCancel } from "@customhouse/api/declarations/lodging";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const cancel = (room: DeclarationsRoom) =>
  caseOperation(declarationCancel, { action: "cancel", bulkhead: lodgingWall }, (call) =>
    lodge(room, call, { expect: ["cancellation"], mrn: call.file.case.mrn }),
  );
