import { caseOperation } from "../../../platform/http/define.ts";
import { lodged, mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const cancel = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.cancel",
      method: "post",
      path: "/v1/declarations/{mrn}/cancellations",
      summary: "Ask to cancel a declaration",
      tag: "Declarations",
      action: "cancel",
      bulkhead: lodgingWall,
      bodyKind: "message",
      params: mrnParams,
      answers: { 202: { description: "The request was registered", schema: lodged } },
    },
    (call) => lodge(room, call, { expect: ["cancellation"], mrn: call.file.case.mrn }),
  );
