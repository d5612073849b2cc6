/** Names of the list that may be the party's, by the keys of both. */
import { eachPosting, type Key } from "./hashed-postings.ts";
import { dominantKey, dominantPlaces, pairKey, pairPlaces, wholeKey } from "./index-keys.ts";
import type { Query } from "./query.ts";
import type { ScreeningIndex } from "./screening-index.ts";

/** A name that is like more names than this tells nobody apart. */
export const MAX_CANDIDATES = 5_000;

export interface Candidates {
  readonly names: readonly number[];
  /** How many were left out beyond the limit. */
  readonly cut: number;
}

export function candidatesFor({ byKey, marks }: ScreeningIndex, query: Query): Candidates {
  const { words } = query;
  const names: number[] = [];
  let cut = 0;
  marks.begin();
  const visit = (name: number) => {
    if (!marks.add(name)) return;
    if (names.length < MAX_CANDIDATES) names.push(name);
    else cut += 1;
  };
  const take = ({ bucket, check }: Key) => eachPosting(byKey, bucket, check, visit);
  take(wholeKey(query.whole));
  const weights = words.map(({ weight }) => weight);
  const places = pairPlaces(weights, true);
  places.forEach((place, at) => {
    for (const other of places.slice(at + 1)) {
      const a = words[place];
      const b = words[other];
      if (a === undefined || b === undefined) continue;
      if (a.exact >= 0 && b.exact >= 0) take(pairKey(a.exact, b.exact));
      if (a.exact >= 0) for (const near of b.near) take(pairKey(a.exact, near));
      if (b.exact >= 0) for (const near of a.near) take(pairKey(near, b.exact));
    }
  });
  for (const place of dominantPlaces(weights)) {
    const word = words[place];
    if (word === undefined) continue;
    if (word.exact >= 0) take(dominantKey(word.exact));
    for (const near of word.near) take(dominantKey(near));
  }
  return { names, cut };
}
