/**
 * Lists of numbers by hashed key, in three typed arrays: eight bytes a posting and no object each. A second hash tells the
 * keys of a bucket apart, so that a list holds what was put under its key and, but for one chance in 2^50, nothing else.
 */
export interface Key {
  readonly bucket: number;
  readonly check: number;
}

export interface HashedPostings {
  readonly mask: number;
  readonly starts: Uint32Array;
  readonly checks: Uint32Array;
  readonly values: Uint32Array;
}

type Visit = (bucket: number, check: number, value: number) => void;

const MIN_BITS = 4;
const MAX_BITS = 24;

/** `emit` is called three times and must give the same postings in the same order each time. */
export function buildPostings(emit: (visit: Visit) => void): HashedPostings {
  let count = 0;
  emit(() => {
    count += 1;
  });
  const bits = Math.min(MAX_BITS, Math.max(MIN_BITS, Math.ceil(Math.log2(count + 1))));
  const mask = 2 ** bits - 1;
  const starts = new Uint32Array(mask + 2);
  emit((bucket) => {
    const at = (bucket & mask) + 1;
    starts[at] = (starts[at] as number) + 1;
  });
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] as number) + (starts[at - 1] as number);
  }
  const next = starts.slice();
  const checks = new Uint32Array(count);
  const values = new Uint32Array(count);
  emit((bucket, check, value) => {
    const slot = next[bucket & mask] as number;
    next[bucket & mask] = slot + 1;
    checks[slot] = check;
    values[slot] = value;
  });
  return { mask, starts, checks, values };
}

export function eachPosting(
  { mask, starts, checks, values }: HashedPostings,
  bucket: number,
  check: number,
  visit: (value: number) => void,
): void {
  const at = bucket & mask;
  const wanted = check >>> 0;
  const to = starts[at + 1] as number;
  for (let slot = starts[at] as number; slot < to; slot += 1) {
    if (checks[slot] === wanted) visit(values[slot] as number);
  }
}
