/** A model: what was learnt of the columns, and several boosted forests whose log-odds are averaged. */
import type { Boosted } from "../boosting/boost.ts";
import { addScores, scoreOfRow, TREE_LIMITS } from "../boosting/tree.ts";
import { addContributions, expectedValue } from "../boosting/tree-shap.ts";
import { LearningError } from "../errors.ts";
import { seeded } from "../random.ts";
import { encode, encodeForTraining, type Matrix, type Profiles } from "../table/profiles.ts";
import {
  columnOf,
  numbersOf,
  pickRows,
  type Table,
  type TableSchema,
  targetOf,
} from "../table/schema.ts";
import { refuseWrongNames } from "../table/schema-names.ts";
import { type Calibration, UNCALIBRATED } from "./calibrate.ts";
import { addLinearScores, type Linear, partOf } from "./linear.ts";
import { areaUnderCurve } from "./metrics.ts";

export interface Model {
  readonly profiles: Profiles;
  /** Names of the features, in the order in which the trees number them. */
  readonly features: readonly string[];
  /** Forests whose log-odds are averaged; none in a linear model. */
  readonly members: readonly Boosted[];
  readonly linear?: Linear;
  /** From the averaged log-odds to a probability. Absent: as they are. */
  readonly calibration?: Calibration;
}

const MAX_ROWS = 20_000_000;
/** No honest column that is known at lodgement tells fraud this well by itself. */
const LEAK_AUC = 0.995;

/** What a table must be to be learnt from; the target is the answer. */
export function checkedTarget(table: Table, schema: TableSchema, name: string): Uint8Array {
  if (table.rows === 0) throw new LearningError("CH4109", "there are no rows");
  if (table.rows > MAX_ROWS) throw new LearningError("CH4109", `${table.rows} rows`);
  refuseTargetIn(schema, name);
  refuseWrongNames(schema);
  const target = targetOf(table, name);
  const ids = columnOf(table, schema.id);
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new LearningError("CH4105", id.slice(0, 40));
    seen.add(id);
  }
  const positives = target.reduce((sum, value) => sum + value, 0);
  if (positives === 0 || positives === target.length) throw new LearningError("CH4104");
  return target;
}

/** Wherever a schema may name a column of which a feature is made. */
function refuseTargetIn({ id, columns, ratios }: TableSchema, target: string): void {
  const refused = (as: string) =>
    new LearningError("CH4106", `the target ${target} is ${as} of the schema`);
  if (columns.some(({ name }) => name === target)) throw refused("a column");
  if (ratios.some(({ of, by }) => of === target || by === target)) {
    throw refused("part of a ratio");
  }
  if (id === target) throw refused("the identifier");
}

/**
 * Refuses features that tell the target by themselves. They are judged without the row's own fold. Errors: CH4106; CH4109 for
 * more features than can be learnt.
 */
export function refuseLeaks(matrix: Matrix, target: Uint8Array): void {
  if (matrix.names.length > TREE_LIMITS.features) {
    throw new LearningError("CH4109", `${matrix.names.length} features`);
  }
  const least = leastLeak(target);
  if (least === undefined) return;
  matrix.columns.forEach((column, feature) => {
    const auc = areaUnderCurve(target, column.map(missingLast));
    if (auc >= least || auc <= 1 - least) {
      throw new LearningError("CH4106", matrix.names[feature]);
    }
  });
}

const MANY_ROWS = 1_000;
/**
 * Ten rows of each result are put in two parts by a column that knows nothing about them once in ninety thousand times (2 of
 * the ways to choose 10 out of 20), and by more rows never. Fewer may honestly come out so.
 */
const LEAST_OF_EACH = 10;

/** Of few rows, only a column that is never wrong is refused: an honest one may well be wrong seldom. */
function leastLeak(target: Uint8Array): number | undefined {
  if (target.length >= MANY_ROWS) return LEAK_AUC;
  const positives = target.reduce((sum, value) => sum + value, 0);
  return Math.min(positives, target.length - positives) < LEAST_OF_EACH ? undefined : 1;
}

const missingLast = (value: number) => (Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value);

/** Rows, target and weights as one member of the ensemble sees them: histories are folded by its own seed. */
export function memberMatrix(
  profiles: Profiles,
  table: Table,
  target: Uint8Array,
  seed: number,
): Matrix {
  return encodeForTraining(profiles, table, target, seeded(seed));
}

/** Probability of each row, from 0 to 1. */
export function score(model: Model, table: Table): Float64Array {
  return probabilities(model, encode(model.profiles, table));
}

/** The same of a matrix whose features stand in the model's order. */
export function probabilities(model: Model, matrix: Matrix): Float64Array {
  const { slope, offset } = model.calibration ?? UNCALIBRATED;
  return logOddsOf(model, matrix).map((odds) => 1 / (1 + Math.exp(-(slope * odds + offset))));
}

/** Before calibration. */
export function logOddsOf({ members, linear }: Model, matrix: Matrix): Float64Array {
  const odds = new Float64Array(matrix.rows);
  if (linear !== undefined) {
    addLinearScores(linear, matrix.columns, odds);
    return odds;
  }
  for (const { base, trees } of members) {
    const scores = new Float64Array(matrix.rows).fill(base);
    addScores(trees, matrix.columns, scores);
    for (let row = 0; row < odds.length; row += 1)
      odds[row] = (odds[row] ?? 0) + (scores[row] ?? 0);
  }
  return odds.map((sum) => sum / members.length);
}

/** Of one row, a number a feature in the model's order; the same to the last bit. */
export function probabilityOfRow(model: Model, row: Float32Array): number {
  const { members, linear, features: names } = model;
  if (linear !== undefined) {
    const columns = Array.from(row, (value) => Float32Array.of(value));
    return probabilities(model, { names, columns, rows: 1 })[0] ?? 0;
  }
  const { slope, offset } = model.calibration ?? UNCALIBRATED;
  let odds = 0;
  for (const { base, trees } of members) odds += scoreOfRow(trees, row, base);
  return 1 / (1 + Math.exp(-(slope * (odds / members.length) + offset)));
}

export interface Contribution {
  readonly feature: string;
  /** What the declaration has; undefined when it is missing. */
  readonly value?: number;
  /** By how much it moved the log-odds: above 0 towards fraud. */
  readonly logOdds: number;
}

export interface Explanation {
  readonly probability: number;
  /** Log-odds of a declaration of which nothing is known. */
  readonly expectedLogOdds: number;
  /** Largest first. Together with the expected log-odds they add up to the score. */
  readonly contributions: readonly Contribution[];
}

/** Why one row of a table has its score. */
export function explain(model: Model, table: Table, rowNumber: number): Explanation {
  const matrix = encode(model.profiles, pickRows(table, [rowNumber]));
  const row = Float32Array.from(matrix.columns, (column) => column[0] ?? Number.NaN);
  const { slope, offset } = model.calibration ?? UNCALIBRATED;
  const { expected, parts } = model.linear
    ? linearParts(model.linear, row)
    : forestParts(model.members, row);
  const contributions = model.features.map((feature, index) => {
    const value = row[index] ?? Number.NaN;
    return {
      feature,
      ...(Number.isNaN(value) ? {} : { value }),
      logOdds: slope * (parts[index] ?? 0),
    };
  });
  return {
    probability: probabilities(model, matrix)[0] ?? 0,
    expectedLogOdds: slope * expected + offset,
    contributions: contributions.sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)),
  };
}

interface Parts {
  readonly expected: number;
  readonly parts: Float64Array;
}

function linearParts({ intercept, features }: Linear, row: Float32Array): Parts {
  const parts = Float64Array.from(features, (feature, index) =>
    partOf(feature, row[index] ?? Number.NaN),
  );
  return { expected: intercept, parts };
}

function forestParts(members: readonly Boosted[], row: Float32Array): Parts {
  const sums = new Float64Array(row.length);
  let expected = 0;
  for (const { base, trees } of members) {
    expected += base;
    for (const tree of trees) {
      expected += expectedValue(tree);
      addContributions(tree, row, sums);
    }
  }
  const count = members.length;
  return { expected: expected / count, parts: sums.map((sum) => sum / count) };
}

/**
 * Product of number columns, written `Tax Rate*Item Price`: what a fraud would have cost. Missing counts as 0. Errors: CH4102
 * for a product that no number holds.
 */
export function revenueOf(table: Table, expression: string): Float64Array {
  const revenue = new Float64Array(table.rows).fill(1);
  for (const name of expression.split("*")) {
    numbersOf(table, name.trim()).forEach((value, row) => {
      const product = (revenue[row] ?? 0) * (Number.isNaN(value) ? 0 : value);
      if (!Number.isFinite(product))
        throw new LearningError("CH4102", `row ${row + 1}: ${expression}`);
      revenue[row] = product;
    });
  }
  return revenue;
}
