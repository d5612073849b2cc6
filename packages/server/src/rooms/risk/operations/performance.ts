import { featureWords } from "@customhouse/risk/features";
import { z } from "@hono/zod-openapi";
import { operation } from "../../../platform/http/define.ts";
import { ok } from "../../../platform/http/reply.ts";
import { MONITORED_DAYS } from "../monitoring/runs.ts";
import type { RiskRoom } from "../room.ts";

const MAX_DAYS = 400;
const DAY_MS = 86_400_000;

export const performance = (room: RiskRoom) =>
  operation(
    {
      id: "risk.performance",
      method: "get",
      path: "/v1/risk/performance",
      summary:
        "How well selection does: rules, calibration, drift, and what chance says of the rest",
      tag: "Risk",
      action: "viewRisk",
      bulkhead: "analytics",
      query: z.object({
        days: z.coerce.number().int().min(1).max(MAX_DAYS).default(MONITORED_DAYS),
      }),
      answers: { 200: { description: "With intervals", schema: z.unknown() } },
    },
    async (call) => {
      const { clock } = call.platform;
      const since = new Date(clock().getTime() - call.query.days * DAY_MS).toISOString();
      const found = await room.desk.performance(since);
      // What drifted is told in words, too.
      const descriptions = featureWords(found.drift.map(({ name }) => name));
      return ok({ ...found, descriptions });
    },
  );
