/** A list made ready for screening: its names as numbers, and the keys under which each is found. */
import { textHash } from "@customhouse/model/hash";
import { ScreeningError } from "../errors.ts";
import { IDENTIFIER_SEEDS, identifierKeys } from "../identifiers.ts";
import { type Names, namesOf } from "../names/names.ts";
import type { WordWeights } from "../names/weights.ts";
import { entryProblem, type WatchEntry } from "../party.ts";
import { buildPostings, type HashedPostings } from "./hashed-postings.ts";
import {
  dominantKey,
  dominantPlaces,
  keysNear,
  pairKey,
  pairPlaces,
  wholeKey,
} from "./index-keys.ts";
import { Marks } from "./marks.ts";

export interface ScreeningIndex {
  readonly entries: readonly WatchEntry[];
  readonly names: Names;
  /** Names by pair, dominant word and whole sound. */
  readonly byKey: HashedPostings;
  /** Sounds by themselves less one character. */
  readonly soundsNear: HashedPostings;
  /** Entries by identifier. */
  readonly byIdentifier: HashedPostings;
  /** Sounds near a sound, kept for a while because names repeat. */
  readonly nearKnown: Map<string, readonly number[]>;
  /** Paper to cross off names on while one party is screened. */
  readonly marks: Marks;
}

export interface IndexOptions {
  /** Of another list, so that scores are the same against either. */
  readonly weights?: WordWeights;
  /** Told now and then how many entries are read. */
  readonly onEntries?: (done: number) => void;
}

/** Throws `ScreeningError` CH4402 or CH4403 on the first entry that is not sound. */
export function buildIndex(
  entries: readonly WatchEntry[],
  { weights, onEntries = () => {} }: IndexOptions = {},
): ScreeningIndex {
  refuseUnsound(entries);
  const names = namesOf(entries, weights, onEntries);
  return {
    entries,
    names,
    byKey: nameKeys(names),
    soundsNear: nearKeys(names.sounds),
    nearKnown: new Map(),
    marks: new Marks(names.count),
    byIdentifier: buildPostings((visit) => {
      entries.forEach((entry, number) => {
        for (const key of identifierKeys(entry.identifiers)) {
          visit(textHash(key, IDENTIFIER_SEEDS[0]), textHash(key, IDENTIFIER_SEEDS[1]), number);
        }
      });
    }),
  };
}

export function entryKey({ list, id }: Pick<WatchEntry, "list" | "id">): string {
  return `${list}\u0000${id}`;
}

function refuseUnsound(entries: readonly WatchEntry[]): void {
  const seen = new Set<string>();
  for (const entry of entries) {
    const problem = entryProblem(entry);
    const name = `${entry.list} ${entry.id}`.slice(0, 100);
    if (problem !== undefined) throw new ScreeningError("CH4402", `${name}: ${problem}`);
    const key = entryKey(entry);
    if (seen.has(key)) throw new ScreeningError("CH4403", name);
    seen.add(key);
  }
}

function nameKeys(names: Names): HashedPostings {
  const { count, starts, words, weights, soundOfWord, wholeOfName } = names;
  return buildPostings((visit) => {
    for (let name = 0; name < count; name += 1) {
      const numbers = words.subarray(starts[name] as number, starts[name + 1] as number);
      const own = Array.from(numbers, (word) => weights[word] as number);
      const heard = Array.from(numbers, (word) => soundOfWord[word] as number);
      for (const [a, b] of pairs(pairPlaces(own, false))) {
        const { bucket, check } = pairKey(heard[a] ?? 0, heard[b] ?? 0);
        visit(bucket, check, name);
      }
      for (const place of dominantPlaces(own)) {
        const { bucket, check } = dominantKey(heard[place] ?? 0);
        visit(bucket, check, name);
      }
      const whole = wholeKey(wholeOfName[name] as number);
      visit(whole.bucket, whole.check, name);
    }
  });
}

function pairs(places: readonly number[]): (readonly [number, number])[] {
  return places.flatMap((place, at) =>
    places.slice(at + 1).map((other) => [place, other] as const),
  );
}

function nearKeys(sounds: readonly string[]): HashedPostings {
  return buildPostings((visit) => {
    sounds.forEach((sound, number) => {
      for (const { bucket, check } of keysNear(sound)) visit(bucket, check, number);
    });
  });
}
