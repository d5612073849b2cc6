/** How well scores find what was there. Ties are broken by the order of the rows, so that a figure is the same twice. */
import { LearningError } from "../errors.ts";

export interface Curve {
  readonly share: number;
  readonly selected: number;
  /** Share of the selected that were frauds. */
  readonly precision: number;
  /** Share of all frauds that were selected. */
  readonly recall: number;
  /** Share of the revenue at stake that was selected; only when a revenue is known, and is not 0. */
  readonly revenue?: number;
}

export interface Evaluation {
  readonly rows: number;
  readonly positives: number;
  readonly auc: number;
  readonly averagePrecision: number;
  /** Mean square of probability less result. */
  readonly brier: number;
  readonly at: readonly Curve[];
}

export const SHARES = [0.01, 0.02, 0.05, 0.1] as const;

/** Errors: CH4104 where all rows have one result, CH4109 without rows, CH4111 for a score that is no finite number. */
export function evaluate(
  target: Uint8Array,
  scores: Float64Array,
  revenue?: Float64Array,
  shares: readonly number[] = SHARES,
): Evaluation {
  if (target.length === 0) throw new LearningError("CH4109", "there are no rows");
  refuseNotFinite(scores);
  const order = ranked(scores);
  const positives = target.reduce((sum, value) => sum + value, 0);
  if (positives === 0 || positives === target.length) throw new LearningError("CH4104");
  return {
    rows: target.length,
    positives,
    auc: areaUnderCurve(target, scores),
    averagePrecision: averagePrecision(target, order, positives),
    brier:
      target.reduce((sum, value, row) => sum + (value - (scores[row] ?? 0)) ** 2, 0) /
      target.length,
    at: shares.map((share) => pointAt(share, target, order, positives, revenue)),
  };
}

/** Nothing can be put in order by what is no number. Errors: CH4111 with the row. */
export function refuseNotFinite(scores: ArrayLike<number>): void {
  for (let row = 0; row < scores.length; row += 1) {
    if (Number.isFinite(scores[row])) continue;
    throw new LearningError("CH4111", `row ${row + 1} has ${scores[row]}`);
  }
}

/** Row numbers from the highest score down. */
export function ranked(scores: Float64Array): Int32Array {
  return Int32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );
}

function pointAt(
  share: number,
  target: Uint8Array,
  order: Int32Array,
  positives: number,
  revenue: Float64Array | undefined,
): Curve {
  const selected = Math.max(1, Math.round(share * target.length));
  let found = 0;
  let secured = 0;
  for (let index = 0; index < selected; index += 1) {
    const row = order[index] ?? 0;
    if (target[row] !== 1) continue;
    found += 1;
    secured += revenue?.[row] ?? 0;
  }
  const stake = revenue?.reduce((sum, value, row) => sum + value * (target[row] ?? 0), 0);
  return {
    share,
    selected,
    precision: found / selected,
    recall: found / positives,
    ...(stake === undefined || stake === 0 ? {} : { revenue: secured / stake }),
  };
}

/** Chance that a fraud has the higher score of the two; a tie counts half (Mann and Whitney). */
export function areaUnderCurve(target: Uint8Array, scores: ArrayLike<number>): number {
  return weightedArea(target, scores)(new Float64Array(target.length).fill(1));
}

/**
 * The same where rows stand for more or fewer than one each, asked again and again with other weights: the order is found
 * once. Infinite scores have their place in it, for what is missing. Errors: CH4111 for what is no number at all.
 */
export function weightedArea(
  target: Uint8Array,
  scores: ArrayLike<number>,
): (weights: Float64Array) => number {
  for (let row = 0; row < target.length; row += 1) {
    // It equals not even itself, so that no run of equal scores would ever end.
    if (Number.isNaN(scores[row])) throw new LearningError("CH4111", `row ${row + 1} has none`);
  }
  const order = Int32Array.from({ length: target.length }, (_, row) => row).sort((a, b) =>
    compared(scores[a] ?? 0, scores[b] ?? 0),
  );
  return (weights) => {
    let pairs = 0;
    let positives = 0;
    let negatives = 0;
    for (let from = 0; from < order.length; ) {
      const value = scores[order[from] ?? 0];
      let [found, clean] = [0, 0];
      let to = from;
      for (; to < order.length && scores[order[to] ?? 0] === value; to += 1) {
        const row = order[to] ?? 0;
        if (target[row] === 1) found += weights[row] ?? 0;
        else clean += weights[row] ?? 0;
      }
      pairs += found * (negatives + clean / 2);
      positives += found;
      negatives += clean;
      from = to;
    }
    return pairs / (positives * negatives);
  };
}

/** Two infinite scores are alike, where their difference would be no number. */
function compared(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function averagePrecision(target: Uint8Array, order: Int32Array, positives: number): number {
  let found = 0;
  let sum = 0;
  order.forEach((row, index) => {
    if (target[row] !== 1) return;
    found += 1;
    sum += found / (index + 1);
  });
  return sum / positives;
}
