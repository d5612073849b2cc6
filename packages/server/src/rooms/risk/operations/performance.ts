import { riskPerformance } from "@customhouse/api/risk/performance";
import { featureWords } from "@customhouse/risk/features";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import type { RiskRoom } from "../room.ts";

const DAY_MS = 86_400_000;

export const performance = (room: RiskRoom) =>
  operation(riskPerformance, { action: "viewRisk", bulkhead: "analytics" }, async (call) => {
    const { clock } = call.platform;
    const since = new Date(clock().getTime() - call.query.days * DAY_MS).toISOString();
    const found = await room.desk.performance(since);
    // What drifted is told in words, too.
    const descriptions = featureWords(found.drift.map(({ name }) => name));
    return ok({ ...found, descriptions });
  });
