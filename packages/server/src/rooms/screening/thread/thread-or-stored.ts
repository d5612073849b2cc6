/**
 * Answers from the thread of screening; from what is stored while it is coming up or gone: after a restart the parties
 * that are known already are answered at once, though the index takes its time.
 */
import type { ActiveList, Answers, PartyAnswers } from "../live/answers.ts";
import type { Moment } from "../live/new-hits.ts";
import type { StoredAnswers } from "../live/stored-answers.ts";
import type { NamedParty } from "../named/named-parties.ts";
import type { ScreeningThread } from "./thread.ts";

export class ThreadOrStored implements Answers {
  readonly #thread: ScreeningThread;
  readonly #stored: StoredAnswers;

  constructor(thread: ScreeningThread, stored: StoredAnswers) {
    this.#thread = thread;
    this.#stored = stored;
  }

  use(lists: readonly ActiveList[]): void {
    this.#thread.use(lists);
    this.#stored.use(lists);
  }

  /** Those of the thread, even where newer ones are in force: it answers by them until the next one is ready. */
  lists(): string | undefined {
    return this.#thread.lists() ?? this.#stored.lists();
  }

  isReady(): boolean {
    return this.#thread.isReady();
  }

  async ask(parties: readonly NamedParty[], on: string): Promise<PartyAnswers> {
    if (this.#thread.isReady()) return this.#thread.ask(parties, on);
    if (this.lists() === this.#stored.lists()) return this.#stored.ask(parties);
    return parties.map(() => undefined);
  }

  tick(moment: Moment): void {
    this.#thread.tick(moment);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}
