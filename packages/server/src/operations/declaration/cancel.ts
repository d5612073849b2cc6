import { caseOperation } from "../../http/define.ts";
import { lodged, mrnParams } from "../../openapi/schemas.ts";
import { lodge, lodgingWall } from "../shared/lodge.ts";

export const cancel = caseOperation(
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
  (call) => lodge(call, { expect: ["cancellation"], mrn: call.file.case.mrn }),
);
