/** How much a word tells about who somebody is: a rare one much, a common one little, the form of a company next to nothing. */
import { isGenericWord, isWeakWord } from "./legal-forms.ts";

/** From 0 to 1. A word that no name of the list holds has 1. */
export type WordWeights = (word: string) => number;

const WEAK_WEIGHT = 0.08;
const GENERIC_WEIGHT = 0.15;
const STRONG_WEIGHT = 0.16;
const LEAST_WEIGHT = 0.2;
/** Shorter words tell less, whoever has them. */
const FULL_CHARACTERS = 4;
/** In a list of a few names no word is common. */
const MIN_NAMES = 1000;

/** Whether a word tells more than the form or trade of a company does. */
export function isStrong(weight: number): boolean {
  return weight > STRONG_WEIGHT;
}

/** Weight of a word that `count` of `names` names hold. */
export function weightOf(word: string, count: number, names: number): number {
  if (isWeakWord(word)) return WEAK_WEIGHT;
  if (isGenericWord(word)) return GENERIC_WEIGHT;
  const all = Math.log(Math.max(MIN_NAMES, names));
  const rare = Math.max(LEAST_WEIGHT, (all - Math.log(Math.max(1, count))) / all);
  return rare * Math.min(1, word.length / FULL_CHARACTERS);
}
