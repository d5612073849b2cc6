/** Trains the members of a model side by side, each on a thread of its own. Threads change the time, not the model. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Model } from "@customhouse/learning";
import {
  type MemberTask,
  type TrainedMember,
  type TrainOptions,
  trainModel,
} from "@customhouse/learning/training";

export interface ThreadOptions extends Omit<TrainOptions, "atOnce" | "train"> {
  /** Absent: as many as the machine can run. */
  readonly threads?: number;
}

/** What a thread tells. */
export type MemberAnswer = { readonly kind: "tree" } | TrainedMember;

/** Errors: those of `trainModel`. */
export async function trainOnThreads(options: ThreadOptions): Promise<Model> {
  const { threads = availableParallelism(), ...rest } = options;
  return trainModel({ ...rest, atOnce: threads, train: onThread });
}

function onThread(task: MemberTask, onTree: () => void): Promise<TrainedMember> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./train-worker.ts", import.meta.url), {
      workerData: task,
      transferList: task.matrix.columns.map(({ buffer }) => buffer as ArrayBuffer),
    });
    worker.on("message", (answer: MemberAnswer) => {
      if (answer.kind === "tree") onTree();
      else resolve(answer);
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("The training thread ended without a model.")));
  });
}
