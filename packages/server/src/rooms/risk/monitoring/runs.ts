/** Runs of a period with what controls found of them. */
import { type FactBody, pickedOf, replacesFindings } from "@customhouse/history/fact";
import type { MonitoredRun } from "@customhouse/risk/monitor";
import type { RiskFactRow } from "../store/facts.ts";

/** Rows of facts that one look at the performance takes in. */
export const MAX_MONITORED = 500_000;
/** The usual period of a report. */
export const MONITORED_DAYS = 90;

/** Rows in their order. A case that was run again counts as it was run last before its result. */
export function monitoredRuns(rows: Iterable<RiskFactRow>): readonly MonitoredRun[] {
  const runs = new Map<string, MonitoredRun>();
  for (const { caseId, at, body } of rows) {
    const fact = body as FactBody;
    const known = runs.get(caseId);
    if (fact.kind === "result") {
      if (known === undefined) continue;
      const before = !replacesFindings(fact) && (known.found ?? false);
      const found = before || fact.findings.length > 0;
      runs.set(caseId, { ...known, found });
      continue;
    }
    if (known?.found !== undefined) continue;
    const { run } = fact.run;
    runs.set(caseId, {
      caseId,
      at,
      ...pickedOf(fact.run),
      shadow: run?.shadow ?? [],
      ...(run?.model === undefined ? {} : { model: run.model }),
      ...(run?.challenger === undefined ? {} : { challenger: run.challenger }),
    });
  }
  return [...runs.values()];
}
