/**
 * When a challenger is learnt without anybody asking. The setting is part of the policy, so that it is signed off by a second
 * person like the rules and is taken back with them: whether a model may replace another by itself is no smaller matter.
 */
import { DAY_MS } from "@customhouse/model";
import type { Performance } from "./performance.ts";

export interface Retraining {
  readonly everyDays: number;
  /** Controlled cases with a result, later than what the model in force has learnt from, before it is worth the while. */
  readonly minimumCases: number;
  /** Share of the newest controlled cases that the challenger does not learn from, to be judged on. */
  readonly holdOut: number;
  /** By how much the area under the curve has to be better, with all of its interval. */
  readonly margin: number;
  readonly members: number;
  readonly trees: number;
  readonly depth: number;
  readonly seed: number;
  /** `by-itself`: a challenger that beat the model in force replaces it without a signature. */
  readonly activates: "by-signature" | "by-itself";
}

export const USUAL_RETRAINING: Retraining = {
  everyDays: 30,
  minimumCases: 500,
  holdOut: 0.2,
  margin: 0,
  members: 4,
  trees: 500,
  depth: 8,
  seed: 1,
  activates: "by-signature",
};

export interface LastRetraining {
  /** ISO instant of its end. */
  readonly at: string;
  /** Alarms that stood then. */
  readonly alarms: readonly string[];
}

/** An alarm that already stood at the last run is not new; with it or without, once a day is enough. */
export function retrainingDue(
  { everyDays }: Pick<Retraining, "everyDays">,
  now: Date,
  last: LastRetraining | undefined,
  alarms: readonly string[],
): "schedule" | "alarm" | undefined {
  if (last === undefined) return "schedule";
  const passedMs = now.getTime() - Date.parse(last.at);
  if (passedMs >= everyDays * DAY_MS) return "schedule";
  const isNew = alarms.some((alarm) => !last.alarms.includes(alarm));
  return isNew && passedMs >= DAY_MS ? "alarm" : undefined;
}

/**
 * What monitoring says loudly: rules that decayed, a model that puts in order worse than before, scores that do not come true
 * where a model makes them (what rules weigh, a new model does not change), and what has drifted.
 */
export function alarmsOf(performance: Performance): readonly string[] {
  const { rules, ranking, calibration, scoredByModel, drift } = performance;
  const isOff = scoredByModel > 0 && calibration.some(({ off }) => off);
  return [
    ...rules.filter(({ decayed }) => decayed).map(({ id }) => `decayed:${id}`),
    ...(ranking?.decayed ? ["ranking"] : []),
    ...(isOff ? ["calibration"] : []),
    ...drift.filter(({ level }) => level === "alarm").map(({ name }) => `drift:${name}`),
  ];
}
