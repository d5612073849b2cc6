/** The engines behind risk and learning: Parquet history and what is played over it, training on threads, files. */
export { HISTORY_ERRORS, HistoryError } from "./errors.ts";
export { withEngine } from "./facts/engine.ts";
export { exportHistory, type FactPage } from "./facts/export-history.ts";
export { labelledHistory } from "./facts/labelled-history.ts";
export { readTable, scoresAsCsv } from "./files/csv-table.ts";
export {
  readDescriptions,
  type StoredDescriptions,
  writeDescriptions,
} from "./files/description-file.ts";
export { parseModel, readModel, type StoredModel, writeModel } from "./files/model-file.ts";
export { READY_SCHEMA, readSchema } from "./files/read-schema.ts";
export { readTrade } from "./files/read-trade.ts";
export { sha256 } from "./files/sealed-file.ts";
export { readList, type WatchList } from "./lists/read-list.ts";
export { readParties } from "./lists/read-parties.ts";
export type { BrokenRow } from "./lists/read-rows.ts";
export { backtestHistory } from "./replay/backtest-history.ts";
export { replayOneRule } from "./replay/one-rule.ts";
export type { OneRuleTally } from "./replay/one-rule-day.ts";
export { parsePolicy } from "./replay/policy-file.ts";
export { replayFeatures } from "./replay/replay-features.ts";
export { type ReplayReport, replayHistory } from "./replay/replay-history.ts";
export type { ReplayTally } from "./replay/replay-tally.ts";
export { type Compared, compareModels } from "./training/compare-models.ts";
export { learnFromHistory, learntTo } from "./training/learn-history.ts";
export { trainOnThreads } from "./training/train-on-threads.ts";
export {
  type LoopSummary,
  runLoop,
  summaryOf,
  type Week,
  weeksIn,
} from "./training/weekly-loop.ts";
