import { z } from "@hono/zod-openapi";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { ITEMS_PATH, itemParams, viewItem } from "./open-source.ts";

const MAX_LISTED = 200;

export const listOpenSourceItems = (room: RiskRoom) =>
  operation(
    {
      id: "risk.openSourceItems",
      method: "get",
      path: ITEMS_PATH,
      summary: "What was read in the open, newest first, without its text",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      query: z.object({
        after: itemParams.shape.itemId.optional(),
        limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(50),
      }),
      answers: {
        200: {
          description: "`next`: pass it as `after` for the following page",
          schema: z.object({ items: z.array(z.unknown()), next: z.string().optional() }),
        },
      },
    },
    async (call) =>
      withPurpose(call, "viewRisk", async () => {
        const { after, limit } = call.query;
        const found = await room.desk.openSource.list({
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
