/**
 * Explains runs in a thread of its own: to read a large model takes a tenth of a second, to give each feature its share
 * another, and nobody else may wait for that. One thread, begun with the first question, which keeps what it has read.
 */
import {
  startThread,
  type Talk,
  type Thread,
  type ThreadProgram,
} from "@customhouse/history/threads";
import type { RiskRow } from "@customhouse/risk/features";
import type { ExplainedRun } from "./explain-run.ts";

export interface ExplanationThreadData {
  readonly databaseUrl: string;
}

export interface ExplanationOrder {
  readonly id: number;
  /** The version of the policy that the run used. */
  readonly version: number;
  readonly row: RiskRow;
}

type ExplanationMessage =
  | { readonly kind: "explained"; readonly id: number; readonly run: ExplainedRun }
  | { readonly kind: "failed"; readonly id: number; readonly why: string }
  | { readonly kind: "noModel"; readonly digest: string; readonly why: string };

export interface ExplanationTalk extends Talk {
  readonly order: ExplanationThreadData;
  readonly toThread: ExplanationOrder;
  readonly fromThread: ExplanationMessage;
}

/** To read the largest model and to explain one run takes seconds; whoever asks has given up by then. */
const ANSWER_WITHIN_MS = 20_000;
const MAX_WAITING = 100;
const EXPLANATIONS: ThreadProgram<ExplanationTalk> = {
  file: new URL("./thread-main.ts", import.meta.url),
  heapMb: 4_096,
};

type Settle = (run: ExplainedRun | undefined) => void;

export class ExplanationThread {
  readonly #databaseUrl: string;
  readonly #log: (message: string) => void;
  readonly #waiting = new Map<number, Settle>();
  #thread: Thread<ExplanationTalk> | undefined;
  #nextId = 0;
  #stopped = false;

  constructor({ databaseUrl, log }: ExplanationThreadData & { log: (message: string) => void }) {
    this.#databaseUrl = databaseUrl;
    this.#log = log;
  }

  /** Undefined where there is no answer in time, or too many wait for one: to be asked again a little later. */
  explain(version: number, row: RiskRow): Promise<ExplainedRun | undefined> {
    if (this.#stopped || this.#waiting.size >= MAX_WAITING) return Promise.resolve(undefined);
    const { promise, resolve } = Promise.withResolvers<ExplainedRun | undefined>();
    this.#nextId += 1;
    const id = this.#nextId;
    const tooLate = setTimeout(() => this.#end("it gave no answer in time"), ANSWER_WITHIN_MS);
    this.#waiting.set(id, (run) => {
      clearTimeout(tooLate);
      this.#waiting.delete(id);
      resolve(run);
    });
    this.#thread ??= this.#started();
    this.#thread.tell({ id, version, row });
    return promise;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const thread = this.#thread;
    this.#answerNobody();
    this.#thread = undefined;
    await thread?.stop();
  }

  #started(): Thread<ExplanationTalk> {
    const order = { databaseUrl: this.#databaseUrl };
    const hear = (message: ExplanationMessage) => this.#hear(message);
    const thread = startThread(EXPLANATIONS, order, { hear, inBackground: true });
    void thread.ended.then((end) => {
      if (end.reason === "failed") this.#log(`explanations: ${String(end.error)}`);
      // What it was asked it will not answer; the next question begins another one.
      if (this.#thread === thread) this.#end("it ended by itself");
    });
    return thread;
  }

  #hear(message: ExplanationMessage): void {
    if (message.kind === "explained") this.#waiting.get(message.id)?.(message.run);
    else if (message.kind === "failed") {
      this.#log(`explanations: ${message.why}`);
      this.#waiting.get(message.id)?.(undefined);
    } else this.#log(`explanations: model ${message.digest} cannot be used: ${message.why}`);
  }

  #end(why: string): void {
    this.#log(`explanations: the thread is let go, as ${why}`);
    const thread = this.#thread;
    this.#thread = undefined;
    this.#answerNobody();
    void thread?.stop();
  }

  #answerNobody(): void {
    for (const settle of [...this.#waiting.values()]) settle(undefined);
  }
}
