/** A stored fact as the back-test takes it: a run at its own moment, known later; a result when it counts. */
import type { BacktestEvent, RiskExtras } from "@customhouse/risk";
import type { StoredFact } from "./fact.ts";

export function backtestEventOf({ caseId, visibleAt, body }: StoredFact): BacktestEvent {
  if (body.kind === "result") {
    return { result: { caseId, at: visibleAt, controlled: true, findings: body.findings } };
  }
  const { basis, probability, run: { extras } = {} } = body.run;
  const byChance = basis === "random" || basis === "top-up";
  return {
    lodged: body.facts,
    knownAt: visibleAt,
    ...(extras === undefined ? {} : { extras: extras as RiskExtras }),
    ...(byChance ? { randomChance: probability } : {}),
  };
}
