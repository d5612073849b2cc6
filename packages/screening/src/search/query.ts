/** A party's name made ready for one index: its words, their weights, their sounds and what sounds near them. */
import { distance } from "fastest-levenshtein";
import { nameTokens } from "../names/name-tokens.ts";
import { type HeardWord, isSwap, lettersOf } from "../names/similarity.ts";
import { phoneticKey, soundOf, wholeSound } from "../names/sound.ts";
import { eachPosting } from "./hashed-postings.ts";
import { keysNear } from "./index-keys.ts";
import type { ScreeningIndex } from "./screening-index.ts";

export interface QueryWord extends HeardWord {
  readonly weight: number;
  /** Number of the word in the index; -1 when the list does not have it. */
  readonly number: number;
  readonly letters: number;
  /** Number of its sound in the index; -1 when the list has none such. */
  readonly exact: number;
  /** Numbers of other sounds that are one consonant away, or two swapped. */
  readonly near: readonly number[];
  /** Similarity to words of the list, by word number, kept while the party is screened. */
  readonly known: Map<number, number>;
}

export interface Query {
  readonly name: string;
  readonly words: readonly QueryWord[];
  readonly whole: number;
  readonly totalWeight: number;
  readonly heaviest: number;
}

const MAX_NEAR_KNOWN = 20_000;

export function queryOf(index: ScreeningIndex, name: string): Query {
  const tokens = nameTokens(name);
  const words = tokens.map((text) => queryWord(index, text));
  return {
    name,
    words,
    whole: wholeSound(tokens),
    totalWeight: words.reduce((sum, { weight }) => sum + weight, 0),
    heaviest: words.reduce((most, { weight }) => Math.max(most, weight), 0),
  };
}

function queryWord(index: ScreeningIndex, text: string): QueryWord {
  const sound = soundOf(text);
  const exact = index.names.soundNumbers.get(sound) ?? -1;
  return {
    text,
    number: index.names.wordNumbers.get(text) ?? -1,
    letters: lettersOf(text),
    weight: index.names.weightOfWord(text),
    sound,
    exact,
    near: nearSounds(index, sound),
    phonetic: phoneticKey(text),
    known: new Map(),
  };
}

function nearSounds(
  { names: { sounds }, soundsNear, nearKnown }: ScreeningIndex,
  sound: string,
): readonly number[] {
  const known = nearKnown.get(sound);
  if (known !== undefined) return known;
  const near = new Set<number>();
  for (const { bucket, check } of keysNear(sound)) {
    eachPosting(soundsNear, bucket, check, (other) => {
      const found = sounds[other] ?? "";
      const isNear = distance(sound, found) === 1 || isSwap(sound, found);
      if (isNear) near.add(other);
    });
  }
  if (nearKnown.size >= MAX_NEAR_KNOWN) nearKnown.clear();
  const list = [...near];
  nearKnown.set(sound, list);
  return list;
}
