/** Features that repeat or combine what was declared. */
import { DECLARATION_FEATURES } from "./catalogue-declaration.ts";
import { ITEM_FEATURES } from "./catalogue-item.ts";
import type { DeclaredFeature, FeatureDefinition, FeatureScope } from "./feature.ts";

export const DECLARED_FEATURES: readonly FeatureDefinition[] = [
  ...DECLARATION_FEATURES.map((feature) => defined("declaration", feature)),
  ...ITEM_FEATURES.map((feature) => defined("item", feature)),
];

function defined(
  scope: FeatureScope,
  [name, type, description, group = scope]: DeclaredFeature,
): FeatureDefinition {
  return { name, type, scope, group, owner: "declaration data", label: "party", description };
}
