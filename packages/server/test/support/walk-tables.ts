/** Every table, row and column of a database, looked through for words: as text, in bytes, and in what is packed. */
import { gunzipSync } from "node:zlib";
import type { Pool } from "pg";

/** Names of the tables in which one of the words stands, in any case of letters. */
export async function tablesWith(
  pool: Pool,
  ...words: readonly string[]
): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname = 'public' AND c.relname <> 'schema_migration' ORDER BY 1`,
  );
  const found = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<Record<string, unknown>>(`SELECT * FROM "${name}"`);
    const texts = rows.flatMap((row) => Object.values(row).flatMap(textsOf));
    const stands = texts.some((text) => words.some((word) => text.includes(word.toLowerCase())));
    if (stands) found.push(name);
  }
  return found;
}

function textsOf(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (!(value instanceof Uint8Array)) {
    return [
      JSON.stringify(value, (_name, one) =>
        typeof one === "bigint" ? `${one}` : one,
      ).toLowerCase(),
    ];
  }
  const bytes = Buffer.from(value);
  return [bytes, unpacked(bytes)].flatMap((content) =>
    ["utf8", "utf16le", "latin1"].map((encoding) =>
      content.toString(encoding as BufferEncoding).toLowerCase(),
    ),
  );
}

function unpacked(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    return Buffer.alloc(0);
  }
}
