import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";
import { tinParams } from "../wire.ts";

const item = z.object({
  id: z.string(),
  type: z.string(),
  arrangement: z.string(),
  partner: z.string(),
  grants: z.array(z.string()),
});

export const recognised = (room: TradersRoom) =>
  operation(
    {
      id: "trader.recognised",
      method: "get",
      path: "/v1/recognised-traders/{tin}",
      summary: "What a foreign operator counts as here today, and under which arrangement",
      tag: "Traders",
      action: "readRegister",
      bulkhead: "status",
      params: tinParams,
      answers: {
        200: { description: "Empty: nothing", schema: z.object({ items: z.array(item) }) },
      },
    },
    async (call) => {
      await recordRead(call, call.principal, "readRegister");
      const found = await room.mainPath.recognitionsOf([call.params.tin]);
      const items = found.map(({ number, grants, ...one }) => ({
        ...one,
        arrangement: number,
        grants: [...grants],
      }));
      return ok({ items });
    },
  );
