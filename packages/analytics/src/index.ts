/** The engines behind risk: tables, models as files, training over threads. */
export { readTable, scoresAsCsv } from "./csv-table.ts";
export { HISTORY_ERRORS, HistoryError } from "./errors.ts";
export type { HeldOutRows } from "./held-out.ts";
export { backtestHistory } from "./history/backtest-history.ts";
export { type Compared, compareModels } from "./history/compare-models.ts";
export { withEngine } from "./history/engine.ts";
export { exportHistory, type FactPage } from "./history/export-history.ts";
export { labelledHistory } from "./history/labelled-history.ts";
export { learnFromHistory, learntTo } from "./history/learn-history.ts";
export { replayOneRule } from "./history/one-rule.ts";
export type { OneRuleTally } from "./history/one-rule-day.ts";
export { parsePolicy } from "./history/policy-file.ts";
export { replayFeatures } from "./history/replay-features.ts";
export { type ReplayReport, replayHistory } from "./history/replay-history.ts";
export type { ReplayTally } from "./history/replay-tally.ts";
export {
  type ModelCard,
  parseModel,
  readModel,
  type StoredModel,
  sha256,
  writeModel,
} from "./model-file.ts";
export { READY_SCHEMA, readSchema } from "./schema-file.ts";
export { readList, type WatchList } from "./screening/read-list.ts";
export { readParties } from "./screening/read-parties.ts";
export type { BrokenRow } from "./screening/rows.ts";
export {
  readDescriptions,
  type StoredDescriptions,
  writeDescriptions,
} from "./text/description-file.ts";
export { readTrade } from "./text/read-trade.ts";
export { type ModelKind, trainModel } from "./train.ts";
export { type LoopSummary, runLoop, summaryOf, type Week, weeksIn } from "./weekly-loop.ts";
export { boosterOf } from "./xgboost/export-booster.ts";
export { modelOfBooster } from "./xgboost/import-booster.ts";
