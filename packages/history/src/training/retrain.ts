/** A challenger from labelled cases, and whether it beats what is in force on the newest of them. Nothing is stored here. */
import { USUAL_SETTINGS } from "@customhouse/learning";
import { rowScorer } from "@customhouse/learning/rows";
import type { RiskRow } from "@customhouse/risk/features";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import type { Retraining } from "@customhouse/risk/monitor";
import { type CompiledRuleSet, judgeRun, type LanePolicy } from "@customhouse/risk/rules";
import { HistoryError } from "../errors.ts";
import { isFound, type LabelledCase } from "../facts/label-cases.ts";
import { type Comparison, compareModels, isOneClass, type ScoreOf } from "./compare-models.ts";
import { type Learnt, learnFromHistory, learntTo } from "./learn-history.ts";

/** What is in force: rules, and the model that scores beside them. */
export interface InForce {
  readonly set: CompiledRuleSet;
  readonly lanes: LanePolicy;
  /** Absent: rules alone. */
  readonly model?: { readonly probability: ScoreOf; readonly learntTo: string };
}

export interface RetrainingCounts {
  readonly cases: number;
  readonly found: number;
  /** Cases later than what the model in force has learnt from. */
  readonly newCases: number;
}

/** Estimated shares of all declarations that would take each lane, chance and capacity left out. */
type LaneShares = Readonly<Record<"red" | "yellow" | "blue" | "green", number>>;

export type Retrained = { readonly counts: RetrainingCounts } & (
  | { readonly kind: "too-little" | "one-class"; readonly message: string }
  | {
      readonly kind: "better" | "not-better";
      readonly learnt: Learnt;
      readonly comparison: Comparison;
      readonly lanes: { readonly champion: LaneShares; readonly challenger: LaneShares };
    }
);

export interface RetrainOptions {
  readonly cases: readonly LabelledCase[];
  readonly inForce: InForce;
  readonly settings: Retraining;
  readonly threads?: number;
  /** ISO instant, for the card. */
  readonly now: string;
  readonly onTree?: () => void;
}

/** Errors: those of training, but for too little of a history, which is an answer. */
export async function retrain(options: RetrainOptions): Promise<Retrained> {
  const { cases, inForce, settings } = options;
  const newCases = cases.filter(({ at }) => at > (inForce.model?.learntTo ?? "")).length;
  const counts = { cases: cases.length, found: cases.filter(isFound).length, newCases };
  if (newCases < settings.minimumCases) {
    const message = `${newCases} new controlled cases, where ${settings.minimumCases} are asked for`;
    return { counts, kind: "too-little", message };
  }
  if (isOneClass(cases)) {
    return { counts, kind: "one-class", message: "all controlled cases have the same result" };
  }
  try {
    return { counts, ...(await challenge(options)) };
  } catch (error) {
    if (!(error instanceof HistoryError) || error.code !== "CH4606") throw error;
    return { counts, kind: "too-little", message: error.message };
  }
}

async function challenge({ cases, inForce, settings, ...options }: RetrainOptions) {
  const { holdOut, members, seed, margin, trees, depth } = settings;
  const learnt = await learnFromHistory({
    ...options,
    cases,
    holdOut,
    settings: { ...USUAL_SETTINGS, trees, depth },
    members,
    seed,
  });
  const champion = scoreInForce(inForce);
  const challenger = rowScorer(learnt.model, FEATURE_SCHEMA).probability;
  // What either has learnt from says nothing of how well it does.
  const after = [learntTo(learnt), inForce.model?.learntTo ?? ""].sort().at(-1) ?? "";
  const newest = cases.filter(({ at }) => at > after);
  const comparison = compareModels(champion, challenger, newest, { seed, margin });
  const lanesOf = (model?: ScoreOf) => laneShares(inForce, model, newest);
  return {
    kind: comparison.beats ? ("better" as const) : ("not-better" as const),
    learnt,
    comparison,
    lanes: { champion: lanesOf(inForce.model?.probability), challenger: lanesOf(challenger) },
  };
}

/** Without a model, declarations are in the order that the rules alone give: this is what a first model has to beat. */
function scoreInForce({ set, lanes, model }: InForce): ScoreOf {
  return (
    model?.probability ?? ((row: RiskRow) => judgeRun({ set, lanes, row, criteria: [] }).score)
  );
}

function laneShares(
  { set, lanes }: InForce,
  model: ScoreOf | undefined,
  cases: readonly LabelledCase[],
): LaneShares {
  const shares = { red: 0, yellow: 0, blue: 0, green: 0 };
  const all = cases.reduce((sum, one) => sum + one.weight, 0);
  for (const one of cases) {
    const scored = model && { id: "", probability: model(one.row) };
    const { lane } = judgeRun({ set, lanes, row: one.row, criteria: [], model: scored });
    shares[lane] += one.weight / all;
  }
  return shares;
}
