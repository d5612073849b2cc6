/**
 * Answers from what is stored, for a process without a thread of screening: the parties of a declaration that was lodged
 * elsewhere were screened there. About whom was not, there is no answer. A likeness to an entry that has been taken off its
 * list since counts here still, rather than too little.
 */
import { partyText } from "@customhouse/screening/hits";
import type { Pool } from "pg";
import { type NamedParty, sha256 } from "../named/named-parties.ts";
import { hitsOfParties, screenedParties } from "../store/prepared.ts";
import { type ActiveList, type Answers, nameOfLists, type PartyAnswers } from "./answers.ts";

export class StoredAnswers implements Answers {
  readonly #pool: Pool;
  readonly #log: (message: string) => void;
  #lists = "";

  constructor(pool: Pool, log: (message: string) => void) {
    this.#pool = pool;
    this.#log = log;
  }

  use(lists: readonly ActiveList[]): void {
    this.#lists = nameOfLists(lists);
  }

  lists(): string | undefined {
    return this.#lists === "" ? undefined : this.#lists;
  }

  isReady(): boolean {
    return true;
  }

  async ask(parties: readonly NamedParty[]): Promise<PartyAnswers> {
    try {
      return await this.#stored(parties);
    } catch (error) {
      this.#log(`screening: ${String(error)}`);
      return parties.map(() => undefined);
    }
  }

  async #stored(parties: readonly NamedParty[]): Promise<PartyAnswers> {
    const digests = parties.map(({ digest }) => digest);
    const screened = await screenedParties(this.#pool, digests, this.#lists);
    const hits = await hitsOfParties(
      this.#pool,
      parties.map(({ party }) => party.id),
    );
    const matches = hits.flatMap(({ match }) => match ?? []);
    return parties.map(({ digest }) =>
      screened.has(digest)
        ? matches.filter(({ party }) => sha256(partyText(party)) === digest)
        : undefined,
    );
  }

  tick(): void {}

  async stop(): Promise<void> {}
}
