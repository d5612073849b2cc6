import { riskOpenSourceItems } from "@customhouse/api/risk/open-source";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { viewItem } from "./open-source.ts";

export const listOpenSourceItems = (room: RiskRoom) =>
  operation(riskOpenSourceItems, { action: "viewRisk", bulkhead: "status" }, async (call) =>
    withPurpose(call, "viewRisk", async () => {
      const { after, limit } = call.query;
      const found = await room.records.openSource.list({
        limit,
        ...(after === undefined ? {} : { after }),
      });
      const next = found.length < limit ? undefined : found.at(-1)?.itemId;
      return ok({
        items: found.map((stored) => {
          const { text: _, ...item } = viewItem(stored);
          return item;
        }),
        ...(next === undefined ? {} : { next }),
      });
    }),
  );
