/** Which features selection leans on: those that live rules read, and those that the model asks about most. */
import { columnsOf } from "../rules/columns.ts";
import type { CompiledRuleSet } from "../rules/compile.ts";

/** Of the rules, and as many of the model: who looks at drift reads a list, not the catalogue. */
const MOST_FEATURES = 20;

/** As `scope.name`, each once. `ofModel`: those that the model asks about most, first. */
export function watchedFeatures(
  { rules }: CompiledRuleSet,
  ofModel: readonly string[] = [],
): readonly string[] {
  const live = rules.filter(({ rule }) => rule.mode === "live");
  const ofRules = live.flatMap(columnsOf).map(({ scope, name }) => `${scope}.${name}`);
  return [
    ...new Set([
      ...[...new Set(ofRules)].slice(0, MOST_FEATURES),
      ...ofModel.slice(0, MOST_FEATURES),
    ]),
  ];
}
