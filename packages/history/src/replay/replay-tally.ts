/** Counts of a replay. Plain data, so that a checkpoint can hold it. */
import type { Lane } from "@customhouse/model";
import type { Rule } from "@customhouse/risk/rules";
import type { Difference, ReplayedRun } from "./replayed-run.ts";

export interface RuleTally {
  readonly rule: string;
  readonly version: number;
  readonly mode: Rule["mode"];
  /** Runs that it hits now, and runs that are stored as hit by a rule of this name. */
  hits: number;
  storedHits: number;
  failures: number;
}

export interface ReplayTally {
  runs: number;
  results: number;
  /** Runs that had a policy in force, so that all of it is compared. */
  compared: number;
  /** Compared runs in which something is another, in whichever part. */
  differing: number;
  readonly differences: Record<Difference, number>;
  /** Runs by lane as stored, then by lane now. */
  readonly laneShift: Record<Lane, Record<Lane, number>>;
  readonly rules: readonly RuleTally[];
}

export function emptyTally(rules: readonly Rule[]): ReplayTally {
  const zero = (): Record<Lane, number> => ({ red: 0, yellow: 0, blue: 0, green: 0 });
  return {
    runs: 0,
    results: 0,
    compared: 0,
    differing: 0,
    differences: { lane: 0, criteria: 0, shadow: 0, failed: 0, score: 0 },
    laneShift: { red: zero(), yellow: zero(), blue: zero(), green: zero() },
    rules: rules.map(({ id, version, mode }) => ({
      rule: id,
      version,
      mode,
      hits: 0,
      storedHits: 0,
      failures: 0,
    })),
  };
}

export function tallyRun(tally: ReplayTally, { stored, now, differs }: ReplayedRun): void {
  tally.runs += 1;
  tally.laneShift[stored.lane][now.lane] += 1;
  for (const part of differs) tally.differences[part] += 1;
  if (stored.score !== undefined) {
    tally.compared += 1;
    if (differs.some((part) => part !== "lane")) tally.differing += 1;
  }
  const byId = positionsOf(tally);
  const count = (ids: readonly string[], what: "hits" | "storedHits" | "failures") => {
    for (const id of ids) {
      const rule = byId.get(id);
      if (rule !== undefined) rule[what] += 1;
    }
  };
  count(now.criteria, "hits");
  count(now.shadow, "hits");
  count(now.failed, "failures");
  count(stored.criteria, "storedHits");
  count(stored.shadow, "storedHits");
}

/** Of runs that were judged apart, under the same rules. */
export function addTally(to: ReplayTally, more: ReplayTally): void {
  for (const part of ["runs", "results", "compared", "differing"] as const) to[part] += more[part];
  for (const part of keysOf(to.differences)) to.differences[part] += more.differences[part];
  for (const was of keysOf(to.laneShift)) {
    for (const now of keysOf(to.laneShift[was])) to.laneShift[was][now] += more.laneShift[was][now];
  }
  to.rules.forEach((rule, at) => {
    const other = more.rules[at];
    for (const part of ["hits", "storedHits", "failures"] as const)
      rule[part] += other?.[part] ?? 0;
  });
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}

const known = new WeakMap<ReplayTally, ReadonlyMap<string, RuleTally>>();

function positionsOf(tally: ReplayTally): ReadonlyMap<string, RuleTally> {
  const found = known.get(tally) ?? new Map(tally.rules.map((rule) => [rule.rule, rule]));
  known.set(tally, found);
  return found;
}
