/**
 * Training, scoring and quality beside XGBoost on the same features in the same run. Needs ../shared/risk and Debian's
 * python3-xgboost; without either it says so.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { READY_SCHEMA, readSchema, readTable, trainOnThreads } from "@customhouse/history";
import {
  checkedTarget,
  DEEP_SETTINGS,
  evaluate,
  type Model,
  memberMatrix,
  probabilities,
  seeded,
  USUAL_SETTINGS,
} from "@customhouse/learning";
import { encode, learnProfiles, type Matrix, targetOf } from "@customhouse/learning/tables";
import { median } from "./median.ts";

const DATA = path.resolve(import.meta.dirname, "../../../shared/risk");
const PYTHON = "/usr/bin/python3";
const THREADS = 2;
const MEMBERS = 4;
/** Of a forest, in the comparison of quality: with them the peer is as good as it was seen to get. */
const TREES = 1_000;
const SEED = 1;
const RESAMPLES = 1000;

interface Interval {
  readonly from: number;
  readonly to: number;
}

interface Quality {
  readonly auc: number;
  readonly at5: number;
  readonly at10: number;
}

export interface RiskResult {
  readonly note?: string;
  readonly trainSeconds: number;
  readonly peerTrainSeconds: number;
  readonly scoredPerSecond: number;
  readonly peerScoredPerSecond: number;
  readonly ours: Quality;
  /** A single model of the peer: the mean over its seeds. */
  readonly peerOne: Quality;
  /** The mean of the scores of all of them. */
  readonly peerMean: Quality;
  /** 95 % of the paired resamples, ours less the peer. */
  readonly aucOverOne: Interval;
  readonly aucOverMean: Interval;
  readonly at10OverOne: Interval;
  readonly at10OverMean: Interval;
  readonly peerVersion: string;
}

export async function benchRisk(): Promise<RiskResult | { readonly note: string }> {
  if (!existsSync(DATA)) return { note: "risk: ../shared/risk is not here" };
  const hasPeer = await promisify(execFile)(PYTHON, ["-c", "import xgboost"]).then(
    () => true,
    () => false,
  );
  if (!hasPeer) return { note: "risk: the peer is missing (apt-get install python3-xgboost)" };
  const schema = await readSchema(READY_SCHEMA);
  const table = await readTable(path.join(DATA, "declarations-train.csv"));
  const later = await readTable(path.join(DATA, "declarations-valid.csv"));
  const target = checkedTarget(table, schema, "Fraud");
  const profiles = learnProfiles(schema, table, target);
  const scored = encode(profiles, later);
  const options = {
    table,
    schema,
    target: "Fraud",
    revenueWeight: 0,
    seed: SEED,
    threads: THREADS,
  };

  const folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-bench-risk-"));
  try {
    await writeFile(path.join(folder, "target.u8"), target);
    await writeFile(path.join(folder, "later.f32"), byRows(scored));
    for (let member = 0; member < MEMBERS; member += 1) {
      const matrix = memberMatrix(profiles, table, target, SEED + member);
      await writeFile(path.join(folder, `member${member}.f32`), byRows(matrix));
    }
    const shape = [table.rows, scored.names.length, later.rows, THREADS, TREES].map(String);
    const { stdout } = await promisify(execFile)(PYTHON, [
      path.join(import.meta.dirname, "xgboost-peer.py"),
      folder,
      ...shape,
    ]);
    const peer = JSON.parse(stdout);
    const trainSeconds = await timedTraining(options);
    const scoredPerSecond = await timedScoring(options, scored);
    const settings = { ...DEEP_SETTINGS, trees: TREES };
    const model = await trainOnThreads({ ...options, settings, members: MEMBERS });
    const peers = await Promise.all(
      Array.from({ length: MEMBERS }, async (_, member) => {
        const bytes = await readFile(path.join(folder, `xgboost${member}.f64`));
        return new Float64Array(new Uint8Array(bytes).buffer);
      }),
    );
    return {
      trainSeconds,
      peerTrainSeconds: peer.trainSeconds,
      scoredPerSecond,
      peerScoredPerSecond: peer.scoredPerSecond,
      peerVersion: peer.version,
      ...compared(targetOf(later, "Fraud"), probabilities(model, scored), peers),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Options = Omit<Parameters<typeof trainOnThreads>[0], "settings" | "members">;

/** As many trees as the peer grows, on as many threads: two forests of half of them. Features included. */
async function timedTraining(options: Options): Promise<number> {
  const seconds: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const started = performance.now();
    await trainOnThreads({ ...options, settings: { ...USUAL_SETTINGS, trees: 500 }, members: 2 });
    seconds.push((performance.now() - started) / 1000);
  }
  return median(seconds);
}

/** Rows a second on one thread: one forest of 300 trees of depth 8 over features that are at hand. */
async function timedScoring(options: Options, scored: Matrix): Promise<number> {
  const settings = { ...USUAL_SETTINGS, trees: 300 };
  const model: Model = await trainOnThreads({ ...options, settings, members: 1 });
  probabilities(model, scored);
  const runs = 5;
  const started = performance.now();
  for (let run = 0; run < runs; run += 1) probabilities(model, scored);
  return (runs * scored.rows * 1000) / (performance.now() - started);
}

function compared(
  target: Uint8Array,
  ours: Float64Array,
  peers: readonly Float64Array[],
): Pick<
  RiskResult,
  "ours" | "peerOne" | "peerMean" | "aucOverOne" | "aucOverMean" | "at10OverOne" | "at10OverMean"
> {
  const mean = ours.map((_, row) => peers.reduce((sum, peer) => sum + (peer[row] ?? 0), 0));
  // A single model is better or worse by its seed alone: what one is worth is the mean of several.
  const qualityOfOne = (of: (scores: Float64Array) => Quality) => meanOf(peers.map(of));
  const random = seeded(1);
  const over: Record<"one" | "mean", Quality[]> = { one: [], mean: [] };
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    const rows = Int32Array.from(target, () => Math.floor(random() * target.length));
    const drawn = pickRows(target, rows);
    const of = (scores: Float64Array) => qualityOf(drawn, pickRows(scores, rows));
    const mine = of(ours);
    over.one.push(difference(mine, qualityOfOne(of)));
    over.mean.push(difference(mine, of(mean)));
  }
  return {
    ours: qualityOf(target, ours),
    peerOne: qualityOfOne((scores) => qualityOf(target, scores)),
    peerMean: qualityOf(target, mean),
    aucOverOne: interval(over.one.map(({ auc }) => auc)),
    aucOverMean: interval(over.mean.map(({ auc }) => auc)),
    at10OverOne: interval(over.one.map(({ at10 }) => at10)),
    at10OverMean: interval(over.mean.map(({ at10 }) => at10)),
  };
}

function meanOf(qualities: readonly Quality[]): Quality {
  const mean = (of: (quality: Quality) => number) =>
    qualities.reduce((sum, quality) => sum + of(quality), 0) / qualities.length;
  return {
    auc: mean(({ auc }) => auc),
    at5: mean(({ at5 }) => at5),
    at10: mean(({ at10 }) => at10),
  };
}

function difference(one: Quality, other: Quality): Quality {
  return { auc: one.auc - other.auc, at5: one.at5 - other.at5, at10: one.at10 - other.at10 };
}

function qualityOf(target: Uint8Array, scores: Float64Array): Quality {
  const { auc, at } = evaluate(target, scores, undefined, [0.05, 0.1]);
  return { auc, at5: at[0]?.precision ?? 0, at10: at[1]?.precision ?? 0 };
}

function pickRows<T extends Uint8Array | Float64Array>(from: T, rows: Int32Array): T {
  return from.map((_, index) => from[rows[index] ?? 0] ?? 0) as T;
}

function interval(differences: number[]): Interval {
  differences.sort((a, b) => a - b);
  const at = (share: number) => differences[Math.floor(share * (differences.length - 1))] ?? 0;
  return { from: at(0.025), to: at(0.975) };
}

/** One row after the other, as the peer reads it. */
function byRows({ columns, rows }: Matrix): Uint8Array {
  const laid = new Float32Array(rows * columns.length);
  columns.forEach((column, feature) => {
    column.forEach((value, row) => {
      laid[row * columns.length + feature] = value;
    });
  });
  return new Uint8Array(laid.buffer);
}
