/** What a risk run looks at: facts of a declaration, its past, and the features made of both. */
export { FEATURES } from "./catalogue.ts";
export type { RiskExtras, TextFindings } from "./extras.ts";
export type { ControlResult, RiskFacts } from "./facts.ts";
export { containersOf, factsOf } from "./facts-of.ts";
export type { FeatureScope, FeatureType, FeatureValue, FeatureValues, RiskRow } from "./feature.ts";
export { type FeaturePlan, featurePlan } from "./feature-plan.ts";
export { FEATURE_SCHEMA } from "./feature-schema.ts";
export { featureWords } from "./feature-words.ts";
export { featuresOf } from "./features-of.ts";
export { HISTORY_LIMITS, History, type HistorySnapshot } from "./history.ts";
export { type AddressLike, type PartyLike, partyKey } from "./party-key.ts";
