/**
 * Under which keys a name is found. Each rule asks about one party name and one list name alone, never about the rest of
 * the list, so that a changed list can be screened by its changes.
 *
 * - pair: two words of a name, by their sounds;
 * - dominant: one word that weighs nearly as much as the whole name;
 * - whole: all sounds together, whatever the borders of the words.
 */
import { mix, textHash } from "@customhouse/model/hash";
import { isStrong } from "../names/weights.ts";
import type { Key } from "./hashed-postings.ts";

/** The heaviest words of a name; more would cost pairs and tell nothing. */
const MAX_LIST_WORDS = 6;
const MAX_PARTY_WORDS = 8;
/** What the other words may weigh beside a dominant one, as a share of its weight. */
const MAX_REST = 0.85;

const NEAR = [0x165667b1, 0x27d4eb2f] as const;
/** A sound of fewer characters has too many neighbours to be told from them. */
const MIN_NEAR_CHARACTERS = 2;
const PAIR = [0x51ed270b, 0x2545f491] as const;
const DOMINANT = [0x68e31da4, 0x1b56c4e9] as const;
const WHOLE = [0x7feb352d, 0x3c6ef372] as const;

export function pairKey(soundA: number, soundB: number): Key {
  const low = Math.min(soundA, soundB);
  const high = Math.max(soundA, soundB);
  return { bucket: mix(mix(low, PAIR[0]), high), check: mix(mix(high, PAIR[1]), low) };
}

export function dominantKey(sound: number): Key {
  return { bucket: mix(sound, DOMINANT[0]), check: mix(sound, DOMINANT[1]) };
}

/** Of `wholeSound`. */
export function wholeKey(sound: number): Key {
  return { bucket: mix(sound, WHOLE[0]), check: mix(sound, WHOLE[1]) };
}

/** Of a sound as it is and with each character left out in turn: sounds that are one apart share a key. */
export function keysNear(sound: string): readonly Key[] {
  if (sound.length < MIN_NEAR_CHARACTERS) return [];
  return Array.from({ length: sound.length + 1 }, (_, at) => {
    const bucket = textHash(sound, NEAR[0], at - 1);
    return { bucket, check: mix(bucket, NEAR[1]) };
  });
}

/** Places of the words that pairs are made of, in the order of the name: strong words, or all when fewer than two are. */
export function pairPlaces(weights: ArrayLike<number>, isParty: boolean): readonly number[] {
  const places = Array.from({ length: weights.length }, (_, place) => place);
  const strong = places.filter((place) => isStrong(weights[place] ?? 0));
  const used = strong.length >= 2 ? strong : places;
  const most = isParty ? MAX_PARTY_WORDS : MAX_LIST_WORDS;
  if (used.length <= most) return used;
  return used
    .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

/** Places of words that could make a hit by themselves. */
export function dominantPlaces(weights: ArrayLike<number>): readonly number[] {
  let total = 0;
  for (let place = 0; place < weights.length; place += 1) total += weights[place] ?? 0;
  return Array.from({ length: weights.length }, (_, place) => place).filter((place) => {
    const weight = weights[place] ?? 0;
    return total - weight <= MAX_REST * weight;
  });
}
