import { riskPerformance } from "@customhouse/api/risk/performance";
import { afterDays } from "@customhouse/model";
import { featureWords } from "@customhouse/risk/features";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

export const performance = (room: RiskRoom) =>
  operation(riskPerformance, { action: "viewRisk", bulkhead: "analytics" }, async (call) => {
    const { clock, country } = call.platform;
    const since = afterDays(clock(), -call.query.days, country);
    const found = await room.records.performance(since);
    // What drifted is told in words, too.
    const descriptions = featureWords(found.drift.map(({ name }) => name));
    return ok({ ...found, descriptions });
  });
