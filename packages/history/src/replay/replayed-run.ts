/** One stored run judged again from the features that were known at its moment, beside what was stored. */
import { isMoreIntrusive, type Lane } from "@customhouse/model";
import type { RiskRow } from "@customhouse/risk/features";
import {
  type CompiledRuleSet,
  type JudgedRun,
  judgeRun,
  type LaneHit,
  type LanePolicy,
} from "@customhouse/risk/rules";
import type { RunBody, StoredFact } from "../facts/fact.ts";

export interface ReplayModel {
  readonly id: string;
  readonly probability: (row: RiskRow) => number;
  /** Features that it reads, as `scope.name`; absent: any. */
  readonly needed?: ReadonlySet<string> | undefined;
}

export interface Judging {
  readonly set: CompiledRuleSet;
  readonly lanes?: LanePolicy | undefined;
  /** Criteria of the country: of these, what is stored says which hit. */
  readonly criteria: readonly Omit<LaneHit, "weight">[];
  readonly model?: ReplayModel | undefined;
}

export type AboutRun = Pick<StoredFact, "caseId" | "eventSeq" | "at">;

/** What of a stored run is compared. */
export interface StoredRun extends Omit<JudgedRun, "certain" | "score"> {
  /** Absent: no policy was in force. */
  readonly score?: number;
  /** 0: none was in force. */
  readonly policy: number;
  readonly basis: string;
}

export interface ReplayedRun extends AboutRun {
  readonly stored: StoredRun;
  readonly now: Omit<JudgedRun, "certain">;
  /** What of the stored is another now. Of a run without a policy, nothing is compared but the lane. */
  readonly differs: readonly Difference[];
}

export type Difference = "lane" | "criteria" | "shadow" | "failed" | "score";

export function storedRun({ lane, criteria, basis, run }: RunBody["run"]): StoredRun {
  const { policy = 0, score, shadow = [], failed = [] } = run ?? {};
  const stored = { lane, criteria, basis, shadow, failed, policy };
  return score === undefined ? stored : { ...stored, score };
}

export function judgeAgain({
  set,
  lanes,
  criteria,
  model,
}: Judging): (about: AboutRun, stored: StoredRun, row: RiskRow) => ReplayedRun {
  const known = new Map(criteria.map((one) => [one.id, one]));
  return (about, stored, row) => {
    const { certain, ...now } = judgeRun({
      set,
      row,
      lanes,
      criteria: stored.criteria.flatMap((id) => known.get(id) ?? []),
      model: model && { id: model.id, probability: model.probability(row) },
    });
    return comparedRun(about, stored, { ...now, lane: withChance(now.lane, certain, stored) });
  };
}

/** What chance drew stays drawn, unless something certain decides now. */
function withChance(lane: Lane, certain: boolean, stored: StoredRun): Lane {
  const byChance = stored.basis === "random" || stored.basis === "top-up";
  return byChance && !certain && isMoreIntrusive(stored.lane, lane) ? stored.lane : lane;
}

function comparedRun(
  { caseId, eventSeq, at }: AboutRun,
  stored: StoredRun,
  now: ReplayedRun["now"],
): ReplayedRun {
  const differs: Difference[] = stored.lane === now.lane ? [] : ["lane"];
  if (stored.score !== undefined) {
    for (const part of ["criteria", "shadow", "failed"] as const) {
      if (!isSame(stored[part], now[part])) differs.push(part);
    }
    if (stored.score !== now.score) differs.push("score");
  }
  return { caseId, eventSeq, at, stored, now, differs };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((id, index) => id === others[index]);
}
