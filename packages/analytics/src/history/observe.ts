/** Folds a stored fact into the history as the server does: not at its own moment, but from when it is visible. */
import type { History } from "@customhouse/risk";
import type { StoredFact } from "./fact.ts";

export function observe(history: History, { caseId, visibleAt: at, body }: StoredFact): void {
  if (body.kind === "run") history.observeLodged({ ...body.facts, at });
  else history.observeResult({ caseId, at, controlled: true, findings: body.findings });
}
