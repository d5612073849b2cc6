import { riskRetrainings } from "@customhouse/api/risk/retrainings";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const listRetrainings = (room: RiskRoom) =>
  operation(riskRetrainings, { action: "viewRisk", bulkhead: "status" }, async () =>
    ok({ items: await room.records.retrainings() }),
  );
