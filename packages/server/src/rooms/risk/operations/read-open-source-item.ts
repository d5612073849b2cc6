import { z } from "@hono/zod-openapi";
import { withPurpose } from "../../../platform/access/with-purpose.ts";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { ITEMS_PATH, itemParams, viewItem } from "./open-source.ts";

export const readOpenSourceItem = (room: RiskRoom) =>
  operation(
    {
      id: "risk.openSourceItem",
      method: "get",
      path: `${ITEMS_PATH}/{itemId}`,
      summary: "One item that was read in the open, with its text",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      params: itemParams,
      answers: { 200: { description: "As it was taken in", schema: z.unknown() } },
    },
    async (call) =>
      withPurpose(call, "viewRisk", async () => {
        const found = await room.desk.openSource.item(call.params.itemId);
        return found === undefined ? problem(errors.notFound) : ok(viewItem(found));
      }),
  );
