import { z } from "@hono/zod-openapi";
import { operation } from "../../http/define.ts";
import { ok } from "../../http/reply.ts";
import { riskModel } from "./shared.ts";

export const listDescriptions = operation(
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
  async (call) => ok({ items: await call.parts.risk.descriptionModels() }),
);
