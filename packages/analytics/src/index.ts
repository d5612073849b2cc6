/** The engines behind risk: tables, models as files, training over threads. */
export { readTable, scoresAsCsv } from "./csv-table.ts";
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
export { trainModel } from "./train.ts";
export { type LoopSummary, runLoop, summaryOf, type Week, weeksIn } from "./weekly-loop.ts";
