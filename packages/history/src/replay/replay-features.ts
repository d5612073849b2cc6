/**
 * A whole policy over stored feature rows. Features do not depend on a policy, so that rows that were made once serve
 * every other one: nothing has to be folded, and days are judged side by side.
 */
import type { CompiledRuleSet, LaneHit, LanePolicy, Rule } from "@customhouse/risk/rules";
import { withEngine } from "../facts/engine.ts";
import { featureDays } from "./feature-rows.ts";
import { type DayAnswer, overDays } from "./over-days.ts";
import type { DayReplay } from "./replay-features-day.ts";
import { ReplayRows } from "./replay-rows.ts";
import { addTally, emptyTally, type ReplayTally } from "./replay-tally.ts";

/** What every thread is given. */
export interface FeatureReplayTask {
  readonly rules: readonly Rule[];
  readonly lanes?: LanePolicy | undefined;
  readonly criteria: readonly Omit<LaneHit, "weight">[];
  /** The file of the model, and the name that it goes by in what is stored. */
  readonly model?: { readonly id: string; readonly file: string } | undefined;
  /** Whether every run is given back. */
  readonly withRuns: boolean;
}

export interface FeatureReplayOrder extends Omit<FeatureReplayTask, "rules" | "withRuns"> {
  readonly set: CompiledRuleSet;
  /** That a replay wrote. */
  readonly folder: string;
  /** ISO days, the first and the last. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Every run, as CSV or, by its name, as Parquet. */
  readonly out?: string | undefined;
  readonly threads?: number;
  readonly onDay?: (days: number, of: number) => void;
}

const WORKER = new URL("./replay-features-worker.ts", import.meta.url);

/** Errors: CH4602, CH4604. */
export async function replayFeatures(order: FeatureReplayOrder): Promise<ReplayTally> {
  const { set, lanes, criteria, model, folder, from, to, out, threads, onDay = () => {} } = order;
  const days = await featureDays(folder, { from, to });
  const rules = set.rules.map(({ rule }) => rule);
  const tally = emptyTally(rules);
  const rows = out === undefined ? undefined : await ReplayRows.open(out, 0);
  const inOrder = new InOrder(days, ({ runs }) => {
    for (const run of runs) rows?.add(run);
  });
  let over = 0;
  // A thread reads the model itself: whatever else the caller knows of it stays here.
  const named = model && { id: model.id, file: model.file };
  const task = { rules, lanes, criteria, model: named, withRuns: out !== undefined };
  await overDays<FeatureReplayTask, DayReplay>(WORKER, { task, days }, threads, (answer) => {
    addTally(tally, answer.answer.tally);
    inOrder.take(answer);
    over += 1;
    onDay(over, days.length);
  });
  if (rows !== undefined && out !== undefined) {
    await withEngine((connection) => rows.finish(connection, out));
  }
  return tally;
}

/** Gives on in the order of days what comes in any. */
class InOrder {
  readonly #days: readonly string[];
  readonly #give: (answer: DayReplay) => void;
  readonly #waiting = new Map<string, DayReplay>();
  #next = 0;

  constructor(days: readonly string[], give: (answer: DayReplay) => void) {
    this.#days = days;
    this.#give = give;
  }

  take({ day, answer }: DayAnswer<DayReplay>): void {
    this.#waiting.set(day, answer);
    for (;;) {
      const next = this.#days[this.#next] ?? "";
      const waiting = this.#waiting.get(next);
      if (waiting === undefined) return;
      this.#waiting.delete(next);
      this.#give(waiting);
      this.#next += 1;
    }
  }
}
