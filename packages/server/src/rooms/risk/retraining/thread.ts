/** Learns in a thread of its own, as back-tests play in theirs: with a limit of memory, and stopped from outside. */

import type { RiskModel } from "@customhouse/api/risk/models";
import type { Retrained } from "@customhouse/history/retrain";
import { type Asked, askThread, type Talk, type ThreadProgram } from "@customhouse/history/threads";
import type { RiskPolicy } from "@customhouse/risk";
import type { Retraining } from "@customhouse/risk/monitor";
import type { StoredCases } from "../history/label-stored.ts";
import type { RetrainingProgress } from "../store/retrainings.ts";

/** Asks for the alarms of monitoring, and for nothing else. */
export interface LookOrder {
  readonly task: "look";
  readonly databaseUrl: string;
  /** ISO instant. */
  readonly now: string;
  /** Rules and model in force, whose features are looked at for drift; absent: none are in force. */
  readonly policy?: RiskPolicy;
  /** The model in force, and when it was brought in: it cannot have learnt from anything later. */
  readonly champion?: { readonly content: Uint8Array; readonly storedAt: string };
}

/** Asks for the alarms, and for a challenger for what is in force, learnt from the stored facts. */
export interface LearnOrder extends Omit<LookOrder, "task"> {
  readonly task: "learn";
  /** The identifier of the run, for the card. */
  readonly id: string;
  readonly version: number;
  readonly policy: RiskPolicy;
  readonly settings: Retraining;
}

type Learnt = Extract<Retrained, { readonly learnt: unknown }>;

/** The record of a run, whatever its result. */
export type RetrainingResult = Pick<StoredCases, "data"> &
  Pick<Retrained, "counts"> & {
    /** Absent: rules alone were in force. */
    readonly champion?: { readonly digest: string; readonly learntTo: string };
    /** The challenger; absent where none was learnt. */
    readonly learnt?: {
      readonly cases: unknown;
      readonly learntTo: string;
      readonly rows: number;
      readonly positives: number;
    };
    readonly comparison?: Learnt["comparison"];
    readonly lanes?: Learnt["lanes"];
  };

export interface ChallengerFile {
  readonly digest: string;
  readonly content: Uint8Array;
  readonly card: RiskModel["card"];
}

export type LearnAnswer = { readonly kind: "learnt"; readonly result: RetrainingResult } & (
  | { readonly outcome: "too-little" | "one-class"; readonly message: string }
  | { readonly outcome: "not-better" }
  | { readonly outcome: "better"; readonly challenger: ChallengerFile }
);

type RetrainingMessage =
  | { readonly kind: "progress"; readonly progress: RetrainingProgress }
  | { readonly kind: "alarms"; readonly alarms: readonly string[] }
  | { readonly kind: "failed"; readonly code?: string; readonly message: string }
  | LearnAnswer;

export interface RetrainingTalk extends Talk {
  readonly order: LookOrder | LearnOrder;
  readonly toThread: never;
  readonly fromThread: RetrainingMessage;
}

/** Why the thread gave no answer; with the code of a refusal where it was one. */
export class RetrainingFailure extends Error {
  override readonly name = "RetrainingFailure";
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.code = code;
  }
}

const RETRAINING: ThreadProgram<RetrainingTalk> = {
  file: new URL("./thread-main.ts", import.meta.url),
  heapMb: 4_096,
};

export function startLook(order: LookOrder): Asked<readonly string[]> {
  return started(order, (message) => (message.kind === "alarms" ? message.alarms : undefined));
}

export function startLearning(
  order: LearnOrder,
  told: {
    readonly progress: (progress: RetrainingProgress) => void;
    readonly alarms: (alarms: readonly string[]) => void;
  },
): Asked<LearnAnswer> {
  return started(order, (message) => {
    if (message.kind === "progress") told.progress(message.progress);
    if (message.kind === "alarms") told.alarms(message.alarms);
    return message.kind === "learnt" ? message : undefined;
  });
}

function started<T>(
  order: LookOrder | LearnOrder,
  answerIn: (message: RetrainingMessage) => T | undefined,
): Asked<T> {
  return askThread<RetrainingTalk, T>(RETRAINING, order, {
    answerIn: (message) => {
      if (message.kind === "failed") throw new RetrainingFailure(message.message, message.code);
      return answerIn(message);
    },
    unanswered: () => new RetrainingFailure("the thread ended without an answer"),
  });
}
