import { traderRecognised } from "@customhouse/api/traders/operations";
import { recordRead } from "../../../platform/access/audit.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";

export const recognised = (room: TradersRoom) =>
  operation(traderRecognised, { action: "readRegister", bulkhead: "status" }, async (call) => {
    await recordRead(call, call.principal, "readRegister");
    const found = await room.traders.recognitionsOf([call.params.tin]);
    const items = found.map(({ number, grants, ...one }) => ({
      ...one,
      arrangement: number,
      grants: [...grants],
    }));
    return ok({ items });
  });
