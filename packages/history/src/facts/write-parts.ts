/** Writes facts as Parquet, one part a day in UTC: whoever reads the files needs to know no country. */

import { rename, rm, writeFile } from "node:fs/promises";
import { utcDay } from "@customhouse/model";
import type { DuckDBConnection } from "@duckdb/node-api";
import { COLUMNS } from "./columns.ts";
import { named, quoted } from "./engine.ts";
import { playAt, type StoredFact } from "./fact.ts";
import { rowOfFact } from "./fact-row.ts";
import { partFile } from "./folder.ts";

/** Large enough for any declaration of the limits. */
const MAX_ROW_BYTES = 64 << 20;

const SCHEMA = COLUMNS.map(([name, type]) => `${named(name)}: ${quoted(type)}`).join(", ");

/** In the order of positions. Parts get their names when all of them are written. */
export async function writeParts(
  connection: DuckDBConnection,
  folder: string,
  facts: readonly StoredFact[],
): Promise<void> {
  const written: { readonly aside: string; readonly file: string }[] = [];
  for (const [day, own] of byDay(facts)) {
    const file = await partFile(folder, day, own[0]?.position ?? 0);
    const aside = `${file}.tmp`;
    await writePart(connection, own, aside);
    written.push({ aside, file });
  }
  for (const { aside, file } of written) await rename(aside, file);
}

async function writePart(
  connection: DuckDBConnection,
  facts: readonly StoredFact[],
  file: string,
): Promise<void> {
  const lines = `${file}.json.tmp`;
  await writeFile(lines, facts.map((fact) => `${JSON.stringify(rowOfFact(fact))}\n`).join(""));
  try {
    await connection.run(
      `COPY (SELECT * FROM read_json(${quoted(lines)}, format = 'newline_delimited',
        maximum_object_size = ${MAX_ROW_BYTES}, columns = {${SCHEMA}}) ORDER BY "playAt", "position")
      TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    await rm(lines, { force: true });
  }
}

function byDay(facts: readonly StoredFact[]): ReadonlyMap<string, StoredFact[]> {
  const days = new Map<string, StoredFact[]>();
  for (const fact of facts) {
    const day = utcDay(playAt(fact));
    const known = days.get(day);
    if (known === undefined) days.set(day, [fact]);
    else known.push(fact);
  }
  return days;
}
