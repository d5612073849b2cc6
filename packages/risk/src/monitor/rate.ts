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

const Z = 1.959964;

export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { count, of };
  const share = count / of;
  const spread = Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  const middle = share + Z ** 2 / (2 * of);
  const scale = 1 + Z ** 2 / of;
  return {
    count,
    of,
    share,
    from: Math.max(0, (middle - spread) / scale),
    to: Math.min(1, (middle + spread) / scale),
  };
}

/** A share of all, estimated from runs that chance picked, each standing for one over its chance. */
export interface Estimate {
  readonly share?: number;
  readonly from?: number;
  readonly to?: number;
  readonly runs: number;
  /** As many equally weighted runs would say as much. */
  readonly effectiveRuns: number;
}

/** Hájek's estimator: the weighted share, with the variance of its linearised terms. */
export function weightedShare(
  entries: readonly { readonly weight: number; readonly holds: boolean }[],
): Estimate {
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  const squares = entries.reduce((sum, { weight }) => sum + weight ** 2, 0);
  const effectiveRuns = squares === 0 ? 0 : total ** 2 / squares;
  if (total === 0) return { runs: entries.length, effectiveRuns };
  const held = entries.reduce((sum, { weight, holds }) => sum + (holds ? weight : 0), 0);
  const share = held / total;
  const variance = entries.reduce(
    (sum, { weight, holds }) => sum + (weight * (Number(holds) - share)) ** 2,
    0,
  );
  const spread = (Z * Math.sqrt(variance)) / total;
  return {
    share,
    from: Math.max(0, share - spread),
    to: Math.min(1, share + spread),
    runs: entries.length,
    effectiveRuns,
  };
}
