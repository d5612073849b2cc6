/** A thread of a one-rule replay: it is given days and gives tallies. */
import { parentPort, workerData } from "node:worker_threads";
import type { Rule } from "@customhouse/risk/rules";
import { withEngine } from "../facts/engine.ts";
import { compiledOne, oneRuleDay } from "./one-rule-day.ts";
import type { DaysTask } from "./over-days.ts";

const { task, days }: DaysTask<Rule> = workerData;
const set = compiledOne(task);
await withEngine(
  async (connection) => {
    for (const day of days) {
      parentPort?.postMessage({ day, answer: await oneRuleDay(connection, set, day) });
    }
  },
  { threads: 1 },
);
