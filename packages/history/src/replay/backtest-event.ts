/** A stored fact as the back-test takes it: a run at its own moment, known later; a result when it counts. */
import type { BacktestEvent } from "@customhouse/risk/backtest";
import type { RiskExtras } from "@customhouse/risk/features";
import { pickedOf, type StoredFact } from "../facts/fact.ts";

export function backtestEventOf({
  caseId,
  visibleAt,
  body,
}: Pick<StoredFact, "caseId" | "visibleAt" | "body">): BacktestEvent {
  if (body.kind === "result") {
    return { result: { caseId, at: visibleAt, controlled: true, findings: body.findings } };
  }
  const { extras } = body.run.run ?? {};
  return {
    lodged: body.facts,
    knownAt: visibleAt,
    ...(extras === undefined ? {} : { extras: extras as RiskExtras }),
    picked: pickedOf(body.run),
  };
}
