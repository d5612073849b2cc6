/** Declarations with their goods items as rows of a table, and a scorer that needs no table. */
export { rowScorer } from "./row-scorer.ts";
export { FINDING_COLUMN, type LabelledRow, tableOfRows } from "./row-table.ts";
