/** Folds a stored fact into the history as the server does: not at its own moment, but from when it is visible. */
import type { History } from "@customhouse/risk/features";
import { playAt, type StoredFact } from "./fact.ts";

/** Facts come in the order of play: what was visible by then is folded in, so that no more waits than a moment brings. */
export function observe(history: History, fact: StoredFact): void {
  const { caseId, visibleAt: at, body } = fact;
  history.foldTo(playAt(fact));
  if (body.kind === "run") history.observeLodged({ ...body.facts, at });
  else history.observeResult({ caseId, at, controlled: true, findings: body.findings });
}
