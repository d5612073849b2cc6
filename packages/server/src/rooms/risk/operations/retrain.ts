import { riskRetrain } from "@customhouse/api/risk/retrainings";
import { operation } from "../../../platform/http/define.ts";
import { accepted } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

const PATH = "/v1/risk/retrainings";

export const retrain = (room: RiskRoom) =>
  operation(
    riskRetrain,
    { action: "manageRisk", bulkhead: "analytics" },
    async ({ platform, principal }) => {
      const run = await room.records.retrain({
        id: platform.newId(),
        askedBy: principal.subject,
        askedAt: platform.clock().toISOString(),
      });
      return accepted(run, `${PATH}/${run.id}`);
    },
  );
