/**
 * Whether what comes in has changed: the population stability index between an earlier and a later period. Numbers are
 * compared by tenths of the earlier period, texts by their most frequent values; missing values are a group of their own.
 */
import type { FeatureValue } from "../features/feature.ts";

export interface Drift {
  readonly name: string;
  /** 0: alike. From 0.1 on worth a look, from 0.25 on an alarm, by long usage. */
  readonly index: number;
  readonly level: "alike" | "moved" | "alarm";
}

const MOVED = 0.1;
const ALARM = 0.25;
const TENTHS = 10;
const MOST_VALUES = 30;
/** Empty groups count as half a row. */
const HALF = 0.5;

export type Observed = FeatureValue | undefined;

export function driftOf(
  name: string,
  earlier: readonly Observed[],
  later: readonly Observed[],
): Drift | undefined {
  if (earlier.length < TENTHS || later.length < TENTHS) return undefined;
  const group = grouping(earlier);
  const groups = new Set<string>();
  const counted = (values: readonly Observed[]) => {
    const counts = new Map<string, number>();
    for (const value of values) {
      const one = group(value);
      groups.add(one);
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts;
  };
  const [before, after] = [counted(earlier), counted(later)];
  const share = (counts: ReadonlyMap<string, number>, one: string, all: number) =>
    Math.max(counts.get(one) ?? 0, HALF) / all;
  let index = 0;
  for (const one of groups) {
    const was = share(before, one, earlier.length);
    const is = share(after, one, later.length);
    index += (is - was) * Math.log(is / was);
  }
  return { name, index, level: index >= ALARM ? "alarm" : index >= MOVED ? "moved" : "alike" };
}

/** The group of a value, by what the earlier period was like. */
function grouping(earlier: readonly Observed[]): (value: Observed) => string {
  const numbers = earlier.filter((value) => typeof value === "number").sort((a, b) => a - b);
  if (numbers.length > 0) {
    const edges = Array.from(
      { length: TENTHS - 1 },
      (_, tenth) => numbers[Math.floor(((tenth + 1) * numbers.length) / TENTHS)] ?? 0,
    );
    return (value) =>
      typeof value === "number"
        ? String(edges.filter((edge) => edge <= value).length)
        : groupOf(value);
  }
  const counts = new Map<string, number>();
  for (const value of earlier) {
    const text = groupOf(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const kept = new Set(frequent.slice(0, MOST_VALUES).map(([text]) => text));
  return (value) => {
    const text = groupOf(value);
    return kept.has(text) ? text : "other";
  };
}

function groupOf(value: Observed): string {
  return value === undefined ? "missing" : `is ${String(value)}`;
}
