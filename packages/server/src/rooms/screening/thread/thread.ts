/**
 * Screening in a thread of its own: the index of a million names takes many seconds and some hundred megabytes to build,
 * and nobody may wait for that. A thread lives for one set of lists. When a list changes, another one is built beside it
 * and takes over when it is ready; one that cannot be built leaves the one before where it is.
 */
import { startThread, type Thread, type ThreadProgram } from "@customhouse/history/threads";
import { type ActiveList, type Answers, nameOfLists, type PartyAnswers } from "../live/answers.ts";
import type { Moment } from "../live/new-hits.ts";
import type { NamedParty } from "../named/named-parties.ts";
import type { FromThread, ScreeningOrder, ScreeningTalk } from "./order.ts";

/** Longer than any answer should take, shorter than a trader notices. */
const ANSWER_WITHIN_MS = 500;
const MAX_WAITING = 1_000;
const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 60_000;

const SCREENING: ThreadProgram<ScreeningTalk> = {
  file: new URL("./thread-main.ts", import.meta.url),
};

export interface ScreeningThreadOptions {
  readonly databaseUrl: string;
  readonly log: (message: string) => void;
}

interface Running {
  readonly lists: string;
  readonly thread: Thread<ScreeningTalk>;
}

export class ScreeningThread implements Answers {
  readonly #options: ScreeningThreadOptions;
  readonly #waiting = new Map<number, (answers: PartyAnswers) => void>();
  #current: Running | undefined;
  #coming: Running | undefined;
  /** Replaced, and still answering what they were asked. */
  readonly #retiring = new Set<Thread<ScreeningTalk>>();
  #lists: string | undefined;
  #nextId = 0;
  #pauseMs = FIRST_PAUSE_MS;
  #notBeforeMs = 0;

  constructor(options: ScreeningThreadOptions) {
    this.#options = options;
  }

  use(active: readonly ActiveList[]): void {
    const lists = nameOfLists(active);
    if (this.#coming !== undefined && this.#coming.lists !== lists) this.#end("coming");
    if (lists === "") {
      this.#end("current");
      this.#lists = undefined;
      return;
    }
    const isThere = this.#current?.lists === lists || this.#coming !== undefined;
    if (isThere || performance.now() < this.#notBeforeMs) return;
    const versions = active.map(({ list, version }) => ({ list, version }));
    this.#start({ databaseUrl: this.#options.databaseUrl, versions, lists });
  }

  /** The lists of the last answer, also when the thread that gave it is gone. */
  lists(): string | undefined {
    return this.#lists;
  }

  isReady(): boolean {
    return this.#current !== undefined;
  }

  /** The thread that answers now. */
  thread(): Thread<ScreeningTalk> | undefined {
    return this.#current?.thread;
  }

  ask(parties: readonly NamedParty[], on: string): Promise<PartyAnswers> {
    const current = this.#current;
    const none: PartyAnswers = parties.map(() => undefined);
    if (current === undefined || this.#waiting.size >= MAX_WAITING) return Promise.resolve(none);
    const { promise, resolve } = Promise.withResolvers<PartyAnswers>();
    this.#nextId += 1;
    const id = this.#nextId;
    const settle = (answers: PartyAnswers) => {
      clearTimeout(timer);
      this.#waiting.delete(id);
      resolve(answers.length === parties.length ? answers : none);
    };
    const timer = setTimeout(() => settle(none), ANSWER_WITHIN_MS);
    this.#waiting.set(id, settle);
    this.#tell({ kind: "ask", id, parties: parties.map(({ party }) => party), on });
    return promise;
  }

  tick(moment: Moment): void {
    this.#tell({ kind: "tick", ...moment });
  }

  async stop(): Promise<void> {
    const threads = [this.#current?.thread, this.#coming?.thread, ...this.#retiring];
    this.#end("current");
    this.#end("coming");
    await Promise.all(threads.map((thread) => thread?.stop()));
  }

  #tell(message: ScreeningTalk["toThread"]): void {
    this.#current?.thread.tell(message);
  }

  #start(order: ScreeningOrder): void {
    const thread = startThread(SCREENING, order, {
      hear: (message) => this.#hear(coming, message),
    });
    const coming: Running = { lists: order.lists, thread };
    this.#coming = coming;
    void thread.ended.then((end) => {
      if (end.reason === "failed") this.#options.log(`screening: ${String(end.error)}`);
      this.#ended(coming);
    });
  }

  #hear(from: Running, message: FromThread): void {
    if (message.kind === "answer") {
      const answers = message.matches.map((matches) => matches ?? undefined);
      this.#waiting.get(message.id)?.(answers);
    } else if (message.kind === "failed") this.#options.log(`screening: ${message.why}`);
    else if (this.#coming === from) {
      this.#retire();
      this.#coming = undefined;
      this.#current = from;
      this.#lists = from.lists;
      this.#pauseMs = FIRST_PAUSE_MS;
    }
  }

  #retire(): void {
    const thread = this.#current?.thread;
    if (thread === undefined) return;
    this.#retiring.add(thread);
    setTimeout(() => {
      this.#retiring.delete(thread);
      void thread.stop();
    }, ANSWER_WITHIN_MS);
  }

  /** By itself: it is started again with the next look at the lists, after a pause that grows. */
  #ended(gone: Running): void {
    if (this.#current === gone) {
      this.#current = undefined;
      this.#answerNobody();
    } else if (this.#coming === gone) this.#coming = undefined;
    else return;
    this.#options.log("the thread of screening ended; it is started again");
    this.#notBeforeMs = performance.now() + this.#pauseMs;
    this.#pauseMs = Math.min(this.#pauseMs * 2, MAX_PAUSE_MS);
  }

  #end(which: "current" | "coming"): void {
    const running = which === "current" ? this.#current : this.#coming;
    if (running === undefined) return;
    if (which === "coming") this.#coming = undefined;
    else {
      this.#current = undefined;
      this.#answerNobody();
    }
    void running.thread.stop();
  }

  #answerNobody(): void {
    for (const settle of [...this.#waiting.values()]) settle([]);
  }
}
