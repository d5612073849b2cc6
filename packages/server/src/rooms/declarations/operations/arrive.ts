import { declarationArrive } from "@customhouse/api/declarations/lodging";
import { caseOperation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const arrive = (room: DeclarationsRoom) =>
  caseOperation(declarationArrive, { action: "present", bulkhead: lodgingWall }, (call) =>
    lodge(room, call, { expect: ["arrival"], mrn: call.file.case.mrn }),
  );
