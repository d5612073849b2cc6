/**
 * Where a unit price lies among its like. Kept as decayed sums of logarithms: four numbers a key, whatever the traffic,
 * and the same result in whichever chunks the stream is played. A median with its deviation would need the prices
 * themselves. Robustness comes from the logarithm and from clipping: one absurd price moves its key by no more than
 * a price four deviations away does.
 */
import { DAY_MS } from "@customhouse/model";

export interface PriceSums {
  count: number;
  sum: number;
  squares: number;
  /** Instant of the last price, to which the sums are decayed. */
  atMs: number;
}

/** The price of one item, as its logarithm was added to the cell and to the heading after clipping. */
export type AddedPrice = readonly [sequence: number, cell: number, heading: number];

export interface PricePosition {
  /** Deviations from the usual logarithm. */
  readonly deviations: number;
  /** By how much the price is the usual one. */
  readonly ratio: number;
  /** Prices behind it: those of the cell in full, after decay. */
  readonly support: number;
}

const HALF_LIFE_MS = 180 * DAY_MS;
const CLIP_FROM = 10;
const CLIP_DEVIATIONS = 4;
/** Prices are never closer than this: two equal prices do not make a third one absurd. */
const LEAST_DEVIATION = 0.1;
/** The heading counts as much as so many prices of the cell. */
const SHRINKAGE = 20;
const LEAST_SUPPORT = 4.5;

export function emptyPriceSums(): PriceSums {
  return { count: 0, sum: 0, squares: 0, atMs: 0 };
}

export function copyPriceSums(record: PriceSums): PriceSums {
  return { ...record };
}

/** Adds a logarithm of a price; returns what was added after clipping. */
export function addPrice(record: PriceSums, log: number, atMs: number): number {
  const factor = record.count === 0 ? 0 : 2 ** ((record.atMs - atMs) / HALF_LIFE_MS);
  record.count *= factor;
  record.sum *= factor;
  record.squares *= factor;
  record.atMs = atMs;
  let added = log;
  if (record.count >= CLIP_FROM) {
    const { mean, deviation } = momentsOf(record, atMs);
    const width = CLIP_DEVIATIONS * deviation;
    added = Math.min(Math.max(log, mean - width), mean + width);
  }
  record.count += 1;
  record.sum += added;
  record.squares += added * added;
  return added;
}

/** The sums without what one case added at `atMs`. */
export function withoutPrices(
  record: PriceSums | undefined,
  own: readonly number[],
  atMs: number,
): PriceSums | undefined {
  if (record === undefined || own.length === 0) return record;
  const weight = 2 ** ((atMs - record.atMs) / HALF_LIFE_MS);
  const rest = { ...record };
  for (const log of own) {
    rest.count -= weight;
    rest.sum -= weight * log;
    rest.squares -= weight * log * log;
  }
  return rest.count > 1e-9 ? rest : undefined;
}

/** Position within the cell, shrunk to the heading. Undefined where too little is known. */
export function pricePosition(
  log: number,
  cell: PriceSums | undefined,
  heading: PriceSums | undefined,
  nowMs: number,
): PricePosition | undefined {
  const own = momentsOf(cell, nowMs);
  const wide = momentsOf(heading, nowMs);
  const shrunk = wide.count === 0 ? 0 : SHRINKAGE;
  if (own.count + wide.count < LEAST_SUPPORT) return undefined;
  const weight = own.count / (own.count + shrunk || 1);
  const mean = weight * own.mean + (1 - weight) * wide.mean;
  const spread = weight * own.deviation ** 2 + (1 - weight) * wide.deviation ** 2;
  return {
    deviations: (log - mean) / Math.max(Math.sqrt(spread), LEAST_DEVIATION),
    ratio: Math.exp(Math.min(Math.max(log - mean, -50), 50)),
    support: own.count,
  };
}

interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and deviation do not age; the count is what is left of it at `nowMs`. */
function momentsOf(record: PriceSums | undefined, nowMs: number): Moments {
  if (record === undefined || record.count <= 0) return { count: 0, mean: 0, deviation: 0 };
  const mean = record.sum / record.count;
  const variance = Math.max(record.squares / record.count - mean * mean, 0);
  const count = record.count * 2 ** ((record.atMs - nowMs) / HALF_LIFE_MS);
  return { count, mean, deviation: Math.max(Math.sqrt(variance), LEAST_DEVIATION) };
}
