/** How alike a party's name and a name of the list are, from their words in whatever order. */
import type { Query, QueryWord } from "../search/query.ts";
import type { Names } from "./names.ts";
import { jaroWinkler, mayBeSlip, wordSimilarity } from "./similarity.ts";

/** Words that are less alike are different words. */
const LEAST_SIMILARITY = 0.8;
/** A word that the other name does not have: names are often written short. */
const UNMATCHED_SHARE = 0.6;
/** Without borders of words there is less to go by: what is not nearly the same is another name. */
const WHOLE_BASE = -1.02;
const WHOLE_SHARE = 2;

export interface WordMatch {
  readonly party: string;
  readonly list: string;
  readonly similarity: number;
  /** Mean of the weights of both words. */
  readonly weight: number;
}

export interface NameScore {
  readonly score: number;
  readonly words: readonly WordMatch[];
}

interface Pairing {
  readonly ours: number;
  readonly theirs: number;
  readonly similarity: number;
}

/** From 0 to 1. What cannot reach `least` may be called 0 without a closer look. */
export function nameScore(query: Query, names: Names, name: number, least = 0): number {
  const numbers = wordsOf(names, name);
  if (query.whole !== names.wholeOfName[name] && mostCovered(query, names, numbers) < least)
    return 0;
  return Math.max(
    weighed(query, names, numbers, paired(query, names, numbers)),
    whole(query, names, name, numbers),
  );
}

/** The same with the words that were matched, for who has to decide. */
export function explainedScore(query: Query, names: Names, name: number): NameScore {
  const numbers = wordsOf(names, name);
  const words = paired(query, names, numbers).map(({ ours, theirs, similarity }) => ({
    party: query.words[ours]?.text ?? "",
    list: names.texts[numbers[theirs] ?? 0] ?? "",
    similarity,
    weight: ((query.words[ours]?.weight ?? 0) + weightAt(names, numbers, theirs)) / 2,
  }));
  return { score: nameScore(query, names, name), words };
}

function wordsOf({ words, starts }: Names, name: number): Uint32Array {
  return words.subarray(starts[name] as number, starts[name + 1] as number);
}

function weightAt({ weights }: Names, numbers: Uint32Array, place: number): number {
  return weights[numbers[place] as number] as number;
}

/** The most alike words first, each used once. */
function paired({ words }: Query, names: Names, numbers: Uint32Array): readonly Pairing[] {
  const possible: Pairing[] = [];
  for (let ours = 0; ours < words.length; ours += 1) {
    const word = words[ours];
    if (word === undefined) break;
    for (let theirs = 0; theirs < numbers.length; theirs += 1) {
      const similarity = similarityTo(word, names, numbers[theirs] as number);
      if (similarity >= LEAST_SIMILARITY) possible.push({ ours, theirs, similarity });
    }
  }
  if (possible.length < 2) return possible;
  possible.sort((a, b) => b.similarity - a.similarity || a.ours - b.ours || a.theirs - b.theirs);
  let oursUsed = 0;
  let theirsUsed = 0;
  return possible.filter(({ ours, theirs }) => {
    if ((oursUsed >> ours) & 1 || (theirsUsed >> theirs) & 1) return false;
    oursUsed |= 1 << ours;
    theirsUsed |= 1 << theirs;
    return true;
  });
}

/** Most words are ruled out by their letters, before anything is compared. */
function similarityTo(word: QueryWord, names: Names, number: number): number {
  if (number === word.number) return 1;
  const phonetic = names.phoneticOfWord[number] as number;
  const sound = names.soundOfWord[number] as number;
  const alike = sound === word.exact || (phonetic === word.phonetic && phonetic !== 0);
  if (!alike && !mayBeSlip(word.letters, names.lettersOfWord[number] as number)) return 0;
  const known = word.known.get(number);
  if (known !== undefined) return known;
  const text = names.texts[number] ?? "";
  const similarity = wordSimilarity(word, { text, sound: names.sounds[sound] ?? "", phonetic });
  word.known.set(number, similarity);
  return similarity;
}

/** The most of both names that could be matched: every word that has any match counts. */
function mostCovered({ words, totalWeight }: Query, names: Names, numbers: Uint32Array): number {
  let total = totalWeight;
  let matched = 0;
  let oursMatched = 0;
  for (let theirs = 0; theirs < numbers.length; theirs += 1) {
    const number = numbers[theirs] as number;
    const weight = names.weights[number] as number;
    total += weight;
    let found = false;
    for (let ours = 0; ours < words.length; ours += 1) {
      const word = words[ours] as QueryWord;
      if (similarityTo(word, names, number) < LEAST_SIMILARITY) continue;
      found = true;
      if ((oursMatched >> ours) & 1) continue;
      oursMatched |= 1 << ours;
      matched += word.weight;
    }
    if (found) matched += weight;
  }
  const of = matched + UNMATCHED_SHARE * (total - matched);
  return of === 0 ? 0 : matched / of;
}

/** How much of both names is matched, times how alike what is matched is: two slips are worse than one. */
function weighed(
  query: Query,
  names: Names,
  numbers: Uint32Array,
  pairings: readonly Pairing[],
): number {
  let total = query.totalWeight;
  let heaviest = query.heaviest;
  for (let place = 0; place < numbers.length; place += 1) {
    const weight = weightAt(names, numbers, place);
    total += weight;
    if (weight > heaviest) heaviest = weight;
  }
  let matched = 0;
  let alike = 1;
  for (const { ours, theirs, similarity } of pairings) {
    const weight = (query.words[ours]?.weight ?? 0) + weightAt(names, numbers, theirs);
    matched += weight;
    if (similarity < 1) alike *= similarity ** (weight / (2 * heaviest));
  }
  const of = matched + UNMATCHED_SHARE * Math.max(0, total - matched);
  return of === 0 ? 0 : (alike * matched) / of;
}

/** The same sound with other borders of words, or none as in Chinese. */
function whole(query: Query, names: Names, name: number, numbers: Uint32Array): number {
  if (query.whole !== names.wholeOfName[name] || query.words.length === numbers.length) return 0;
  const ours = query.words.map(({ text }) => text).join("");
  const theirs = Array.from(numbers, (word) => names.texts[word] ?? "").join("");
  return Math.max(0, WHOLE_SHARE * jaroWinkler(ours, theirs) + WHOLE_BASE);
}
