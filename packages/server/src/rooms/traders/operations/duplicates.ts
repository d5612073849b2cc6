import { TraderIndex } from "@customhouse/traders";
import { z } from "@hono/zod-openapi";
import { recordRead } from "../../../platform/access/audit.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { TradersRoom } from "../room.ts";
import { tinParams } from "../wire.ts";

const GONE: ReadonlySet<string> = new Set(["merged", "closed", "refused"]);

const similar = z.object({
  tin: z.string(),
  score: z.number(),
  reasons: z.array(z.record(z.string(), z.unknown())),
});

export const duplicates = (room: TradersRoom) =>
  operation(
    {
      id: "trader.duplicates",
      method: "get",
      path: "/v1/traders/{tin}/duplicates",
      summary: "Registrations that may be the same trader, with the reasons: an officer decides",
      tag: "Traders",
      action: "readRegister",
      bulkhead: "analytics",
      params: tinParams,
      answers: {
        200: { description: "Most alike first", schema: z.object({ items: z.array(similar) }) },
      },
    },
    async (call) => {
      const { tin } = call.params;
      await recordRead(call, call.principal, "readRegister");
      const [candidate, ...near] =
        (await room.store.near(tin, call.platform.country.formalities)) ?? [];
      if (candidate === undefined) return problem(errors.notFound);
      const known = near.filter(({ state }) => !GONE.has(state));
      return ok({ items: new TraderIndex(known).similarTo(candidate) });
    },
  );
