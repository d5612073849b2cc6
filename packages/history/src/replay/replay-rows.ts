/** What became of every run, as a table: lines of JSON while it is played, CSV or Parquet when it is over. */
import { rename } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { named, quoted } from "../facts/engine.ts";
import { JsonLines } from "../facts/json-lines.ts";
import type { ReplayedRun } from "./replayed-run.ts";

const COLUMNS: readonly (readonly [
  name: string,
  type: "VARCHAR" | "VARCHAR[]" | "BIGINT" | "DOUBLE" | "TIMESTAMPTZ",
])[] = [
  ["caseId", "VARCHAR"],
  ["eventSeq", "BIGINT"],
  ["at", "TIMESTAMPTZ"],
  ["storedPolicy", "BIGINT"],
  ["storedLane", "VARCHAR"],
  ["lane", "VARCHAR"],
  ["storedCriteria", "VARCHAR[]"],
  ["criteria", "VARCHAR[]"],
  ["storedShadow", "VARCHAR[]"],
  ["shadow", "VARCHAR[]"],
  ["storedFailed", "VARCHAR[]"],
  ["failed", "VARCHAR[]"],
  ["storedScore", "DOUBLE"],
  ["score", "DOUBLE"],
  ["differs", "VARCHAR[]"],
];

export class ReplayRows {
  readonly #lines: JsonLines;

  private constructor(lines: JsonLines) {
    this.#lines = lines;
  }

  /** Goes on after so many bytes. */
  static async open(out: string, bytes: number): Promise<ReplayRows> {
    return new ReplayRows(await JsonLines.open(`${out}.rows.tmp`, bytes));
  }

  add({ stored, now, ...run }: ReplayedRun): void {
    const row = {
      ...run,
      storedPolicy: stored.policy,
      storedLane: stored.lane,
      storedCriteria: stored.criteria,
      storedShadow: stored.shadow,
      storedFailed: stored.failed,
      storedScore: stored.score,
      ...now,
    };
    this.#lines.add(row);
  }

  /** Returns how many bytes are written now. */
  async flush(): Promise<number> {
    return await this.#lines.flush();
  }

  async close(): Promise<void> {
    await this.#lines.close();
  }

  /** Lists are separated by blanks in CSV, where there are no lists. */
  async finish(connection: DuckDBConnection, out: string): Promise<void> {
    await this.close();
    const isParquet = out.endsWith(".parquet");
    const schema = COLUMNS.map(([name, type]) => `${named(name)}: ${quoted(type)}`).join(", ");
    const selected = COLUMNS.map(([name, type]) => {
      if (isParquet || type === "VARCHAR" || type === "BIGINT" || type === "DOUBLE")
        return named(name);
      const text =
        type === "VARCHAR[]"
          ? `array_to_string(${named(name)}, ' ')`
          : `strftime(${named(name)}, '%Y-%m-%dT%H:%M:%S.%gZ')`;
      return `${text} AS ${named(name)}`;
    });
    await connection.run(
      `COPY (SELECT ${selected.join(", ")} FROM read_json(${quoted(this.#lines.file)}, format = 'newline_delimited',
        columns = {${schema}})) TO ${quoted(`${out}.tmp`)} (${isParquet ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER"})`,
    );
    await rename(`${out}.tmp`, out);
    await this.#lines.remove();
  }
}
