/** How alike two words are, from 0 to 1. */
import { distance } from "fastest-levenshtein";

const PREFIX_CHARACTERS = 4;
const PREFIX_SHARE = 0.1;
const MAX_CHARACTERS = 64;
const INITIAL = 0.85;
/** Words of the same consonants are alike in part whatever their vowels. */
const SAME_SOUND_BASE = 0.1;
const SAME_PHONETIC_BASE = 0.07;
const SAME_SOUND_SHARE = 0.88;
/** Of a word without vowels nothing but the consonants can be compared. */
const SAME_CONSONANTS_BASE = 0.77;
const SAME_CONSONANTS_SHARE = 0.2;
const MIN_SLIP_CHARACTERS = 4;
const MIN_TWO_SLIPS_CHARACTERS = 9;
const ANY_LETTERS = 0xffffffff;
const MAX_DIFFERING_LETTERS = 4;
const VOWELS = /[aeiou]/g;
const VOWEL = /[aeiou]/;

const takenA = new Uint8Array(MAX_CHARACTERS);
const takenB = new Uint8Array(MAX_CHARACTERS);

/** Jaro's measure with Winkler's credit for a common beginning. Words are cut at 64 characters. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const lengthA = Math.min(a.length, MAX_CHARACTERS);
  const lengthB = Math.min(b.length, MAX_CHARACTERS);
  if (lengthA === 0 || lengthB === 0) return 0;
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1);
  takenA.fill(0, 0, lengthA);
  takenB.fill(0, 0, lengthB);
  let common = 0;
  for (let i = 0; i < lengthA; i += 1) {
    const letter = a.charCodeAt(i);
    const to = Math.min(lengthB - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j += 1) {
      if (takenB[j] === 1 || b.charCodeAt(j) !== letter) continue;
      takenA[i] = 1;
      takenB[j] = 1;
      common += 1;
      break;
    }
  }
  if (common === 0) return 0;
  const swapped = swappedLetters(a, b, lengthA) / 2;
  const jaro = (common / lengthA + common / lengthB + (common - swapped) / common) / 3;
  let prefix = 0;
  while (prefix < PREFIX_CHARACTERS && prefix < lengthA && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * PREFIX_SHARE * (1 - jaro);
}

function swappedLetters(a: string, b: string, lengthA: number): number {
  let swapped = 0;
  let j = 0;
  for (let i = 0; i < lengthA; i += 1) {
    if (takenA[i] === 0) continue;
    while (takenB[j] === 0) j += 1;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) swapped += 1;
    j += 1;
  }
  return swapped;
}

/** A word with what is worked out once about it. */
export interface HeardWord {
  readonly text: string;
  /** `soundOf` the word. */
  readonly sound: string;
  /** Its main phonetic key; 0 when it has none. */
  readonly phonetic: number;
}

/** 0 for words that neither sound alike nor are a slip of the pen apart: half alike letters are chance. */
export function wordSimilarity(a: HeardWord, b: HeardWord): number {
  if (a.text === b.text) return 1;
  if (a.text.length === 1 || b.text.length === 1) return a.text[0] === b.text[0] ? INITIAL : 0;
  const sameSound = a.sound === b.sound && a.sound.length >= 2;
  const slip = isSlip(a.text, b.text) ? jaroWinkler(a.text, b.text) : 0;
  if (sameSound && !(VOWEL.test(a.text) && VOWEL.test(b.text))) {
    const consonants = jaroWinkler(a.text.replace(VOWELS, ""), b.text.replace(VOWELS, ""));
    return SAME_CONSONANTS_BASE + SAME_CONSONANTS_SHARE * consonants;
  }
  const base = sameSound ? SAME_SOUND_BASE : SAME_PHONETIC_BASE;
  if (!sameSound && (a.phonetic !== b.phonetic || a.phonetic === 0)) return slip;
  return Math.max(slip, base + SAME_SOUND_SHARE * jaroWinkler(a.text, b.text));
}

/** One letter wrong, two neighbours swapped, or in a long word two letters wrong; short words have no slips. */
function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < MIN_SLIP_CHARACTERS || Math.abs(a.length - b.length) > 2) return false;
  const apart = distance(a, b);
  if (apart <= 1) return true;
  return apart === 2 && (shorter >= MIN_TWO_SLIPS_CHARACTERS || isSwap(a, b));
}

/** Two neighbouring characters swapped and no other difference. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** A bit for each letter that a word has; all bits for a single letter, which may stand for any word. */
export function lettersOf(word: string): number {
  if (word.length === 1) return ANY_LETTERS;
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters >>> 0;
}

/** Whether words of these letters can be a slip apart: each of two slips changes two letters at most. */
export function mayBeSlip(a: number, b: number): boolean {
  if (a === ANY_LETTERS || b === ANY_LETTERS) return true;
  let differing = a ^ b;
  for (let count = 0; count <= MAX_DIFFERING_LETTERS; count += 1) {
    if (differing === 0) return true;
    differing &= differing - 1;
  }
  return false;
}
