/** Trains the members of a model side by side, each on a thread of its own. Threads change the time, not the model. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  type Boosted,
  type BoostSettings,
  checkedTarget,
  learnProfiles,
  type Matrix,
  type Model,
  memberMatrix,
  refuseLeaks,
  revenueOf,
  type Table,
  type TableSchema,
} from "@customhouse/risk";

export interface TrainOptions {
  readonly table: Table;
  readonly schema: TableSchema;
  readonly target: string;
  readonly revenue?: string;
  /** From 0, all rows count alike, upwards: rows of much revenue count more, by its logarithm. */
  readonly revenueWeight: number;
  readonly settings: BoostSettings;
  readonly members: number;
  readonly seed: number;
  readonly threads?: number;
  /** Told after each tree of any member. */
  readonly onTree?: () => void;
}

/** What a thread is given. */
export interface MemberTask {
  readonly matrix: Matrix;
  readonly target: Uint8Array;
  readonly weights: Float64Array;
  readonly settings: BoostSettings;
  readonly seed: number;
}

export type MemberAnswer =
  | { readonly kind: "tree" }
  | { readonly kind: "done"; readonly boosted: Boosted };

export async function trainModel(options: TrainOptions): Promise<Model> {
  const { table, schema, members, seed } = options;
  const target = checkedTarget(table, schema, options.target);
  const profiles = learnProfiles(schema, table, target);
  const weights = weightsOf(options);
  const settings = { ...options.settings, monotone: schema.monotone ?? {} };
  const boosted: Boosted[] = [];
  let features: readonly string[] = [];
  let next = 0;
  async function lane(): Promise<void> {
    while (next < members) {
      const member = next;
      next += 1;
      const matrix = memberMatrix(profiles, table, target, seed + member);
      if (member === 0) refuseLeaks(matrix, target);
      features = matrix.names;
      const task = { matrix, target, weights, settings, seed: seed + member };
      boosted[member] = await onThread(task, options.onTree ?? (() => {}));
    }
  }
  const threads = Math.min(options.threads ?? availableParallelism(), members);
  await Promise.all(Array.from({ length: threads }, lane));
  return { profiles, features, members: boosted };
}

function weightsOf({ table, revenue, revenueWeight }: TrainOptions): Float64Array {
  if (revenue === undefined || revenueWeight === 0) return new Float64Array(table.rows).fill(1);
  const size = revenueOf(table, revenue).map((amount) => Math.log1p(Math.max(0, amount)));
  const mean = size.reduce((sum, value) => sum + value, 0) / table.rows;
  return size.map((value) => 1 + (mean === 0 ? 0 : (revenueWeight * value) / mean));
}

function onThread(task: MemberTask, onTree: () => void): Promise<Boosted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./train-worker.ts", import.meta.url), {
      workerData: task,
      transferList: task.matrix.columns.map(({ buffer }) => buffer as ArrayBuffer),
    });
    worker.on("message", (answer: MemberAnswer) => {
      if (answer.kind === "tree") onTree();
      else resolve(answer.boosted);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("The training thread ended without a model.")));
  });
}
