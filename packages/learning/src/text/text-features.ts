/** A description as counts of words and of runs of letters, hashed: no vocabulary to keep, any script, slips do little harm. */
import { textHash } from "@customhouse/model/hash";

export const BUCKETS = 2 ** 18;
/** What stands beyond is not read. */
export const MAX_DESCRIPTION_CHARACTERS = 2_000;
const RUN_LENGTHS = [3, 4, 5] as const;
const WORD_SEED = 0x9e3779b1;
const RUN_SEED = 0x85ebca77;
const MAX_WORD_CHARACTERS = 40;
/** A word tells more than each of its runs of letters. */
const WORD_WEIGHT = 3;

export interface Features {
  /** Rising. */
  readonly buckets: Uint32Array;
  readonly counts: Float32Array;
}

export function wordsOfText(text: string): readonly string[] {
  const plain = text
    .slice(0, MAX_DESCRIPTION_CHARACTERS)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return plain
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.slice(0, MAX_WORD_CHARACTERS));
}

export function featuresOf(text: string): Features {
  const counts = new Map<number, number>();
  const add = (bucket: number, weight: number) =>
    counts.set(bucket, (counts.get(bucket) ?? 0) + weight);
  for (const word of wordsOfText(text)) {
    add(textHash(word, WORD_SEED) % BUCKETS, WORD_WEIGHT);
    const bordered = ` ${word} `;
    for (const length of RUN_LENGTHS) {
      for (let at = 0; at + length <= bordered.length; at += 1) {
        add(textHash(bordered.slice(at, at + length), RUN_SEED) % BUCKETS, 1);
      }
    }
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  return {
    buckets: Uint32Array.from(sorted, ([bucket]) => bucket),
    counts: Float32Array.from(sorted, ([, count]) => Math.log1p(count)),
  };
}
