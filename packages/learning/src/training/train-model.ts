/** Trains the members of a model, as many at once as is asked for: that changes the time, not the model. Pure. */
import type { BoostSettings } from "../boosting/boost.ts";
import { refuseTooDeep } from "../boosting/boost.ts";
import { type Calibration, calibrate, calibratedLoss } from "../model/calibrate.ts";
import {
  checkedTarget,
  logOddsOf,
  type Model,
  memberMatrix,
  refuseLeaks,
  revenueOf,
} from "../model/model.ts";
import { encode, learnProfiles } from "../table/profiles.ts";
import { pickRows, type Table, type TableSchema } from "../table/schema.ts";
import { type HeldOutRows, heldOutOf, type RowOrder } from "./held-out.ts";
import type { ModelKind, TrainMember } from "./train-member.ts";

export interface TrainOptions {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly target: string;
  readonly kind?: ModelKind;
  readonly revenue?: string;
  /** From 0, all rows count alike, upwards: rows of much revenue count more, by its logarithm. */
  readonly revenueWeight: number;
  /** How much a row with a finding counts beside one without; `balanced`: both answers count alike. Absent: 1. */
  readonly positiveWeight?: number | "balanced";
  /**
   * Share of the rows on which a first model, that has not learnt from them, is calibrated and told when to stop. The model
   * itself is then trained on all rows. 0 or absent: neither.
   */
  readonly holdOut?: number;
  /** In which order the rows of a table without a date stand; absent: in that of time, so that the last are the newest. */
  readonly rowOrder?: RowOrder;
  /** Told which rows were held out. */
  readonly onHeldOut?: (which: HeldOutRows) => void;
  /** Trees without a better one after which the first model stops; absent: it grows all. */
  readonly patience?: number;
  readonly settings: BoostSettings;
  /** Tried beside `settings` on the rows held out: those are taken by which the held-out results are likeliest. */
  readonly alternatives?: readonly BoostSettings[];
  /** Told which were taken. */
  readonly onSettings?: (settings: BoostSettings) => void;
  readonly members: number;
  readonly seed: number;
  /** How many members are trained at the same time; absent: one after the other. */
  readonly atOnce?: number;
  readonly train: TrainMember;
  /** Told after each tree of any member. */
  readonly onTree?: () => void;
}

/** Errors: those of `checkedTarget` and `refuseLeaks`; CH4109 for trees that would be too deep. */
export async function trainModel(options: TrainOptions): Promise<Model> {
  // Here, as what a thread throws comes without its code.
  [options.settings, ...(options.alternatives ?? [])].forEach(refuseTooDeep);
  const target = checkedTarget(options.table, options.schema, options.target);
  const first = await firstModel(options, target);
  const { settings = options.settings, calibration } = first ?? {};
  options.onSettings?.(settings);
  const model = await trainOn({ ...options, settings }, target);
  return calibration === undefined ? model : { ...model, calibration };
}

interface First {
  readonly settings: BoostSettings;
  readonly calibration: Calibration;
  /** Of the rows held out, by the calibrated scores. */
  readonly loss: number;
}

/** Learns from most rows what those held out say of models like the one that is asked for: the best of them. */
async function firstModel(options: TrainOptions, target: Uint8Array): Promise<First | undefined> {
  const { table, alternatives = [] } = options;
  const held = heldOutOf(options, target);
  options.onHeldOut?.(held.which);
  if (!("held" in held)) return undefined;
  const older = pickRows(table, held.learnt);
  const newer = pickRows(table, held.held);
  const candidates = [options.settings, ...alternatives];
  const tried = await inLanes(candidates, options.atOnce, (settings) =>
    triedOn({ ...options, table: older, members: 1, settings }, newer),
  );
  return tried.reduce((best, one) => (one.loss < best.loss ? one : best));
}

async function triedOn(options: TrainOptions, newer: Table): Promise<First> {
  const { table, schema, settings, patience } = options;
  const newerTarget = checkedTarget(newer, schema, options.target);
  const model = await trainOn(
    options,
    checkedTarget(table, schema, options.target),
    patience === undefined ? undefined : { table: newer, target: newerTarget, patience },
  );
  const odds = logOddsOf(model, encode(model.profiles, newer));
  const calibration = calibrate(odds, newerTarget);
  const trees = model.members[0]?.trees.length;
  return {
    calibration,
    loss: calibratedLoss(calibration, odds, newerTarget),
    settings: patience === undefined || trees === undefined ? settings : { ...settings, trees },
  };
}

interface WatchedRows {
  readonly table: Table;
  readonly target: Uint8Array;
  readonly patience: number;
}

async function trainOn(
  options: TrainOptions,
  target: Uint8Array,
  watched?: WatchedRows,
): Promise<Model> {
  const { table, schema, members, seed, kind = "trees" } = options;
  const profiles = learnProfiles(schema, table, target);
  const weights = weightsOf(options, target);
  const settings = { ...options.settings, monotone: schema.monotone ?? {} };
  const heldOut = watched && {
    matrix: encode(profiles, watched.table),
    target: watched.target,
    patience: watched.patience,
  };
  const count = kind === "linear" ? 1 : members;
  let features: readonly string[] = [];
  const trained = await inLanes(Array.from({ length: count }).keys(), options.atOnce, (member) => {
    const matrix = memberMatrix(profiles, table, target, seed + member);
    if (member === 0) refuseLeaks(matrix, target);
    features = matrix.names;
    const task = { kind, matrix, target, weights, settings, seed: seed + member };
    return options.train(
      heldOut === undefined ? task : { ...task, heldOut },
      options.onTree ?? (() => {}),
    );
  });
  const linear = trained.find((one) => one.kind === "linear")?.linear;
  const forests = trained.flatMap((one) => (one.kind === "trees" ? [one.boosted] : []));
  return { profiles, features, members: forests, ...(linear === undefined ? {} : { linear }) };
}

/** So many at a time; the results are in the order of what was given. */
async function inLanes<T, R>(
  given: Iterable<T>,
  atOnce = 1,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const waiting = [...given].entries();
  const results: R[] = [];
  async function lane(): Promise<void> {
    for (const [index, one] of waiting) results[index] = await work(one);
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

function weightsOf(
  { table, revenue, revenueWeight, positiveWeight = 1 }: TrainOptions,
  target: Uint8Array,
): Float64Array {
  const positives = target.reduce((sum, value) => sum + value, 0);
  const share =
    positiveWeight === "balanced" ? (target.length - positives) / positives : positiveWeight;
  const byAnswer = (row: number) => (target[row] === 1 ? share : 1);
  if (revenue === undefined || revenueWeight === 0) {
    return Float64Array.from({ length: table.rows }, (_, row) => byAnswer(row));
  }
  const size = revenueOf(table, revenue).map((amount) => Math.log1p(Math.max(0, amount)));
  const mean = size.reduce((sum, value) => sum + value, 0) / table.rows;
  return size.map(
    (value, row) => byAnswer(row) * (1 + (mean === 0 ? 0 : (revenueWeight * value) / mean)),
  );
}
