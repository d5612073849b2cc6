/** Which features rules read: nothing else has to be made, laid into frames or read from a file for them. */
import type { FeatureScope } from "../features/feature.ts";
import type { CompiledRule, CompiledRuleSet } from "./compile.ts";
import type { Slot } from "./environment.ts";

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
export function neededBy({ read }: CompiledRuleSet): readonly string[] {
  return [...read.declaration, ...read.item].map(({ scope, name }) => `${scope}.${name}`);
}
