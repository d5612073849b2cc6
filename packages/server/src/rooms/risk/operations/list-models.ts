import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { riskModel } from "../wire.ts";

export const listModels = (room: RiskRoom) =>
  operation(
    {
      id: "risk.models",
      method: "get",
      path: "/v1/risk/models",
      summary: "Models with their cards, newest first",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      answers: { 200: { description: "Models", schema: z.object({ items: z.array(riskModel) }) } },
    },
    async (_call) => ok({ items: await room.desk.models() }),
  );
