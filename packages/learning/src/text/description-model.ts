/** What descriptions tell about the code of the goods: a linear score for each code, kept by bucket, made into probabilities. */
import { type Features, featuresOf } from "./text-features.ts";

export type ScorerKind = "centroid" | "bayes";

export interface Scorer {
  readonly kind: ScorerKind;
  /** Weight of each bucket by its rarity; what was never seen has 0. */
  readonly rarity: Float32Array;
  /** Weights of bucket `b` are those from `starts[b]` up to `starts[b + 1]`. */
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  readonly weights: Float32Array;
  /** For each code: what it scores by itself, and for each unit of the description. */
  readonly base: Float32Array;
  readonly perUnit: Float32Array;
}

export interface DescriptionModel {
  /** Rising; all of the same number of digits. */
  readonly codes: readonly string[];
  readonly digits: number;
  readonly scorer: Scorer;
  /** Scores are multiplied with it before they become probabilities; found on rows that were held out. */
  readonly sharpness: number;
  /** Mean information of the codes before any word is read, in bits. */
  readonly priorBits: number;
  /** Less than this, in bits, is told by one in fifty of the descriptions that were held out. */
  readonly vagueBelowBits: number;
}

export interface Suggestion {
  readonly code: string;
  readonly probability: number;
}

/** Unit length, so that long descriptions do not shout. */
export function unitFeatures({ buckets, counts }: Features, rarity: Float32Array): Float32Array {
  const scaled = counts.map((count, at) => count * (rarity[buckets[at] ?? 0] ?? 0));
  const length = Math.sqrt(scaled.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? scaled : scaled.map((value) => value / length);
}

export function scoresOf(scorer: Scorer, features: Features): Float64Array {
  const { rarity, starts, classes, weights, base, perUnit } = scorer;
  const units = unitFeatures(features, rarity);
  const total = units.reduce((sum, value) => sum + value, 0);
  const scores = Float64Array.from(base, (value, code) => value + total * (perUnit[code] ?? 0));
  features.buckets.forEach((bucket, at) => {
    const unit = units[at] ?? 0;
    if (unit === 0) return;
    const to = starts[bucket + 1] as number;
    for (let slot = starts[bucket] as number; slot < to; slot += 1) {
      const code = classes[slot] as number;
      scores[code] = (scores[code] as number) + unit * (weights[slot] as number);
    }
  });
  return scores;
}

export function softmax(scores: Float64Array, sharpness: number): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  const powers = scores.map((score) => Math.exp((score - most) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Of every code of the model, in its order. */
export function codeProbabilities(model: DescriptionModel, text: string): Float64Array {
  return softmax(scoresOf(model.scorer, featuresOf(text)), model.sharpness);
}

/** The likeliest codes, the first the likeliest. */
export function suggestCodes(
  model: DescriptionModel,
  text: string,
  count: number,
): readonly Suggestion[] {
  const probabilities = codeProbabilities(model, text);
  return [...probabilities]
    .map((probability, code) => ({ code: model.codes[code] ?? "", probability }))
    .sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
    .slice(0, count);
}

export function bitsOf(probabilities: Float64Array): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
