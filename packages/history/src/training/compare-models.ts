/**
 * Whether a challenger beats the champion, on cases that neither has learnt from: resampled in pairs.
 *
 * Controlled cases are no fair sample: the champion, among others, chose them, and within what it chose it looks worse than
 * it is. So each case weighs as many declarations as it stands for (`weightsOf`): together they stand for all.
 */
import { type Evaluation, evaluate, seeded, weightedArea } from "@customhouse/learning";
import type { RiskRow } from "@customhouse/risk/features";
import { HistoryError } from "../errors.ts";
import { isFound, type LabelledCase } from "../facts/label-cases.ts";

/** That a control of the declaration finds something, or anything else that puts declarations in order. */
export type ScoreOf = (row: RiskRow) => number;

export interface Compared extends Evaluation {
  /** Area under the curve of all declarations, as the weights of the cases tell it. `auc` is of the cases as they are. */
  readonly aucOfAll: number;
}

export interface Comparison {
  readonly cases: number;
  readonly found: number;
  /** Of these, cases that chance alone picked. With none, the figures are of what somebody selected, and of nothing else. */
  readonly byChance: number;
  /** As many equally weighted cases would say as much. */
  readonly effectiveCases: number;
  readonly champion: Compared;
  readonly challenger: Compared;
  /** Area of the challenger less that of the champion, of all: 95 % of the resamples lie between. */
  readonly difference: { readonly from: number; readonly to: number };
  /** Whether all of the interval is above the margin. */
  readonly beats: boolean;
}

export interface ComparisonOptions {
  /** Same seed, same resamples. */
  readonly seed: number;
  /** By how much it has to be better; absent: 0. */
  readonly margin?: number;
}

const LEAST_CASES = 50;
/** A few cases of great weight say less than their number. */
const LEAST_EFFECTIVE_CASES = 30;
const RESAMPLES = 1_000;
const TAIL = 0.025;

/** Cases that stand for nobody are left out. Errors: CH4606. */
export function compareModels(
  champion: ScoreOf,
  challenger: ScoreOf,
  all: readonly LabelledCase[],
  { seed, margin = 0 }: ComparisonOptions,
): Comparison {
  const cases = all.filter(({ weight }) => weight > 0);
  const weights = Float64Array.from(cases, ({ weight }) => weight);
  const effectiveCases = effective(weights);
  if (cases.length < LEAST_CASES) throw new HistoryError("CH4606", `${cases.length} cases`);
  if (effectiveCases < LEAST_EFFECTIVE_CASES) {
    throw new HistoryError("CH4606", `${cases.length} cases count as ${effectiveCases.toFixed(0)}`);
  }
  if (isOneClass(cases)) throw new HistoryError("CH4606", "one result");
  const target = foundOf(cases);
  const scoresOf = (score: ScoreOf) => Float64Array.from(cases, ({ row }) => score(row));
  const [before, after] = [scoresOf(champion), scoresOf(challenger)];
  const areas = { champion: weightedArea(target, before), challenger: weightedArea(target, after) };
  const difference = resampled(target, weights, areas, seeded(seed));
  return {
    cases: cases.length,
    found: target.reduce((sum, value) => sum + value, 0),
    byChance: cases.filter(({ byChance }) => byChance).length,
    effectiveCases,
    champion: { ...evaluate(target, before), aucOfAll: areas.champion(weights) },
    challenger: { ...evaluate(target, after), aucOfAll: areas.challenger(weights) },
    difference,
    beats: difference.from > margin,
  };
}

/** Kish's: the square of the sum over the sum of the squares. */
function effective(weights: Float64Array): number {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return sum === 0 ? 0 : sum ** 2 / weights.reduce((all, weight) => all + weight ** 2, 0);
}

type Area = (weights: Float64Array) => number;

function resampled(
  target: Uint8Array,
  weights: Float64Array,
  areas: { readonly champion: Area; readonly challenger: Area },
  random: () => number,
): Comparison["difference"] {
  const differences: number[] = [];
  while (differences.length < RESAMPLES) {
    const drawn = new Float64Array(target.length);
    let found = 0;
    for (let draw = 0; draw < target.length; draw += 1) {
      const row = Math.floor(random() * target.length);
      drawn[row] = (drawn[row] ?? 0) + (weights[row] ?? 0);
      found += target[row] ?? 0;
    }
    // A draw of one result alone says nothing of an order.
    if (found === 0 || found === target.length) continue;
    differences.push(areas.challenger(drawn) - areas.champion(drawn));
  }
  differences.sort((a, b) => a - b);
  const at = (share: number) => differences[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  return { from: at(TAIL), to: at(1 - TAIL) };
}

export function foundOf(cases: readonly LabelledCase[]): Uint8Array {
  return Uint8Array.from(cases, (one) => Number(isFound(one)));
}

export function isOneClass(cases: readonly LabelledCase[]): boolean {
  const found = cases.filter(isFound).length;
  return found === 0 || found === cases.length;
}
