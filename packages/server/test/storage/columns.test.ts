/**
 * The tables as TypeScript describes them (every `tables.ts`) against the tables that the migrations make. The descriptions
 * are read from their sources, because types are gone when a test runs, and a second list would have to be kept beside them.
 */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const SOURCES = path.resolve(import.meta.dirname, "../../src");
const INTERFACE = /^(?:export )?interface (\w+) \{\n([\s\S]*?)^\}/gm;
const LIST = /^export (?:interface Database|type \w+Tables =) \{\n([\s\S]*?)^\}/gm;
const MEMBER = /^ {2}(\w+):\s+([^;]+);/gm;

/** What PostgreSQL's types are when they are read (storage/column-types.ts). */
const READ_AS: Readonly<Record<string, string>> = {
  text: "string",
  uuid: "string",
  timestamptz: "string",
  date: "Date",
  int4: "number",
  float8: "number",
  int8: "bigint",
  bool: "boolean",
  bytea: "Uint8Array",
  jsonb: "unknown",
  _text: "string[]",
  _uuid: "string[]",
  // Arrays are read by the driver itself, which leaves large numbers as text.
  _int8: "string[]",
};

/** By table and column: what is read, as `string` or `string | null`. */
type Described = Record<string, Record<string, string>>;

function describedIn(file: string): Described {
  const text = readFileSync(file, "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
  const interfaces = new Map<string, Record<string, string>>();
  for (const [, name = "", body = ""] of text.matchAll(INTERFACE)) {
    const columns = [...body.matchAll(MEMBER)].map(([, column, type = ""]) => [column, read(type)]);
    interfaces.set(name, Object.fromEntries(columns));
  }
  const listed = [...text.matchAll(LIST)].flatMap(([, body = ""]) => [...body.matchAll(MEMBER)]);
  return Object.fromEntries(
    listed.map(([, table, name = ""]) => [table, interfaces.get(name) ?? {}]),
  );
}

/** What reading a column of the type gives: the first of ColumnType's, any text for texts that are listed one by one. */
function read(type: string): string {
  const wrapped = /^(?:ColumnType<([^,]+),|Generated<(.+)>$)/.exec(type);
  const parts = (wrapped?.[1] ?? wrapped?.[2] ?? type).split("|").map((part) => part.trim());
  const known = parts
    .filter((part) => part !== "")
    .map((part) => (part.startsWith('"') ? "string" : part === "Json" ? "unknown" : part));
  return [...new Set(known)].join(" | ");
}

describe("tables as TypeScript describes them", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await withDatabase({ server: "bundled" });
  });
  afterAll(() => database?.drop());

  async function stored(tables: readonly string[]): Promise<Described> {
    const { rows } = await database.writerPool.query<{
      table: string;
      column: string;
      type: string;
      nullable: boolean;
    }>(
      `SELECT c.relname AS table, a.attname AS column, t.typname AS type, NOT a.attnotnull AS nullable
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY ($1) AND a.attnum > 0
          AND NOT a.attisdropped ORDER BY c.relname, a.attnum`,
      [tables],
    );
    const found: Described = {};
    for (const { table, column, type, nullable } of rows) {
      const kind = READ_AS[type] ?? type;
      const columns = found[table] ?? {};
      columns[column] = nullable && kind !== "unknown" ? `${kind} | null` : kind;
      found[table] = columns;
    }
    return found;
  }

  test("have the columns of the database, each with its type, and stand in one place", async () => {
    const files = globSync("**/tables.ts", { cwd: SOURCES }).map((file) =>
      describedIn(path.join(SOURCES, file)),
    );
    const names = files.flatMap((tables) => Object.keys(tables));
    expect(names.length).toBeGreaterThan(20);
    expect(names).toEqual([...new Set(names)]);
    expect(Object.assign({}, ...files)).toEqual(await stored(names));
  });
});
