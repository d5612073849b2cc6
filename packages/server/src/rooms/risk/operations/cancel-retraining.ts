import { z } from "@hono/zod-openapi";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { retrainingRun } from "../wire.ts";

export const cancelRetraining = (room: RiskRoom) =>
  operation(
    {
      id: "room.desk.cancelRetraining",
      method: "post",
      path: "/v1/risk/retrainings/{id}/cancellation",
      summary: "Call a run off: it ends at once, and nothing of it is kept but the record",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "formal",
      params: z.object({ id: z.uuid() }),
      answers: { 200: { description: "Called off, now or before", schema: retrainingRun } },
    },
    async ({ platform: { clock }, params, principal }) => {
      const by = principal.subject;
      const run = await room.desk.cancelRetraining(params.id, by, clock().toISOString());
      if (run === undefined) return problem(errors.notFound);
      return run.outcome === "cancelled" ? ok(run) : problem(errors.retrainingOver);
    },
  );
