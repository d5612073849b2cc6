/** Plays stored runs again under a policy, with the features that were known at each moment, beside what was stored. */
import { utcDay } from "@customhouse/model";
import {
  type FeaturePlan,
  featurePlan,
  featuresOf,
  type History,
  type RiskExtras,
  type RiskRow,
} from "@customhouse/risk/features";
import { planFor } from "@customhouse/risk/rules";
import type { RunBody, StoredFact } from "../facts/fact.ts";
import { observe } from "../facts/observe.ts";
import { emptyTally, type ReplayTally, tallyRun } from "./replay-tally.ts";
import { type Judging, judgeAgain, type ReplayedRun, storedRun } from "./replayed-run.ts";

export interface ReplayInput extends Judging {
  /** It goes on with the stream: give a copy. */
  readonly history: History;
  /** Runs before this day in UTC are folded and not judged; absent: all are judged. */
  readonly from?: string | undefined;
  readonly tally?: ReplayTally | undefined;
  /** Whether every feature is made, for somebody who keeps the rows; else those that rules and model read. */
  readonly allFeatures?: boolean;
  /** Given what was judged, and from which features. */
  readonly onRun?: (run: ReplayedRun, row: RiskRow) => void;
}

/** Takes the facts one by one in the order of play. Errors: CH4201, CH4203, CH4204. */
export class Replay {
  readonly #input: ReplayInput;
  readonly #again: ReturnType<typeof judgeAgain>;
  readonly #plan: FeaturePlan;
  readonly tally: ReplayTally;

  constructor(input: ReplayInput) {
    this.#input = input;
    this.#again = judgeAgain(input);
    this.#plan = input.allFeatures
      ? featurePlan()
      : planFor(input.set, input.model === undefined ? [] : [input.model]);
    this.tally = input.tally ?? emptyTally(input.set.rules.map(({ rule }) => rule));
  }

  take(fact: StoredFact): void {
    const { history, from } = this.#input;
    const { body } = fact;
    if (body.kind === "result") this.tally.results += 1;
    else if (from === undefined || utcDay(fact.at) >= from) this.#play(fact, body);
    observe(history, fact);
  }

  #play(fact: StoredFact, { facts, run }: RunBody): void {
    const { history, onRun } = this.#input;
    const extras = run.run?.extras as RiskExtras | undefined;
    const at = history.notBefore(facts.at);
    const row = featuresOf({ ...facts, at }, history, extras, this.#plan);
    const played = this.#again(fact, storedRun(run), row);
    tallyRun(this.tally, played);
    onRun?.(played, row);
  }
}
