import { caseOperation } from "../../../platform/http/define.ts";
import { lodged, mrnParams } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const amend = (room: DeclarationsRoom) =>
  caseOperation(
    {
      id: "declaration.amend",
      method: "post",
      path: "/v1/declarations/{mrn}/amendments",
      summary: "Ask to amend a declaration",
      tag: "Declarations",
      action: "amend",
      bulkhead: lodgingWall,
      bodyKind: "message",
      params: mrnParams,
      answers: { 202: { description: "The request was registered", schema: lodged } },
    },
    (call) => lodge(room, call, { expect: ["amendment"], mrn: call.file.case.mrn }),
  );
