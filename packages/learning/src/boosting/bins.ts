/** Features cut into at most 255 bins at their quantiles; bin 0 is what is missing. */
import type { Matrix } from "../table/profiles.ts";

export const MISSING_BIN = 0;
const MAX_BINS = 255;
/** Enough to place the cuts; a national file need not be sorted for that. */
const MAX_SORTED = 200_000;

export interface Binned {
  readonly rows: number;
  /** For each feature a bin a row. */
  readonly bins: readonly Uint8Array[];
  /** For each feature its cuts, rising: a value up to `cuts[i]` is in bin `i + 1` or below. */
  readonly cuts: readonly Float32Array[];
}

export function binMatrix(matrix: Matrix): Binned {
  const cuts = matrix.columns.map(cutsOf);
  const bins = matrix.columns.map((column, feature) => binColumn(column, cuts[feature] ?? NO_CUTS));
  return { rows: matrix.rows, bins, cuts };
}

const NO_CUTS = new Float32Array(0);

function cutsOf(column: Float32Array): Float32Array {
  const every = Math.max(1, Math.ceil(column.length / MAX_SORTED));
  const known: number[] = [];
  for (let row = 0; row < column.length; row += every) {
    const value = column[row] ?? Number.NaN;
    if (!Number.isNaN(value)) known.push(value);
  }
  const sorted = Float32Array.from(known).sort();
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  if (distinct.length <= MAX_BINS - 1) return distinct.slice(0, Math.max(0, distinct.length - 1));
  const chosen = new Set<number>();
  for (let index = 1; index < MAX_BINS - 1; index += 1) {
    chosen.add(sorted[Math.floor((index * sorted.length) / (MAX_BINS - 1))] ?? 0);
  }
  return Float32Array.from(chosen).sort();
}

function binColumn(column: Float32Array, cuts: Float32Array): Uint8Array {
  const bins = new Uint8Array(column.length);
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    let low = 0;
    let high = cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value <= (cuts[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    bins[row] = low + 1;
  }
  return bins;
}
