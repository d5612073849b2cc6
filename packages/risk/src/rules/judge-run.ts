/** What rules and a model say of one row, without chance and capacity: for a run that is played again. */
import type { Lane } from "@customhouse/model";
import type { RiskRow } from "../features/feature.ts";
import type { CompiledRuleSet } from "./compile.ts";
import { evaluateRules } from "./evaluate.ts";
import { judge, type LaneHit, type LanePolicy } from "./lanes.ts";

export interface RunInput {
  readonly set: CompiledRuleSet;
  readonly row: RiskRow;
  /** Criteria of the country that hit: they always select. */
  readonly criteria: readonly Omit<LaneHit, "weight">[];
  readonly model?: { readonly id: string; readonly probability: number } | undefined;
  readonly lanes?: LanePolicy | undefined;
}

/** In the form of what is stored of a run. */
export interface JudgedRun {
  readonly lane: Lane;
  /** Whether a hit that always selects decided, so that chance could not go beyond it. */
  readonly certain: boolean;
  readonly criteria: readonly string[];
  readonly score: number;
  readonly shadow: readonly string[];
  readonly failed: readonly string[];
}

export function judgeRun({ set, row, criteria, model, lanes }: RunInput): JudgedRun {
  const evaluated = evaluateRules(set, row);
  const rules = evaluated.hits.map(({ rule }) => rule);
  const live = rules.filter(({ mode }) => mode === "live");
  const hits = [...criteria.map((hit) => ({ ...hit, weight: 100 })), ...live];
  const judged = judge({ hits, probability: model?.probability, policy: lanes });
  const byModel = judged.byModel && model !== undefined ? [`model:${model.id}`] : [];
  return {
    lane: judged.lane,
    certain: judged.certain,
    criteria: [...hits.map(({ id }) => id), ...byModel],
    score: judged.score,
    shadow: rules.filter(({ mode }) => mode === "shadow").map(({ id }) => id),
    failed: evaluated.failures.map(({ rule }) => rule.id),
  };
}
