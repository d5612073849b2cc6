import { FEATURES } from "@customhouse/risk/features";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";

export const listFeatures = operation(
  {
    id: "risk.features",
    method: "get",
    path: "/v1/risk/features",
    summary: "What rules may ask about: every feature with type, owner and label",
    tag: "Risk",
    action: "viewRisk",
    bulkhead: "status",
    answers: {
      200: { description: "The catalogue", schema: z.object({ items: z.array(z.unknown()) }) },
    },
  },
  async () => ok({ items: FEATURES }),
);
