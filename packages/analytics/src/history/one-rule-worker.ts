/** A thread of a one-rule replay: it is given days and gives tallies. */
import { parentPort, workerData } from "node:worker_threads";
import { withEngine } from "./engine.ts";
import type { OneRuleTask } from "./one-rule.ts";
import { compiledOne, oneRuleDay } from "./one-rule-day.ts";

const { rule, days }: OneRuleTask = workerData;
const set = compiledOne(rule);
await withEngine(
  async (connection) => {
    for (const day of days) parentPort?.postMessage(await oneRuleDay(connection, set, day));
  },
  { threads: 1 },
);
