/** One changed rule over stored feature rows, days side by side on threads. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Rule } from "@customhouse/risk";
import { HistoryError } from "../errors.ts";
import { featureDays } from "./feature-rows.ts";
import { compiledOne, type OneRuleTally } from "./one-rule-day.ts";

/** What a thread is given. */
export interface OneRuleTask {
  readonly rule: Rule;
  readonly days: readonly string[];
}

export interface OneRuleOrder {
  /** That a replay wrote. */
  readonly folder: string;
  readonly rule: Rule;
  readonly threads?: number;
  readonly onDay?: (days: number, of: number) => void;
}

/** Errors: CH4602, CH4604, CH4605. */
export async function replayOneRule(order: OneRuleOrder): Promise<OneRuleTally> {
  const { folder, rule, threads = availableParallelism(), onDay = () => {} } = order;
  // Refused here, before threads are started.
  compiledOne(rule);
  const days = await featureDays(folder);
  const lanes = Math.min(threads, days.length);
  const tallies: OneRuleTally[] = [];
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      onThread({ rule, days: days.filter((_day, index) => index % lanes === lane) }, (tally) => {
        tallies.push(tally);
        onDay(tallies.length, days.length);
      }),
    ),
  );
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

function onThread(task: OneRuleTask, take: (tally: OneRuleTally) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./one-rule-worker.ts", import.meta.url), {
      workerData: task,
    });
    worker.on("message", take);
    // Errors lose their type between threads.
    worker.on("error", (error) => reject(new HistoryError("CH4604", error.message)));
    worker.on("exit", () => resolve());
  });
}
