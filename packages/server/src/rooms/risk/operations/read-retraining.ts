import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { retrainingRun } from "../wire.ts";

export const readRetraining = (room: RiskRoom) =>
  operation(
    {
      id: "risk.retraining",
      method: "get",
      path: "/v1/risk/retrainings/{id}",
      summary:
        "How far it is, and what came of it: figures of both models, draft or reason for none",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "status",
      params: z.object({ id: z.uuid() }),
      answers: { 200: { description: "Progress or result", schema: retrainingRun } },
    },
    async (call) => {
      const found = await room.desk.retraining(call.params.id);
      return found === undefined ? problem(errors.notFound) : ok(found);
    },
  );
