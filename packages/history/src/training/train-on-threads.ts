/** Trains the members of a model side by side, each on a thread of its own. Threads change the time, not the model. */
import { availableParallelism } from "node:os";
import type { Model } from "@customhouse/learning";
import {
  type MemberTask,
  type TrainedMember,
  type TrainOptions,
  trainModel,
} from "@customhouse/learning/training";
import { askThread, type Talk, type ThreadProgram } from "../threads/index.ts";

export interface ThreadOptions extends Omit<TrainOptions, "atOnce" | "train"> {
  /** Absent: as many as the machine can run. */
  readonly threads?: number;
}

export interface TrainingTalk extends Talk {
  readonly order: MemberTask;
  readonly toThread: never;
  /** A tree that was grown, or at last the member. */
  readonly fromThread: { readonly kind: "tree" } | TrainedMember;
}

const TRAINING: ThreadProgram<TrainingTalk> = {
  file: new URL("./train-worker.ts", import.meta.url),
};

/** Errors: those of `trainModel`. */
export async function trainOnThreads(options: ThreadOptions): Promise<Model> {
  const { threads = availableParallelism(), ...rest } = options;
  return trainModel({ ...rest, atOnce: threads, train: onThread });
}

function onThread(task: MemberTask, onTree: () => void): Promise<TrainedMember> {
  return askThread<TrainingTalk, TrainedMember>(TRAINING, task, {
    transfer: task.matrix.columns.map(({ buffer }) => buffer as ArrayBuffer),
    answerIn: (message) => {
      if (message.kind !== "tree") return message;
      onTree();
      return undefined;
    },
    unanswered: () => new Error("The training thread ended without a model."),
  }).answer;
}
