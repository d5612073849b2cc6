/** Whether a challenger beats the champion, on cases that neither has learnt from: resampled in pairs. */
import { type Evaluation, evaluate, type Model, rowScorer, seeded } from "@customhouse/risk";
import { HistoryError } from "../errors.ts";
import type { LabelledCase } from "./labelled-history.ts";
import { foundOf, isOneClass } from "./learn-history.ts";

export interface Comparison {
  readonly cases: number;
  readonly found: number;
  readonly champion: Evaluation;
  readonly challenger: Evaluation;
  /** Area under the curve of the challenger less that of the champion: 95 % of the resamples lie between. */
  readonly difference: { readonly from: number; readonly to: number };
  /** Whether all of the interval is above 0. */
  readonly beats: boolean;
}

const LEAST_CASES = 50;
const RESAMPLES = 1_000;
const TAIL = 0.025;

/** Errors: CH4606. */
export function compareModels(
  champion: Model,
  challenger: Model,
  cases: readonly LabelledCase[],
  seed: number,
): Comparison {
  if (cases.length < LEAST_CASES) throw new HistoryError("CH4606", `${cases.length} cases`);
  if (isOneClass(cases)) throw new HistoryError("CH4606", "one result");
  const target = foundOf(cases);
  const scoresOf = (model: Model) => {
    const { probability } = rowScorer(model);
    return Float64Array.from(cases, ({ row }) => probability(row));
  };
  const scores = { champion: scoresOf(champion), challenger: scoresOf(challenger) };
  const difference = resampled(target, scores.champion, scores.challenger, seeded(seed));
  return {
    cases: cases.length,
    found: target.reduce((sum, value) => sum + value, 0),
    champion: evaluate(target, scores.champion),
    challenger: evaluate(target, scores.challenger),
    difference,
    beats: difference.from > 0,
  };
}

function resampled(
  target: Uint8Array,
  champion: Float64Array,
  challenger: Float64Array,
  random: () => number,
): Comparison["difference"] {
  const differences: number[] = [];
  while (differences.length < RESAMPLES) {
    const rows = Int32Array.from(target, () => Math.floor(random() * target.length));
    const drawn = Uint8Array.from(rows, (row) => target[row] ?? 0);
    // A draw of one result alone says nothing of an order.
    if (drawn.every((value) => value === drawn[0])) continue;
    const auc = (scores: Float64Array) =>
      evaluate(
        drawn,
        Float64Array.from(rows, (row) => scores[row] ?? 0),
        undefined,
        [],
      ).auc;
    differences.push(auc(challenger) - auc(champion));
  }
  differences.sort((a, b) => a - b);
  const at = (share: number) => differences[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  return { from: at(TAIL), to: at(1 - TAIL) };
}
