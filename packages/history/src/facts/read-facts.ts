/** Reads an exported history in the order in which it is played, day by day: never more than one part of a day at once. */
import type { DuckDBConnection } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";
import { COLUMNS } from "./columns.ts";
import { named, quoted } from "./engine.ts";
import type { StoredFact } from "./fact.ts";
import { factOfRow } from "./fact-row.ts";
import type { DayParts } from "./folder.ts";

const SELECTED = COLUMNS.map(([name, type]) =>
  type === "TIMESTAMPTZ" ? `epoch_ms(${named(name)}) AS ${named(name)}` : named(name),
).join(", ");

/** Facts of one day, of one kind or of both, in batches. Errors: CH4604. */
export async function* readDay(
  connection: DuckDBConnection,
  { parts }: DayParts,
  kind?: "run" | "result",
): AsyncGenerator<readonly StoredFact[]> {
  const files = parts.map(quoted).join(", ");
  const rows = await connection.stream(
    `SELECT to_json(r) FROM (SELECT ${SELECTED} FROM read_parquet([${files}], hive_partitioning = false)
      ${kind === undefined ? "" : `WHERE "kind" = ${quoted(kind)}`} ORDER BY "playAt", "position") r`,
  );
  for await (const chunk of rows) {
    yield chunk.getColumnValues(0).map((text) => factOf(String(text)));
  }
}

function factOf(text: string): StoredFact {
  try {
    return factOfRow(JSON.parse(text));
  } catch (error) {
    throw new HistoryError("CH4604", error instanceof Error ? error.message : undefined);
  }
}
