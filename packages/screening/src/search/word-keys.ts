/** Keys that names share where a word of one sounds as a word of the other, or is one consonant away from it. */
import { textHash } from "@customhouse/model/hash";
import { nameTokens } from "../names/name-tokens.ts";
import { soundOf } from "../names/sound.ts";
import { isStrong, weightOf } from "../names/weights.ts";
import { keysNear } from "./index-keys.ts";

/** The first ones that tell who somebody is; a name has few. */
const MAX_WORDS = 6;
const SHORT = 0x2c1b3c6d;

/** Whole numbers from 0 to 2^32 - 1. Empty for a name that cannot be searched. */
export function wordKeys(name: string): readonly number[] {
  const words = nameTokens(name);
  const telling = words.filter((word) => isStrong(weightOf(word, 0, 0)));
  const used = (telling.length === 0 ? words : telling).slice(0, MAX_WORDS);
  const keys = used.map(soundOf).flatMap((sound) => {
    const near = keysNear(sound).map(({ bucket }) => bucket);
    // A sound of one consonant has no neighbours.
    return near.length === 0 ? [textHash(sound, SHORT)] : near;
  });
  return [...new Set(keys.map((key) => key >>> 0))];
}
