/** A model may fail on a declaration; the border may not. What it could not score goes on without it, and is told. */
import type { RiskRow } from "@customhouse/risk/features";
import type { Scorer } from "./scorer.ts";
import { isProbability } from "./try-model.ts";

/** The name of a failed model among rules that could not be decided; a rule has no colon in its name. */
export function failedModel(scorer: Scorer): string {
  return `model:${scorer.id}`;
}

/**
 * Asks models for scores; undefined where one throws or gives no probability. The log is told of each model once: a model
 * that fails on every declaration must not fill it.
 */
export function guardedScores(log: (message: string) => void) {
  const told = new WeakSet<Scorer>();
  return (scorer: Scorer, row: RiskRow): number | undefined => {
    let problem: unknown = "it gave no probability";
    try {
      const probability = scorer.probability(row);
      if (isProbability(probability)) return probability;
    } catch (error) {
      problem = error;
    }
    if (!told.has(scorer)) log(`the risk model ${scorer.id} cannot score: ${String(problem)}`);
    told.add(scorer);
    return undefined;
  };
}
