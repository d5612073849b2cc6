/** Risk: which lane a declaration takes and why, and what is learnt from inspections. Pure. */
export { DAY_MS } from "./day.ts";
export { RISK_ERRORS, RiskError, type RiskErrorCode } from "./errors.ts";
export { FEATURES } from "./features/catalogue.ts";
export type { RiskExtras, TextFindings } from "./features/extras.ts";
export type { ControlResult, RiskFacts, RiskItemFacts } from "./features/facts.ts";
export { containersOf, type FactsContext, factsOf } from "./features/facts-of.ts";
export type {
  FeatureDefinition,
  FeatureGroup,
  FeatureScope,
  FeatureType,
  FeatureValue,
  FeatureValues,
  RiskRow,
} from "./features/feature.ts";
export { type FeaturePlan, featurePlan } from "./features/feature-plan.ts";
export { featureWords } from "./features/feature-words.ts";
export { featuresOf } from "./features/features-of.ts";
export {
  HISTORY_LIMITS,
  History,
  type HistoryLimits,
  type HistorySnapshot,
} from "./features/history.ts";
export {
  FEATURE_SCHEMA,
  FINDING_COLUMN,
  type LabelledRow,
  tableOfRows,
} from "./features/model-table.ts";
export { type AddressLike, type PartyLike, partyKey } from "./features/party-key.ts";
export { type RowScorer, rowScorer } from "./features/row-scorer.ts";
export {
  type Boosted,
  type BoostSettings,
  boost,
  DEEP_SETTINGS,
  type HeldOut,
  refuseTooDeep,
  USUAL_SETTINGS,
} from "./learn/boost.ts";
export {
  type Calibration,
  calibrate,
  calibratedLoss,
  UNCALIBRATED,
} from "./learn/calibrate.ts";
export { LEARNING_ERRORS, LearningError } from "./learn/errors.ts";
export { fitLinear, type Linear, USUAL_LINEAR } from "./learn/linear.ts";
export {
  type Evaluation,
  evaluate,
  ranked,
  refuseNotFinite,
  SHARES,
  weightedArea,
} from "./learn/metrics.ts";
export {
  checkedTarget,
  type Explanation,
  explain,
  logOddsOf,
  type Model,
  memberMatrix,
  probabilities,
  refuseLeaks,
  revenueOf,
  score,
} from "./learn/model.ts";
export {
  encode,
  featureNames,
  type History as CategoryHistory,
  learnProfiles,
  type Matrix,
  type Position,
  type Profiles,
  positionSets,
  profileSets,
} from "./learn/profiles.ts";
export { sample, seeded } from "./learn/random.ts";
export {
  columnOf,
  daysOf,
  joined,
  pickRows,
  type Table,
  type TableSchema,
  targetOf,
} from "./learn/schema.ts";
export { refuseWrongNames } from "./learn/schema-names.ts";
export { TREE_LIMITS, type Tree } from "./learn/tree.ts";
export { type Drift, driftOf } from "./monitor/drift.ts";
export { fairSample } from "./monitor/feature-drift.ts";
export { type MonitoredRun, type Picked, type Sample, sampleOf } from "./monitor/outcome.ts";
export { type Performance, performanceOf } from "./monitor/performance.ts";
export { readMost, watchedFeatures } from "./monitor/read-most.ts";
export {
  alarmsOf,
  type LastRetraining,
  type Retraining,
  retrainingDue,
  USUAL_RETRAINING,
} from "./monitor/retraining.ts";
export { weightsOf } from "./monitor/weights.ts";
export { capacityOf, checkedPolicy, type OfficeCapacity, type RiskPolicy } from "./policy.ts";
export {
  Backtest,
  type BacktestEvent,
  type BacktestInput,
  type BacktestPolicy,
  backtest,
} from "./rules/backtest.ts";
export type { BacktestReport } from "./rules/backtest-report.ts";
export { columnsOf, planFor } from "./rules/columns.ts";
export {
  type Compiled,
  type CompiledRule,
  type CompiledRuleSet,
  compileRules,
} from "./rules/compile.ts";
export { type Evaluated, evaluateRules, type RuleFailure, type RuleHit } from "./rules/evaluate.ts";
export { type ExplainedHit, explainHits } from "./rules/explain.ts";
export { type JudgedRun, judgeRun } from "./rules/judge-run.ts";
export {
  type Capacity,
  type Exploration,
  interestOf,
  type LaneHit,
  type LanePolicy,
  USUAL_POLICY,
} from "./rules/lanes.ts";
export { RULE_LIMITS } from "./rules/limits.ts";
export type { RuleProblem } from "./rules/problem.ts";
export type { Rule, RuleLane, RuleMode } from "./rules/rule.ts";
export { type FeatureColumns, readsItems, runColumns } from "./rules/run-columns.ts";
export {
  diffLists,
  type ListChanges,
  partyText,
  type Rescreened,
  rescreen,
} from "./screening/changes.ts";
export { SCREENING_ERRORS, ScreeningError, type ScreeningErrorCode } from "./screening/errors.ts";
export {
  actOnHit,
  eraseDue,
  foundHit,
  type HitAct,
  pairDigest,
  type ScreeningHit,
  undecided,
  type Verdict,
} from "./screening/hit.ts";
export { identifierKeys, identifierKind } from "./screening/identifiers.ts";
export {
  entryProblem,
  isSearchable,
  type Party,
  partyProblem,
  SCHEMAS,
  type WatchEntry,
  type WatchSchema,
} from "./screening/party.ts";
export {
  LEAST_THRESHOLD,
  type Screened,
  type ScreeningMatch,
  type ScreenOptions,
  screen,
  USUAL_THRESHOLD,
} from "./screening/screen.ts";
export { buildIndex, type ScreeningIndex } from "./screening/screening-index.ts";
export { jaroWinkler } from "./screening/similarity.ts";
export { wordKeys } from "./screening/word-keys.ts";
export { type Assessment, type AssessmentInput, assess, type LaneCounts } from "./select.ts";
export { checkDescription, type DescriptionCheck } from "./text/check-description.ts";
export { type DescriptionModel, suggestCodes } from "./text/description-model.ts";
export { TEXT_ERRORS, TextError } from "./text/errors.ts";
export {
  type MirrorGap,
  mirrorGaps,
  type TradeFlow,
  type TradeRecord,
  USUAL_MIRROR,
} from "./text/mirror.ts";
export {
  ageDays,
  checkedItem,
  linkParties,
  type OpenSourceItem,
  partiesIndex,
} from "./text/open-source-item.ts";
export { BUCKETS as TEXT_BUCKETS } from "./text/text-features.ts";
export { type Described, hasCode, trainDescriptions } from "./text/train-descriptions.ts";
export { vaguenessOf } from "./text/vague.ts";
