import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { riskModel } from "../wire.ts";

export const listDescriptions = (room: RiskRoom) =>
  operation(
    {
      id: "risk.descriptionModels",
      method: "get",
      path: "/v1/risk/description-models",
      summary: "Models that read descriptions, with their cards, newest first",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      answers: { 200: { description: "Models", schema: z.object({ items: z.array(riskModel) }) } },
    },
    async (_call) => ok({ items: await room.desk.descriptionModels() }),
  );
