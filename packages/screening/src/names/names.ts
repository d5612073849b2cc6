/** The names of a list as numbers: each word once, each name a run of word numbers. */
import type { WatchEntry } from "../party.ts";
import { nameTokens } from "./name-tokens.ts";
import { lettersOf } from "./similarity.ts";
import { phoneticKey, soundOf, wholeSound } from "./sound.ts";
import { type WordWeights, weightOf } from "./weights.ts";

export interface Names {
  readonly count: number;
  /** Word numbers of name `n` are `words[starts[n]]` up to `words[starts[n + 1]]`. */
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  /** Entry of each name, and which of the entry's names it is. */
  readonly entry: Uint32Array;
  readonly place: Uint16Array;
  readonly texts: readonly string[];
  readonly wordNumbers: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
  readonly weightOfWord: WordWeights;
  /** Sound of each word, by number. */
  readonly soundOfWord: Uint32Array;
  /** Hash of the main phonetic key of each word; 0 where it has none. */
  readonly phoneticOfWord: Uint32Array;
  readonly sounds: readonly string[];
  readonly soundNumbers: ReadonlyMap<string, number>;
  /** `lettersOf` each word. */
  readonly lettersOfWord: Uint32Array;
  /** `wholeSound` of each name. */
  readonly wholeOfName: Uint32Array;
  /** Names in which no letter or digit was found: they can never be hit. */
  readonly unsearchable: number;
}

/** Numbers of unknown count, without an object each. */
class Growing {
  #items = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length] = value;
    this.length += 1;
  }

  done(): Uint32Array {
    return this.#items.slice(0, this.length);
  }
}

const PROGRESS_EVERY = 10_000;

/** Weights of another list can be taken over, so that both score alike; `onEntries` hears how many entries are read. */
export function namesOf(
  entries: readonly WatchEntry[],
  weights: WordWeights | undefined,
  onEntries: (done: number) => void,
): Names {
  const words = new Growing();
  const starts = new Growing();
  const entryOf = new Growing();
  const placeOf = new Growing();
  const wholeOf = new Growing();
  const wordNumbers = new Map<string, number>();
  let unsearchable = 0;
  entries.forEach((entry, entryNumber) => {
    entry.names.forEach((name, place) => {
      const tokens = nameTokens(name);
      if (tokens.length === 0) {
        unsearchable += 1;
        return;
      }
      starts.push(words.length);
      entryOf.push(entryNumber);
      placeOf.push(place);
      wholeOf.push(wholeSound(tokens));
      for (const token of tokens) {
        let number = wordNumbers.get(token);
        if (number === undefined) {
          number = wordNumbers.size;
          wordNumbers.set(token, number);
        }
        words.push(number);
      }
    });
    if ((entryNumber + 1) % PROGRESS_EVERY === 0) onEntries(entryNumber + 1);
  });
  starts.push(words.length);
  const texts = [...wordNumbers.keys()];
  const names = starts.length - 1;
  const heldBy = new Uint32Array(texts.length);
  const laid = words.done();
  for (const number of laid) heldBy[number] = (heldBy[number] as number) + 1;
  return {
    count: names,
    starts: starts.done(),
    words: laid,
    entry: entryOf.done(),
    place: Uint16Array.from(placeOf.done()),
    texts,
    wordNumbers,
    wholeOfName: wholeOf.done(),
    unsearchable,
    ...weighed(texts, heldBy, names, wordNumbers, weights),
    ...sounded(texts),
  };
}

function weighed(
  texts: readonly string[],
  heldBy: Uint32Array,
  names: number,
  wordNumbers: ReadonlyMap<string, number>,
  given: WordWeights | undefined,
) {
  const weights = Float32Array.from(texts, (word, number) =>
    given === undefined ? weightOf(word, heldBy[number] ?? 0, names) : given(word),
  );
  const own = (word: string) => {
    const number = wordNumbers.get(word);
    return number === undefined ? weightOf(word, 0, names) : (weights[number] as number);
  };
  return { weights, weightOfWord: given ?? own };
}

function sounded(texts: readonly string[]) {
  const soundNumbers = new Map<string, number>();
  const soundOfWord = Uint32Array.from(texts, (word) => {
    const sound = soundOf(word);
    const number = soundNumbers.get(sound) ?? soundNumbers.size;
    soundNumbers.set(sound, number);
    return number;
  });
  const phoneticOfWord = Uint32Array.from(texts, phoneticKey);
  const lettersOfWord = Uint32Array.from(texts, lettersOf);
  return {
    soundOfWord,
    phoneticOfWord,
    lettersOfWord,
    sounds: [...soundNumbers.keys()],
    soundNumbers,
  };
}
