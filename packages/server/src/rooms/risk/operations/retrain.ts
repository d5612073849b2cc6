import { operation } from "../../../platform/http/define.ts";
import { accepted } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";
import { retrainingRun } from "../wire.ts";

const PATH = "/v1/risk/retrainings";

export const retrain = (room: RiskRoom) =>
  operation(
    {
      id: "risk.retrain",
      method: "post",
      path: PATH,
      summary: "Learn a challenger for the model in force now; the run that is open, where one is",
      tag: "Risk",
      action: "manageRisk",
      bulkhead: "analytics",
      answers: { 202: { description: "It is begun within a second", schema: retrainingRun } },
    },
    async ({ platform, principal }) => {
      const run = await room.desk.retrain({
        id: platform.newId(),
        askedBy: principal.subject,
        askedAt: platform.clock().toISOString(),
      });
      return accepted(run, `${PATH}/${run.id}`);
    },
  );
