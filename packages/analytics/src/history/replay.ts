/** Plays stored runs again under a policy, with the features that were known at each moment, beside what was stored. */
import type { Lane } from "@customhouse/model";
import {
  type CompiledRuleSet,
  type FeaturePlan,
  featurePlan,
  featuresOf,
  type History,
  isMoreIntrusive,
  type JudgedRun,
  judgeRun,
  type LaneHit,
  type LanePolicy,
  planFor,
  type RiskExtras,
  type RiskRow,
} from "@customhouse/risk";
import type { RunBody, StoredFact } from "./fact.ts";
import { observe } from "./observe.ts";
import { emptyTally, type ReplayTally, tallyRun } from "./replay-tally.ts";

export interface ReplayModel {
  readonly id: string;
  readonly probability: (row: RiskRow) => number;
  /** Features that it reads, as `scope.name`; absent: any. */
  readonly needed?: ReadonlySet<string> | undefined;
}

export interface ReplayInput {
  /** It goes on with the stream: give a copy. */
  readonly history: History;
  readonly set: CompiledRuleSet;
  readonly lanes?: LanePolicy | undefined;
  /** Criteria of the country: of these, what is stored says which hit. */
  readonly criteria: readonly Omit<LaneHit, "weight">[];
  readonly model?: ReplayModel | undefined;
  /** Runs before this ISO day are folded and not judged; absent: all are judged. */
  readonly from?: string | undefined;
  readonly tally?: ReplayTally | undefined;
  /** Whether every feature is made, for somebody who keeps the rows; else those that rules and model read. */
  readonly allFeatures?: boolean;
  /** Given what was judged, and from which features. */
  readonly onRun?: (run: ReplayedRun, row: RiskRow) => void;
}

export interface ReplayedRun {
  readonly caseId: string;
  readonly eventSeq: number;
  readonly at: string;
  readonly stored: Omit<JudgedRun, "certain" | "score"> & {
    /** Absent: no policy was in force. */
    readonly score?: number;
    readonly policy: number;
  };
  readonly now: Omit<JudgedRun, "certain">;
  /** What of the stored is another now. Of a run without a policy, nothing is compared but the lane. */
  readonly differs: readonly Difference[];
}

export type Difference = "lane" | "criteria" | "shadow" | "failed" | "score";

/** Takes the facts one by one in the order of play. Errors: CH4201, CH4203, CH4204. */
export class Replay {
  readonly #input: ReplayInput;
  readonly #criteria: ReadonlyMap<string, Omit<LaneHit, "weight">>;
  readonly #plan: FeaturePlan;
  readonly tally: ReplayTally;

  constructor(input: ReplayInput) {
    this.#input = input;
    this.#criteria = new Map(input.criteria.map((one) => [one.id, one]));
    this.#plan = input.allFeatures
      ? featurePlan()
      : planFor(input.set, input.model === undefined ? [] : [input.model]);
    this.tally = input.tally ?? emptyTally(input.set.rules.map(({ rule }) => rule));
  }

  take(fact: StoredFact): void {
    const { history, from } = this.#input;
    const { body } = fact;
    if (body.kind === "result") this.tally.results += 1;
    else if (from === undefined || fact.at.slice(0, 10) >= from) this.#play(fact, body);
    observe(history, fact);
  }

  #play({ caseId, eventSeq, at }: StoredFact, { facts, run }: RunBody): void {
    const { history, onRun } = this.#input;
    const extras = run.run?.extras as RiskExtras | undefined;
    const row = featuresOf(
      { ...facts, at: history.notBefore(facts.at) },
      history,
      extras,
      this.#plan,
    );
    const { certain, ...now } = this.#judged(row, run);
    const lane = withChance(now.lane, certain, run);
    const played = comparedRun({ caseId, eventSeq, at }, run, { ...now, lane });
    tallyRun(this.tally, played);
    onRun?.(played, row);
  }

  #judged(row: RiskRow, run: RunBody["run"]): JudgedRun {
    const { set, lanes, model } = this.#input;
    return judgeRun({
      set,
      row,
      lanes,
      criteria: run.criteria.flatMap((id) => this.#criteria.get(id) ?? []),
      model: model && { id: model.id, probability: model.probability(row) },
    });
  }
}

/** What chance drew stays drawn, unless something certain decides now. */
function withChance(lane: Lane, certain: boolean, run: RunBody["run"]): Lane {
  const byChance = run.basis === "random" || run.basis === "top-up";
  return byChance && !certain && isMoreIntrusive(run.lane, lane) ? run.lane : lane;
}

function comparedRun(
  about: Pick<ReplayedRun, "caseId" | "eventSeq" | "at">,
  run: RunBody["run"],
  now: ReplayedRun["now"],
): ReplayedRun {
  const { policy = 0, score, shadow = [], failed = [] } = run.run ?? {};
  const stored = { lane: run.lane, criteria: run.criteria, shadow, failed, policy };
  const differs: Difference[] = run.lane === now.lane ? [] : ["lane"];
  if (score === undefined) return { ...about, stored, now, differs };
  for (const part of ["criteria", "shadow", "failed"] as const) {
    if (!isSame(stored[part], now[part])) differs.push(part);
  }
  if (score !== now.score) differs.push("score");
  return { ...about, stored: { ...stored, score }, now, differs };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, index) => id === others[index]);
}
