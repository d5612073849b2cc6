/** A thread of a one-rule replay: it is given days and gives tallies. */
import type { Rule } from "@customhouse/risk/rules";
import { withEngine } from "../facts/engine.ts";
import { inThread } from "../threads/index.ts";
import { compiledOne, oneRuleDay } from "./one-rule-day.ts";
import type { DaysTalk } from "./over-days.ts";

const { order, tell } = inThread<DaysTalk<Rule, Awaited<ReturnType<typeof oneRuleDay>>>>();
const { task, days } = order;
const set = compiledOne(task);
await withEngine(
  async (connection) => {
    for (const day of days) {
      tell({ day, answer: await oneRuleDay(connection, set, day) });
    }
  },
  { threads: 1 },
);
