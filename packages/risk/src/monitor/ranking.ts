/**
 * Whether the model that scores is losing its hold: how often it puts a declaration with something to find above one without
 * (the area under the curve), in the later half of the period against the earlier. The model among others chose what was
 * controlled, so each case weighs as many declarations as it stands for.
 */
import type { WeighedRun } from "./estimates.ts";
import { HARDLY_EVER, Z } from "./rate.ts";

export interface Area {
  /** Controlled runs that a model scored, and of these those with findings. */
  readonly runs: number;
  readonly found: number;
  readonly area: number;
  /** 95 %. */
  readonly from: number;
  readonly to: number;
}

export interface Ranking {
  readonly earlier: Area;
  readonly lately: Area;
  /** Lately it is worse by more than chance as good as ever gives. */
  readonly decayed: boolean;
}

/** With findings, and without: fewer, as they weigh, say nothing of an order. */
const LEAST_EFFECTIVE = 30;

/** Undefined where either half has too little. */
export function rankingOf(
  earlier: readonly WeighedRun[],
  later: readonly WeighedRun[],
): Ranking | undefined {
  const [was, is] = [measured(earlier), measured(later)];
  if (was === undefined || is === undefined) return undefined;
  const decayed = was.area - is.area > HARDLY_EVER * Math.hypot(was.error, is.error);
  return { earlier: bounded(was), lately: bounded(is), decayed };
}

interface Measured extends Pick<Area, "runs" | "found" | "area"> {
  readonly error: number;
}

function bounded({ error, ...of }: Measured): Area {
  const spread = Z * error;
  return { ...of, from: Math.max(0, of.area - spread), to: Math.min(1, of.area + spread) };
}

export interface Scored {
  readonly score: number;
  readonly weight: number;
  readonly found: boolean;
}

/**
 * Chance that one with a finding has the higher score of the two; a tie counts half. Undefined where all have the same result.
 */
export function areaUnderCurve(scored: readonly Scored[]): number | undefined {
  const bad = scored.filter(({ found }) => found);
  const good = scored.filter(({ found }) => !found);
  if (bad.length === 0 || good.length === 0) return undefined;
  return mean(bad, sharesBelow(bad, good));
}

function measured(weighed: readonly WeighedRun[]): Measured | undefined {
  const scored = weighed.flatMap(({ run: { model, found }, weight }): Scored[] =>
    model === undefined || found === undefined || weight === 0
      ? []
      : [{ score: model, weight, found }],
  );
  const bad = scored.filter(({ found }) => found);
  const good = scored.filter(({ found }) => !found);
  const least = Math.min(effective(bad), effective(good));
  if (least < LEAST_EFFECTIVE) return undefined;
  const ofBad = sharesBelow(bad, good);
  const ofGood = sharesBelow(good, bad);
  const area = mean(bad, ofBad);
  // Both sides vary by themselves (DeLong), and never by nothing, which a perfect order would seem to say.
  const variance = varianceOf(bad, ofBad) + varianceOf(good, ofGood) + 1 / (2 * least) ** 2;
  return { runs: scored.length, found: bad.length, area, error: Math.sqrt(variance) };
}

/** Of each, the share of the others by weight that have a lower score; a tie counts half. */
function sharesBelow(some: readonly Scored[], others: readonly Scored[]): Float64Array {
  const sorted = others.toSorted((a, b) => a.score - b.score);
  const order = [...some.keys()].sort((a, b) => (some[a]?.score ?? 0) - (some[b]?.score ?? 0));
  const shares = new Float64Array(some.length);
  const all = weightOfAll(others);
  let [below, upTo] = [0, 0];
  let [lower, notHigher] = [0, 0];
  for (const index of order) {
    const { score } = some[index] as Scored;
    for (; (sorted[lower]?.score ?? Infinity) < score; lower += 1) below += weightAt(sorted, lower);
    for (; (sorted[notHigher]?.score ?? Infinity) <= score; notHigher += 1) {
      upTo += weightAt(sorted, notHigher);
    }
    shares[index] = (below + upTo) / (2 * all);
  }
  return shares;
}

function weightAt(scored: readonly Scored[], index: number): number {
  return scored[index]?.weight ?? 0;
}

function weightOfAll(scored: readonly Scored[]): number {
  return scored.reduce((sum, { weight }) => sum + weight, 0);
}

function mean(scored: readonly Scored[], values: Float64Array): number {
  const sum = scored.reduce((all, { weight }, index) => all + weight * (values[index] ?? 0), 0);
  return sum / weightOfAll(scored);
}

function varianceOf(scored: readonly Scored[], values: Float64Array): number {
  const middle = mean(scored, values);
  const sum = scored.reduce(
    (all, { weight }, index) => all + (weight * ((values[index] ?? 0) - middle)) ** 2,
    0,
  );
  return sum / weightOfAll(scored) ** 2;
}

/** As many equally weighted ones would say as much (Kish). */
function effective(scored: readonly Scored[]): number {
  const squares = scored.reduce((sum, { weight }) => sum + weight ** 2, 0);
  return squares === 0 ? 0 : weightOfAll(scored) ** 2 / squares;
}
