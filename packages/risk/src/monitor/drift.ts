/**
 * Whether what comes in has changed: the population stability index between an earlier and a later period. Numbers are
 * compared by tenths, texts by their values; missing values are a group of their own. Groups are made from both periods
 * together: made from one, they would fit its accidents, and the other would look changed.
 *
 * Few rows differ by themselves. So what chance alone gives on average is taken off the index, and it is told only where
 * chance as good as never gives so much.
 */
import type { FeatureValue } from "../features/feature.ts";
import { HARDLY_EVER } from "./rate.ts";

export interface Drift {
  readonly name: string;
  /** 0: alike. From 0.1 on worth a look, from 0.25 on an alarm, by long usage. */
  readonly index: number;
  /** `alike`, too, where there are too few rows to tell such an index from chance. */
  readonly level: "alike" | "moved" | "alarm";
}

const MOVED = 0.1;
const ALARM = 0.25;
const TENTHS = 10;
/** Rows of both periods. Values that are rarer are one group. */
const LEAST_ROWS = 10;
/** An empty side of a group counts as half a row. */
const HALF = 0.5;

export type Observed = FeatureValue | undefined;

/** Undefined: fewer than ten rows in a period. */
export function driftOf(
  name: string,
  earlier: readonly Observed[],
  later: readonly Observed[],
): Drift | undefined {
  if (earlier.length < TENTHS || later.length < TENTHS) return undefined;
  const groups = grouped(earlier, later);
  const freedom = groups.length - 1;
  const expected = freedom * (1 / earlier.length + 1 / later.length);
  const index = Math.max(0, indexOf(groups, earlier.length, later.length) - expected);
  const isChance = chiSquare(groups, earlier.length, later.length) <= mostByChance(freedom);
  const level = index >= ALARM ? "alarm" : index >= MOVED ? "moved" : "alike";
  return { name, index, level: isChance ? "alike" : level };
}

/** Rows of one group in the earlier and in the later period. */
type Group = readonly [earlier: number, later: number];

function indexOf(groups: readonly Group[], earlier: number, later: number): number {
  return groups.reduce((sum, [before, after]) => {
    const was = Math.max(before, HALF) / earlier;
    const is = Math.max(after, HALF) / later;
    return sum + (is - was) * Math.log(is / was);
  }, 0);
}

/** Pearson's, of two samples. */
function chiSquare(groups: readonly Group[], earlier: number, later: number): number {
  const all = earlier + later;
  return groups.reduce((sum, [before, after]) => {
    const expected = ((before + after) * earlier) / all;
    const other = ((before + after) * later) / all;
    return sum + (before - expected) ** 2 / expected + (after - other) ** 2 / other;
  }, 0);
}

/** Quantile of chi-square (Wilson and Hilferty). */
function mostByChance(freedom: number): number {
  if (freedom === 0) return 0;
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + HARDLY_EVER * Math.sqrt(part)) ** 3;
}

function grouped(earlier: readonly Observed[], later: readonly Observed[]): readonly Group[] {
  const group = grouping([...earlier, ...later]);
  const counts = new Map<string, [number, number]>();
  for (const [period, values] of [earlier, later].entries()) {
    for (const value of values) {
      const one = group(value);
      const count = counts.get(one) ?? [0, 0];
      count[period === 0 ? 0 : 1] += 1;
      counts.set(one, count);
    }
  }
  const isRare = ([before, after]: Group) => before + after < LEAST_ROWS;
  const rare = [...counts.values()]
    .filter(isRare)
    .reduce<Group>((sum, [before, after]) => [sum[0] + before, sum[1] + after], [0, 0]);
  const frequent = [...counts.values()].filter((one) => !isRare(one));
  return isRare(rare) && frequent.length > 0 ? joinedToLeast(frequent, rare) : [...frequent, rare];
}

/** What is rare even together goes to the smallest of the others. */
function joinedToLeast(groups: readonly Group[], rare: Group): readonly Group[] {
  const [least = [0, 0], ...others] = groups.toSorted(([a, b], [c, d]) => a + b - (c + d));
  return [...others, [least[0] + rare[0], least[1] + rare[1]]];
}

function grouping(all: readonly Observed[]): (value: Observed) => string {
  const numbers = all.filter((value) => typeof value === "number").sort((a, b) => a - b);
  const edges = Array.from(
    { length: TENTHS - 1 },
    (_, tenth) => numbers[Math.floor(((tenth + 1) * numbers.length) / TENTHS)] ?? 0,
  );
  return (value) => {
    if (value === undefined) return "missing";
    if (typeof value !== "number") return `is ${String(value)}`;
    return String(edges.filter((edge) => edge <= value).length);
  };
}
