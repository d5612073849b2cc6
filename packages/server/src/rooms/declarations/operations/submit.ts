import { operation } from "../../../platform/http/define.ts";
import { lodged } from "../../../platform/http/schemas.ts";
import type { DeclarationsRoom } from "../room.ts";
import { lodge, lodgingWall } from "./lodge-message.ts";

export const submit = (room: DeclarationsRoom) =>
  operation(
    {
      id: "declaration.submit",
      method: "post",
      path: "/v1/declarations",
      summary: "Lodge a declaration, as XML or JSON",
      tag: "Declarations",
      action: "lodge",
      bulkhead: lodgingWall,
      bodyKind: "message",
      answers: {
        202: { description: "Registered, with a signed promise of a receipt", schema: lodged },
      },
    },
    (call) => lodge(room, call, { expect: ["declaration"] }),
  );
