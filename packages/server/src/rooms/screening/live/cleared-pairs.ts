/**
 * Pairs that two officers called false, in memory: a declaration is not answered later because a party of it is like
 * somebody, so that the time of an answer says nothing.
 */
import type { ScreeningMatch } from "@customhouse/screening";
import { pairDigest, type ScreeningHit } from "@customhouse/screening/hits";
import { sha256 } from "../named/named-parties.ts";

/** Decided on or after the moment, oldest first. */
export type ClearedRead = (
  since: string,
  limit: number,
) => Promise<readonly { readonly hit: ScreeningHit; readonly changedAt: string }[]>;

const A_READ = 5_000;
/** Beyond, the oldest are forgotten: they are looked at once more, which is the safe side. */
const MAX_PAIRS = 500_000;
/** A decision may be stored a little after one that was made later. */
const OVERLAP_MS = 10_000;

export class ClearedPairs {
  readonly #read: ClearedRead;
  readonly #hits = new Map<string, ScreeningHit>();
  #since = "-infinity";

  constructor(read: ClearedRead) {
    this.#read = read;
  }

  async refresh(): Promise<void> {
    for (let from = this.#since; ; ) {
      const rows = await this.#read(from, A_READ);
      for (const { hit } of rows) this.#add(hit);
      const last = rows.at(-1)?.changedAt;
      if (last === undefined) return;
      this.#since = new Date(Date.parse(last) - OVERLAP_MS).toISOString();
      if (rows.length < A_READ || last === from) return;
      from = last;
    }
  }

  /** Those that may concern these matches. */
  of(matches: readonly ScreeningMatch[]): readonly ScreeningHit[] {
    return matches.flatMap(({ party, entry }) => {
      const found = this.#hits.get(keyOf(entry, pairDigest(party, entry, sha256)));
      return found ?? [];
    });
  }

  #add(hit: ScreeningHit): void {
    const key = keyOf({ list: hit.list, id: hit.entryId }, hit.pairDigest);
    this.#hits.delete(key);
    this.#hits.set(key, hit);
    if (this.#hits.size <= MAX_PAIRS) return;
    const [oldest] = this.#hits.keys();
    if (oldest !== undefined) this.#hits.delete(oldest);
  }
}

function keyOf({ list, id }: { readonly list: string; readonly id: string }, pair: string): string {
  return `${list}\u0000${id}\u0000${pair}`;
}
