import { riskCancelRetraining } from "@customhouse/api/risk/retrainings";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import { riskErrors } from "../errors.ts";
import type { RiskRoom } from "../room.ts";

export const cancelRetraining = (room: RiskRoom) =>
  operation(
    riskCancelRetraining,
    { action: "manageRisk", bulkhead: "formal" },
    async ({ platform: { clock }, params, principal }) => {
      const by = principal.subject;
      const run = await room.records.cancelRetraining(params.id, by, clock().toISOString());
      if (run === undefined) return problem(errors.notFound);
      return run.outcome === "cancelled" ? ok(run) : problem(riskErrors.retrainingOver);
    },
  );
