/** Reads columns of a day's feature rows, and no others. */
import path from "node:path";
import type { FeatureScope, FeatureValue } from "@customhouse/risk/features";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { named, quoted } from "../facts/engine.ts";
import { type Column, RUN_COLUMN } from "./feature-columns.ts";
import { FEATURE_FILES } from "./feature-rows.ts";

export interface RunRange {
  /** Number of the first run, and of the first beyond. */
  readonly from: number;
  readonly to: number;
}

/** In the order of the runs. `selected` are columns or expressions as SQL writes them. Errors: CH4604. */
export async function readColumns(
  connection: DuckDBConnection,
  day: string,
  scope: FeatureScope,
  selected: readonly string[],
  range?: RunRange,
): Promise<readonly Column[]> {
  const file = quoted(path.join(day, FEATURE_FILES[scope]));
  const run = named(RUN_COLUMN);
  const within =
    range === undefined ? "" : `WHERE ${run} >= ${range.from} AND ${run} < ${range.to}`;
  const result = await connection.run(
    `SELECT ${selected.join(", ")} FROM read_parquet(${file}) ${within}`,
  );
  const columns = selected.map((): FeatureValue[] => []);
  for (const chunk of await result.fetchAllChunks()) {
    columns.forEach((column, index) => {
      for (const value of chunk.getColumnValues(index)) column.push(plain(value));
    });
  }
  return columns;
}

/** Lists come as objects of the engine; everything else is plain as it comes. */
function plain(value: DuckDBValue): FeatureValue {
  const isList = typeof value === "object" && value !== null && "items" in value;
  return (isList ? value.items : value) as FeatureValue;
}
