/**
 * Logistic regression with a ridge, by Newton's method. Every column is brought to mean 0 and deviation 1; what is missing
 * is the mean, and where values are missing a second column says so. Deterministic: nothing is drawn.
 */
import type { Matrix } from "../table/profiles.ts";

export interface Linear {
  readonly intercept: number;
  /** One entry a feature of the matrix. */
  readonly features: readonly LinearFeature[];
}

export interface LinearFeature {
  readonly mean: number;
  readonly deviation: number;
  /** Log-odds for one deviation more. */
  readonly weight: number;
  /** Log-odds added when the value is missing. */
  readonly missing: number;
}

export interface LinearSettings {
  /** Weight of the squares of the weights; the larger, the flatter. */
  readonly ridge: number;
  readonly iterations: number;
}

export const USUAL_LINEAR: LinearSettings = { ridge: 10, iterations: 12 };

/** A step that changes no weight by more than this is the last. */
const CONVERGED = 1e-6;

export function fitLinear(
  matrix: Matrix,
  target: Uint8Array,
  weights: Float64Array,
  settings: LinearSettings = USUAL_LINEAR,
  onIteration: () => void = () => {},
): Linear {
  const scales = matrix.columns.map((column) => scaleOf(column, weights));
  const columns = designOf(matrix, scales);
  const beta = new Float64Array(columns.length);
  for (let iteration = 0; iteration < settings.iterations; iteration += 1) {
    const step = newtonStep(columns, target, weights, beta, settings.ridge);
    onIteration();
    let largest = 0;
    for (let index = 0; index < beta.length; index += 1) {
      beta[index] = (beta[index] ?? 0) + (step[index] ?? 0);
      largest = Math.max(largest, Math.abs(step[index] ?? 0));
    }
    if (largest < CONVERGED) break;
  }
  const count = matrix.columns.length;
  return {
    intercept: beta[0] ?? 0,
    features: scales.map(({ mean, deviation }, feature) => ({
      mean,
      deviation,
      weight: beta[1 + feature] ?? 0,
      missing: beta[1 + count + feature] ?? 0,
    })),
  };
}

/** Adds the log-odds of each row. */
export function addLinearScores(
  { intercept, features }: Linear,
  columns: readonly Float32Array[],
  scores: Float64Array,
): void {
  for (let row = 0; row < scores.length; row += 1) scores[row] = (scores[row] ?? 0) + intercept;
  features.forEach((feature, index) => {
    const column = columns[index];
    if (column === undefined) return;
    for (let row = 0; row < scores.length; row += 1) {
      scores[row] = (scores[row] ?? 0) + partOf(feature, column[row] as number);
    }
  });
}

/** What one feature adds to the log-odds: exact, as nothing depends on anything else. */
export function partOf({ mean, deviation, weight, missing }: LinearFeature, value: number): number {
  return Number.isNaN(value) ? missing : (weight * (value - mean)) / deviation;
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(column: Float32Array, weights: Float64Array): Scale {
  let [count, sum, squares] = [0, 0, 0];
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row] as number;
    if (Number.isNaN(value)) continue;
    const weight = weights[row] as number;
    count += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  if (count === 0) return { mean: 0, deviation: 1 };
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(squares / count - mean * mean, 0));
  return { mean, deviation: deviation > 1e-9 ? deviation : 1 };
}

/** Ones, the scaled columns, and for each column where it is missing. */
function designOf({ columns, rows }: Matrix, scales: readonly Scale[]): readonly Float32Array[] {
  const scaled = columns.map((column, feature) => {
    const { mean, deviation } = scales[feature] as Scale;
    return column.map((value) => (Number.isNaN(value) ? 0 : (value - mean) / deviation));
  });
  const missing = columns.map((column) => column.map((value) => (Number.isNaN(value) ? 1 : 0)));
  return [new Float32Array(rows).fill(1), ...scaled, ...missing];
}

function newtonStep(
  columns: readonly Float32Array[],
  target: Uint8Array,
  weights: Float64Array,
  beta: Float64Array,
  ridge: number,
): Float64Array {
  const rows = target.length;
  const size = columns.length;
  const odds = new Float64Array(rows);
  columns.forEach((column, index) => {
    const weight = beta[index] as number;
    if (weight === 0) return;
    for (let row = 0; row < rows; row += 1) {
      odds[row] = (odds[row] as number) + weight * (column[row] as number);
    }
  });
  const residual = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const probability = 1 / (1 + Math.exp(-(odds[row] as number)));
    residual[row] = (weights[row] as number) * ((target[row] as number) - probability);
    curvature[row] = (weights[row] as number) * Math.max(probability * (1 - probability), 1e-9);
  }
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  const curved = new Float64Array(rows);
  columns.forEach((column, a) => {
    let slope = 0;
    for (let row = 0; row < rows; row += 1) {
      slope += (residual[row] as number) * (column[row] as number);
      curved[row] = (curvature[row] as number) * (column[row] as number);
    }
    // Not the intercept: how frequent findings are is no matter of taste.
    const shrink = a === 0 ? 1e-6 : ridge;
    gradient[a] = slope - shrink * (beta[a] as number);
    for (let b = 0; b <= a; b += 1) {
      const other = columns[b] as Float32Array;
      let sum = 0;
      for (let row = 0; row < rows; row += 1) {
        sum += (curved[row] as number) * (other[row] as number);
      }
      (hessian[a] as Float64Array)[b] = a === b ? sum + shrink : sum;
    }
  });
  return solve(hessian, gradient);
}

/** Cholesky: the lower half is given, symmetric and positive by the ridge. */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number) => (lower[row] as Float64Array)[column] as number;
  for (let column = 0; column < size; column += 1) {
    for (let row = column; row < size; row += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      (lower[row] as Float64Array)[column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(column, column);
    }
  }
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) x[row] = (x[row] as number) - at(row, k) * (x[k] as number);
    x[row] = (x[row] as number) / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) {
      x[row] = (x[row] as number) - at(k, row) * (x[k] as number);
    }
    x[row] = (x[row] as number) / at(row, row);
  }
  return x;
}
