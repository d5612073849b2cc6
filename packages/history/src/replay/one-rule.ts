/** One changed rule over stored feature rows. */
import type { Rule } from "@customhouse/risk/rules";
import { featureDays } from "./feature-rows.ts";
import { compiledOne, type OneRuleTally } from "./one-rule-day.ts";
import { overDays } from "./over-days.ts";

export interface OneRuleOrder {
  /** That a replay wrote. */
  readonly folder: string;
  readonly rule: Rule;
  readonly threads?: number;
  readonly onDay?: (days: number, of: number) => void;
}

const WORKER = new URL("./one-rule-worker.ts", import.meta.url);

/** Errors: CH4602, CH4604, CH4605. */
export async function replayOneRule(order: OneRuleOrder): Promise<OneRuleTally> {
  const { folder, rule, threads, onDay = () => {} } = order;
  // Refused here, before threads are started.
  compiledOne(rule);
  const days = await featureDays(folder);
  const tallies: OneRuleTally[] = [];
  await overDays<Rule, OneRuleTally>(WORKER, { task: rule, days }, threads, ({ answer }) => {
    tallies.push(answer);
    onDay(tallies.length, days.length);
  });
  return tallies.reduce(added);
}

function added(one: OneRuleTally, other: OneRuleTally): OneRuleTally {
  return {
    runs: one.runs + other.runs,
    items: one.items + other.items,
    hits: one.hits + other.hits,
    failures: one.failures + other.failures,
    storedHits: one.storedHits + other.storedHits,
    gained: one.gained + other.gained,
    lost: one.lost + other.lost,
  };
}
