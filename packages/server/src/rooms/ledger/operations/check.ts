import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { LedgerRoom } from "../room.ts";

const schema = z.object({
  sound: z.boolean(),
  transfers: z.string(),
  accounts: z.number(),
  drifted: z.array(z.object({ account: z.string(), unit: z.string(), by: z.string() })),
  belowFloor: z.array(z.string()),
  overdrawnCases: z.array(z.string()),
});

export const check = (room: LedgerRoom) =>
  operation(
    {
      id: "account.check",
      method: "get",
      path: "/v1/ledger/check",
      summary: "Add up the whole ledger: is every balance the sum of its transfers",
      tag: "Accounts",
      action: "checkLedger",
      bulkhead: "analytics",
      answers: { 200: { description: "What is wrong, if anything", schema } },
    },
    async (_call) => {
      const found = await room.store.check();
      const { drifted, belowFloor, overdrawnCases } = found;
      return ok({
        ...found,
        sound: drifted.length + belowFloor.length + overdrawnCases.length === 0,
        transfers: String(found.transfers),
        drifted: drifted.map((entry) => ({ ...entry, by: String(entry.by) })),
      });
    },
  );
