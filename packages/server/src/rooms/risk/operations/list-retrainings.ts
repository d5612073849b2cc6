import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { retrainingRun } from "../wire.ts";

export const listRetrainings = (room: RiskRoom) =>
  operation(
    {
      id: "risk.retrainings",
      method: "get",
      path: "/v1/risk/retrainings",
      summary: "Runs in which the server learnt challengers for the model in force, newest first",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      answers: {
        200: { description: "Runs", schema: z.object({ items: z.array(retrainingRun) }) },
      },
    },
    async (_call) => ok({ items: await room.desk.retrainings() }),
  );
