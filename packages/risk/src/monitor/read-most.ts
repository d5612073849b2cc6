/** Which features selection leans on: those that live rules read, and those that the model asks about most. */
import type { Model } from "../learn/model.ts";
import { columnsOf } from "../rules/columns.ts";
import type { CompiledRuleSet } from "../rules/compile.ts";

/** Of the rules, and as many of the model: who looks at drift reads a list, not the catalogue. */
const MOST_FEATURES = 20;

/** As `scope.name`, each once. `ofModel`: in the order of `readMost`. */
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

/**
 * Features of a model of trees, as `scope.name`: first those that most rows of the training data were asked about. A linear
 * model asks everybody about all, in its order.
 */
export function readMost({ features, members, linear }: Model): readonly string[] {
  const asked = new Float64Array(features.length);
  for (const { trees } of members) {
    for (const { feature, cover } of trees) {
      for (const [node, column] of feature.entries()) {
        if (column >= 0) asked[column] = (asked[column] ?? 0) + (cover[node] ?? 0);
      }
    }
  }
  const order = [...features.keys()]
    .filter((column) => linear !== undefined || (asked[column] ?? 0) > 0)
    .sort((a, b) => (asked[b] ?? 0) - (asked[a] ?? 0) || a - b);
  return [...new Set(order.flatMap((column) => madeOf(features[column] ?? "")))];
}

/** A column is a feature as it is, or a history of one or several (learn/profiles.ts). */
function madeOf(column: string): readonly string[] {
  const [, of = column] = column.split(": ");
  return of.split(" x ");
}
