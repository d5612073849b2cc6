/** A seeded stream of uniform numbers in [0, 1): the same seed gives the same model on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` different indices below `from`, in rising order. */
export function sample(from: number, count: number, random: () => number): Int32Array {
  const all = Int32Array.from({ length: from }, (_, index) => index);
  const take = Math.min(count, from);
  for (let index = 0; index < take; index += 1) {
    const other = index + Math.floor(random() * (from - index));
    const moved = all[index] ?? 0;
    all[index] = all[other] ?? 0;
    all[other] = moved;
  }
  return all.slice(0, take).sort();
}
