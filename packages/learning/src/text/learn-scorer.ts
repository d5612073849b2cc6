/** The weights of one scorer from counted descriptions. */
import { type Scorer, type ScorerKind, unitFeatures } from "./description-model.ts";
import { BUCKETS, type Features } from "./text-features.ts";

/** What is added to every count, so that an unseen word rules no code out. */
const SMOOTHING = 0.01;

export function learnScorer(
  kind: ScorerKind,
  features: readonly Features[],
  targets: ArrayLike<number>,
  codes: number,
): Scorer {
  const rarity = rarityOf(features);
  const sums = new Map<number, number>();
  const perCode = new Float64Array(codes);
  const rows = new Float64Array(codes);
  features.forEach((one, row) => {
    const code = targets[row] ?? 0;
    rows[code] = (rows[code] as number) + 1;
    unitFeatures(one, rarity).forEach((unit, at) => {
      const key = (one.buckets[at] ?? 0) * codes + code;
      sums.set(key, (sums.get(key) ?? 0) + unit);
      perCode[code] = (perCode[code] as number) + unit;
    });
  });
  const sorted = [...sums].sort(([a], [b]) => a - b);
  const lengths = new Float64Array(codes);
  for (const [key, sum] of sorted) {
    lengths[key % codes] = (lengths[key % codes] as number) + sum * sum;
  }
  const unseen = perCode.map((sum) => Math.log(SMOOTHING / (sum + SMOOTHING * BUCKETS)));
  const weigh = (sum: number, code: number) =>
    kind === "centroid"
      ? sum / Math.sqrt(lengths[code] || 1)
      : Math.log((sum + SMOOTHING) / SMOOTHING);
  return {
    kind,
    rarity,
    ...laidOut(sorted, codes, weigh),
    base: Float32Array.from(rows, (count) =>
      kind === "centroid" ? 0 : Math.log(Math.max(count, SMOOTHING) / features.length),
    ),
    perUnit: Float32Array.from(unseen, (value) => (kind === "centroid" ? 0 : value)),
  };
}

function rarityOf(features: readonly Features[]): Float32Array {
  const heldBy = new Float32Array(BUCKETS);
  for (const { buckets } of features) {
    for (const bucket of buckets) heldBy[bucket] = (heldBy[bucket] as number) + 1;
  }
  return heldBy.map((count) => (count === 0 ? 0 : Math.log(1 + features.length / count)));
}

function laidOut(
  sorted: readonly (readonly [key: number, sum: number])[],
  codes: number,
  weigh: (sum: number, code: number) => number,
) {
  const starts = new Uint32Array(BUCKETS + 1);
  for (const [key] of sorted) {
    const after = Math.floor(key / codes) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  return {
    starts,
    classes: Uint16Array.from(sorted, ([key]) => key % codes),
    weights: Float32Array.from(sorted, ([key, sum]) => weigh(sum, key % codes)),
  };
}
