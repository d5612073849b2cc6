/** Writes the feature rows of a replay as Parquet: `day=YYYY-MM-DD/declarations.parquet` and `items.parquet`. */
import { mkdir, readdir, rename } from "node:fs/promises";
import path from "node:path";
import type { RiskRow } from "@customhouse/risk/features";
import type { DuckDBConnection } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";
import { named, quoted } from "../facts/engine.ts";
import { JsonLines } from "../facts/json-lines.ts";
import { featureColumns, RUN_COLUMN, runColumns } from "./feature-columns.ts";
import type { ReplayedRun } from "./replayed-run.ts";

export const FEATURE_FILES = {
  declaration: "declarations.parquet",
  item: "items.parquet",
} as const;

/** How far the open day is written. */
export interface FeatureMark {
  readonly declarationBytes: number;
  readonly itemBytes: number;
  readonly runs: number;
}

const NOTHING: FeatureMark = { declarationBytes: 0, itemBytes: 0, runs: 0 };

export class FeatureRows {
  readonly #folder: string;
  readonly #declarations: JsonLines;
  readonly #items: JsonLines;
  #runs: number;

  private constructor(folder: string, declarations: JsonLines, items: JsonLines, runs: number) {
    this.#folder = folder;
    this.#declarations = declarations;
    this.#items = items;
    this.#runs = runs;
  }

  static async open(
    folder: string,
    day: string,
    mark: FeatureMark = NOTHING,
  ): Promise<FeatureRows> {
    const own = path.join(folder, `day=${day}`);
    await mkdir(own, { recursive: true });
    return new FeatureRows(
      own,
      await JsonLines.open(path.join(own, "declarations.tmp"), mark.declarationBytes),
      await JsonLines.open(path.join(own, "items.tmp"), mark.itemBytes),
      mark.runs,
    );
  }

  add(played: ReplayedRun, row: RiskRow): void {
    const run = this.#runs;
    this.#runs += 1;
    const columns = runColumns(played, row);
    this.#declarations.add({ ...row.declaration, ...columns, [RUN_COLUMN]: run });
    for (const item of row.items) this.#items.add({ ...item, [RUN_COLUMN]: run });
  }

  async flush(): Promise<FeatureMark> {
    return {
      declarationBytes: await this.#declarations.flush(),
      itemBytes: await this.#items.flush(),
      runs: this.#runs,
    };
  }

  async close(): Promise<void> {
    await this.#declarations.close();
    await this.#items.close();
  }

  /** The day is over: its lines become columns. */
  async finish(connection: DuckDBConnection): Promise<void> {
    await this.close();
    for (const [scope, lines] of [
      ["item", this.#items],
      ["declaration", this.#declarations],
    ] as const) {
      const file = path.join(this.#folder, FEATURE_FILES[scope]);
      const columns = featureColumns(scope).map(
        ([name, type]) => `${named(name)}: ${quoted(type)}`,
      );
      await connection.run(
        `COPY (SELECT * FROM read_json(${quoted(lines.file)}, format = 'newline_delimited',
          columns = {${columns.join(", ")}})) TO ${quoted(`${file}.tmp`)} (FORMAT parquet, COMPRESSION zstd)`,
      );
      await rename(`${file}.tmp`, file);
    }
  }

  /** Not before a checkpoint that no longer asks for the lines. */
  async dropLines(): Promise<void> {
    await this.#items.remove();
    await this.#declarations.remove();
  }
}

export async function isWholeDay(folder: string, day: string): Promise<boolean> {
  const files = await readdir(path.join(folder, `day=${day}`));
  return files.includes(FEATURE_FILES.declaration) && !files.some((name) => name.endsWith(".tmp"));
}

/** Folders of the days that are whole, in order. Errors: CH4602. */
export async function featureDays(
  folder: string,
  { from = "", to = "9999-12-31" }: { readonly from?: string; readonly to?: string } = {},
): Promise<readonly string[]> {
  const days = (await readdir(folder))
    .filter((name) => /^day=\d{4}-\d{2}-\d{2}$/.test(name))
    .filter((name) => name >= `day=${from}` && name <= `day=${to}`)
    .sort()
    .map((name) => path.join(folder, name));
  const whole: string[] = [];
  for (const day of days) {
    // The table of declarations is written last.
    if ((await readdir(day)).includes(FEATURE_FILES.declaration)) whole.push(day);
  }
  if (whole.length === 0) throw new HistoryError("CH4602", `${folder} holds no feature rows`);
  return whole;
}
