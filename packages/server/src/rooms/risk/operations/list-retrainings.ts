import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { retrainingRun } from "../wire.ts";

export const listRetrainings = operation(
  {
    id: "risk.retrainings",
    method: "get",
    path: "/v1/risk/retrainings",
    summary: "Runs in which the server learnt challengers for the model in force, newest first",
    tag: "Risk",
    action: "viewRisk",
    bulkhead: "status",
    answers: { 200: { description: "Runs", schema: z.object({ items: z.array(retrainingRun) }) } },
  },
  async (call) => ok({ items: await call.parts.risk.retrainings() }),
);
