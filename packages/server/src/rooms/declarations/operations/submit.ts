import { declarationSubmit } from "@customhouse/api/declarations/lodging";
import { operation } from "../../../platform/http/define.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const submit = (room: DeclarationsRoom) =>
  operation(declarationSubmit, { action: "lodge", bulkhead: lodgingWall }, (call) =>
    lodge(room, call, { expect: ["declaration"] }),
  );
