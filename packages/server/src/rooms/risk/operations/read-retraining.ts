import { riskRetrainingRead } from "@customhouse/api/risk/retrainings";
import { errors } from "../../../platform/errors.ts";
import { operation } from "../../../platform/http/define.ts";
import { ok, problem } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const readRetraining = (room: RiskRoom) =>
  operation(riskRetrainingRead, { action: "viewRisk", bulkhead: "status" }, async (call) => {
    const found = await room.records.retraining(call.params.id);
    return found === undefined ? problem(errors.notFound) : ok(found);
  });
