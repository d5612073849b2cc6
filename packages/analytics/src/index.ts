/** The engines behind risk: tables, models as files, training over threads. */
export { readTable, scoresAsCsv } from "./csv-table.ts";
export {
  type ModelCard,
  readModel,
  type StoredModel,
  sha256,
  writeModel,
} from "./model-file.ts";
export { READY_SCHEMA, readSchema } from "./schema-file.ts";
export { trainModel } from "./train.ts";
export { type LoopSummary, runLoop, summaryOf, type Week, weeksIn } from "./weekly-loop.ts";
