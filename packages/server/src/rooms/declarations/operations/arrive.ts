import { caseOperation } from "../../../platform/http/define.ts";
import { lodged, mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const arrive = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.arrive",
      method: "post",
      path: "/v1/declarations/{mrn}/arrivals",
      summary: "Present the goods of a pre-lodged declaration",
      tag: "Declarations",
      action: "present",
      bulkhead: lodgingWall,
      bodyKind: "message",
      params: mrnParams,
      answers: { 202: { description: "The presentation was registered", schema: lodged } },
    },
    (call) => lodge(room, call, { expect: ["arrival"], mrn: call.file.case.mrn }),
  );
