/** Which features rules read: nothing else has to be made, laid into frames or read from a file for them. */
import type { FeatureScope } from "../features/feature.ts";
import { ALL_FEATURES, type FeaturePlan, featurePlan } from "../features/feature-plan.ts";
import type { CompiledRule, CompiledRuleSet } from "./compile.ts";
import type { Slot } from "./environment.ts";
import type { RowScorer } from "./row-scorer.ts";

/** Features of one rule, each once. */
export function columnsOf({ condition }: CompiledRule): readonly Slot[] {
  return [...new Set(condition.operands.flatMap(({ read }) => read))];
}

export type ReadSlots = Readonly<Record<FeatureScope, readonly Slot[]>>;

export function readSlots(rules: readonly CompiledRule[]): ReadSlots {
  const all = [...new Set(rules.flatMap(columnsOf))];
  const of = (scope: FeatureScope) => all.filter((slot) => slot.scope === scope);
  return { declaration: of("declaration"), item: of("item") };
}

/** As `scope.name`, for `featurePlan`. */
function neededBy({ read }: CompiledRuleSet): readonly string[] {
  return [...read.declaration, ...read.item].map(({ scope, name }) => `${scope}.${name}`);
}

/** The features that rules and models read: nothing else need be made for them. */
export function planFor(
  set: CompiledRuleSet,
  scorers: readonly Pick<RowScorer, "needed">[],
): FeaturePlan {
  const needed = [...neededBy(set)];
  for (const scorer of scorers) {
    if (scorer.needed === undefined) return ALL_FEATURES;
    needed.push(...scorer.needed);
  }
  return featurePlan(needed);
}
