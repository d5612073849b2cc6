/** The performance of selection over a period, with the drift of the features that it uses. */
import type { RiskRow } from "@customhouse/risk/features";
import { fairSample, type Performance, performanceOf } from "@customhouse/risk/monitor";
import type { Pool } from "pg";
import { factsSince, seenRows } from "../store/facts.ts";
import { MAX_MONITORED, monitoredRuns } from "./runs.ts";

/** `features`: of which drift is looked at, as `scope.name`. Of a long period the newest facts. */
export async function monitoredPerformance(
  pool: Pool,
  since: string,
  features: readonly string[],
): Promise<Performance> {
  const runs = monitoredRuns(await factsSince(pool, since, MAX_MONITORED));
  if (features.length === 0) return performanceOf(runs);
  const sample = fairSample(runs);
  const found = await seenRows(pool, sample);
  const rows = sample.flatMap((caseId) => (found.get(caseId) as RiskRow | undefined) ?? []);
  return performanceOf(runs, { names: features, rows });
}
