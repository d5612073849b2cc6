/** Every feature as data. The environment of rules, the features' code and the analyst's page all read it. */
import { DECLARED_FEATURES } from "./catalogue-declared.ts";
import { EXTRA_FEATURES } from "./catalogue-extras.ts";
import { HISTORY_FEATURES } from "./catalogue-history.ts";
import type { FeatureDefinition } from "./feature.ts";

export const FEATURES: readonly FeatureDefinition[] = [
  ...DECLARED_FEATURES,
  ...HISTORY_FEATURES,
  ...EXTRA_FEATURES,
];
