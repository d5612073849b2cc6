/**
 * How a word sounds, as its consonants in a few classes. Vowels go, because Arabic and Hebrew do not write them and every
 * transliteration writes them differently: Muhammad, Mohamed and mhmd are all `mhmd`.
 */
import { textHash } from "@customhouse/model/hash";
import { doubleMetaphone } from "double-metaphone";

/** Longer words sound alike when they begin alike. */
const MAX_SOUND_CHARACTERS = 16;
const MAX_WHOLE_CHARACTERS = 80;
const MIN_PHONETIC_CHARACTERS = 2;
const WHOLE_SEED = 0x7feb352d;
const PHONETIC_SEED = 0x2127599b;

const DIGIT = /\d/;
const VOWEL = /[aeiou]/;

const CLASS: Readonly<Record<string, string>> = {
  b: "b",
  p: "p",
  d: "d",
  t: "t",
  g: "g",
  k: "k",
  q: "k",
  c: "k",
  v: "f",
  f: "f",
  z: "s",
  s: "s",
  x: "ks",
  j: "g",
  l: "l",
  m: "m",
  n: "n",
  r: "r",
  h: "h",
};

/** `word` is of small Latin letters and digits, as `nameTokens` gives it. */
export function soundOf(word: string): string {
  return consonants(word).slice(0, MAX_SOUND_CHARACTERS);
}

function consonants(word: string): string {
  // Without vowels between them two letters that are the same are two sounds.
  const single = VOWEL.test(word) ? word.replace(/([a-z])\1+/g, "$1") : word;
  const letters = single
    .replace(/t?s?ch|tch|cz/g, "k")
    .replace(/dzh|zh|dj/g, "j")
    .replace(/ph/g, "f")
    .replace(/([kgtdszrwl])h/g, "$1")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/^(?:y|i(?=[aeou]))/, "j")
    .replace(/^w/, "f")
    .replace(/^[aeiou]+/, "A")
    .replace(/h$/, "");
  let sound = "";
  for (const letter of letters) {
    if (letter === "A") sound += "a";
    else if (letter >= "0" && letter <= "9") sound += letter;
    else sound += CLASS[letter] ?? "";
  }
  return sound === "" ? word : sound;
}

/** Hash of the main Double Metaphone key of a word; 0 for what is too short to tell anything. */
export function phoneticKey(word: string): number {
  if (DIGIT.test(word)) return 0;
  const [key] = doubleMetaphone(word);
  return key.length < MIN_PHONETIC_CHARACTERS ? 0 : textHash(key, PHONETIC_SEED);
}

/** Hash of the sound of a whole name without its word borders: `Al Qaida` and `Alqaida` are alike. */
export function wholeSound(words: readonly string[]): number {
  return textHash(consonants(words.join("").slice(0, MAX_WHOLE_CHARACTERS)), WHOLE_SEED);
}
