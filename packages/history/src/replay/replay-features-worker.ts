/** A thread of a replay over feature rows: it is given days and gives what became of their runs. */
import { rowScorer } from "@customhouse/learning/rows";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { compileRules } from "@customhouse/risk/rules";
import { withEngine } from "../facts/engine.ts";
import { readModel } from "../files/model-file.ts";
import { inThread } from "../threads/index.ts";
import type { DaysTalk } from "./over-days.ts";
import type { FeatureReplayTask } from "./replay-features.ts";
import { dayReplayer } from "./replay-features-day.ts";

type Answer = Awaited<ReturnType<ReturnType<typeof dayReplayer>>>;

const { order, tell } = inThread<DaysTalk<FeatureReplayTask, Answer>>();
const { task, days } = order;
const { rules, lanes, criteria, model, withRuns } = task;
// They were compiled before threads were started.
const { set } = compileRules(rules);
const scorer = model && {
  id: model.id,
  ...rowScorer((await readModel(model.file)).model, FEATURE_SCHEMA),
};
const replayDay = dayReplayer({ set, lanes, criteria, model: scorer }, withRuns);
await withEngine(
  async (connection) => {
    for (const day of days) {
      tell({ day, answer: await replayDay(connection, day) });
    }
  },
  { threads: 1 },
);
