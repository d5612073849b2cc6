/** A share with what it may be: few controls say little, and the interval says so. */

export interface Rate {
  readonly count: number;
  readonly of: number;
  /** Absent where there is nothing to share. */
  readonly share?: number;
  /** 95 %, after Wilson. */
  readonly from?: number;
  readonly to?: number;
}

export const Z = 1.959964;
/** Normal deviate that chance exceeds once in ten thousand: alarms look at dozens of figures, once an hour. */
export const HARDLY_EVER = 3.719;

export function rateOf(count: number, of: number, z = Z): Rate {
  if (of === 0) return { count, of };
  const share = count / of;
  return { count, of, share, ...wilson(share, of, z) };
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Never of no width, even where all or none hold. */
function wilson(share: number, of: number, z: number): Bounds {
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const middle = share + z ** 2 / (2 * of);
  const scale = 1 + z ** 2 / of;
  return {
    from: share === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    to: share === 1 ? 1 : Math.min(1, (middle + spread) / scale),
  };
}

/** A share of all, estimated from runs that stand for others. */
export interface Estimate {
  readonly share?: number;
  readonly from?: number;
  readonly to?: number;
  /** Runs that chance picked. */
  readonly runs: number;
  /** As many equally weighted runs would say as much. */
  readonly effectiveRuns: number;
}

/**
 * Hájek's estimator: the weighted share. Its interval is Wilson's on as many cases as would vary as much, so that it holds
 * where few or none were found: by the variance of the linearised terms, and no more than the weights allow (Kish).
 */
export function weightedShare(
  entries: readonly { readonly weight: number; readonly holds: boolean }[],
): Estimate {
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  const squares = entries.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const effectiveRuns = squares === 0 ? 0 : total ** 2 / squares;
  if (total === 0) return { runs: entries.length, effectiveRuns };
  const held = entries.reduce((sum, { weight, holds }) => sum + (holds ? weight : 0), 0);
  const share = Math.min(1, held / total);
  const variance =
    entries.reduce((sum, { weight, holds }) => sum + (weight * (Number(holds) - share)) ** 2, 0) /
    total ** 2;
  const counted =
    variance > 0 ? Math.min(effectiveRuns, (share * (1 - share)) / variance) : effectiveRuns;
  return { share, ...wilson(share, counted, Z), runs: entries.length, effectiveRuns };
}

/** A number of declarations, with what it may be. */
export interface Amount extends Bounds {
  readonly value: number;
}

/** So many declarations, of which this share holds; undefined where nothing is known of some. */
export function amountOf(declarations: number, { share, from, to }: Estimate): Amount | undefined {
  if (declarations === 0) return { value: 0, from: 0, to: 0 };
  if (share === undefined || from === undefined || to === undefined) return undefined;
  return { value: declarations * share, from: declarations * from, to: declarations * to };
}

/** Two that were counted apart, together: the distances from the bounds add up as variances do (Zou and Donner). */
export function sumOf(one: Amount, other: Amount): Amount {
  const value = one.value + other.value;
  return {
    value,
    from: value - Math.hypot(one.value - one.from, other.value - other.from),
    to: value + Math.hypot(one.to - one.value, other.to - other.value),
  };
}

/** The first as a share of both; undefined where there is neither. */
export function shareOf(
  part: Amount,
  rest: Amount,
): (Bounds & { readonly share: number }) | undefined {
  const all = part.value + rest.value;
  if (all === 0) return undefined;
  const asShare = (ratio: number) => (ratio === Number.POSITIVE_INFINITY ? 1 : ratio / (1 + ratio));
  return {
    share: part.value / all,
    from: asShare(leastRatio(part, rest)),
    to: asShare(1 / leastRatio(rest, part)),
  };
}

/** Lower bound of a ratio of two amounts that were counted apart (Donner and Zou); defined where either is 0, too. */
function leastRatio(over: Amount, under: Amount): number {
  const [a, b] = [over.value, under.value];
  if (a === 0 || over.from === 0) return 0;
  const least = over.from * (2 * a - over.from);
  const product = a * b;
  const root = Math.sqrt(Math.max(0, product ** 2 - least * under.to * (2 * b - under.to)));
  return product + root === 0 ? Number.POSITIVE_INFINITY : least / (product + root);
}
