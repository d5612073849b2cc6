/** No migration keeps version N-1 waiting for as long as a table is large (docs/CONTRACTS.md, 8). */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tableClasses } from "../../src/platform/storage/table-classes.ts";
import { LARGE_TABLES, migrationProblems } from "./migration-rules.ts";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../migrations");
/** Until this one the rules were not written down, and what was applied never changes. */
const LAST_WITHOUT = 27;
const read = (file: string) => readFileSync(path.join(MIGRATIONS, file), "utf8");

const OUTSIDE = "-- Outside of a transaction\n";

const LOCK = "LOCK TABLE event IN ACCESS EXCLUSIVE MODE;";
const LOOK = "DO $$ BEGIN IF EXISTS (SELECT FROM event) THEN RAISE 'not empty'; END IF; END $$;";

describe("migrations", () => {
  const files = globSync("**/*.sql", { cwd: MIGRATIONS });
  const bound = files.filter((file) => !(Number(file.slice(0, 4)) <= LAST_WITHOUT));

  it("after 0027, and those of the next release, keep nobody waiting", () => {
    expect(bound.length).toBeGreaterThan(0);
    const found = bound.flatMap((file) =>
      migrationProblems(read(file)).map((problem) => `${file}: ${problem}`),
    );
    expect(found).toEqual([]);
  });

  it("know the large tables by names that there are", () => {
    expect(LARGE_TABLES.filter((name) => tableClasses[name] === undefined)).toEqual([]);
  });

  it.each([
    ["rows are read under a lock", `${LOCK}${LOOK}`],
    ["a constraint without NOT VALID", "ALTER TABLE draft ADD CONSTRAINT c CHECK (version > 0);"],
    ["a constraint without NOT VALID", "ALTER TABLE a ADD COLUMN b uuid REFERENCES event;"],
    ["UNIQUE without USING INDEX", "ALTER TABLE event ADD CONSTRAINT u UNIQUE (case_id, seq);"],
    ["SET NOT NULL on a large table", "ALTER TABLE event\n  ALTER COLUMN v SET NOT NULL;"],
    ["a change of type on a large table", "ALTER TABLE event ALTER COLUMN v TYPE bigint;"],
    ["an index on a large table without CONCURRENTLY", "CREATE INDEX i ON event (type);"],
    ["CONCURRENTLY inside of a transaction", "CREATE INDEX CONCURRENTLY i ON event (type);"],
    ["i is not dropped before it is made", `${OUTSIDE}CREATE INDEX CONCURRENTLY i ON event (v);`],
    [
      "VALIDATE CONSTRAINT beside a lock",
      `ALTER TABLE event ADD CONSTRAINT c CHECK (v > 0) NOT VALID;
       ALTER TABLE event VALIDATE CONSTRAINT c;`,
    ],
  ])("are found where they do: %s", (problem, sql) => {
    expect(migrationProblems(sql)).toContain(problem);
  });

  it.each([
    "CREATE TABLE a (n int CHECK (n > 0)); CREATE INDEX i ON a (n); ALTER TABLE a ADD CHECK (n < 9);",
    "ALTER TABLE event ADD CONSTRAINT c CHECK (v > 0) NOT VALID;",
    "ALTER TABLE event VALIDATE CONSTRAINT c;",
    "ALTER TABLE event ADD COLUMN note text;\n-- CREATE INDEX i ON event (note);",
    "CREATE INDEX i ON draft (title);",
    `${LOOK}${LOCK}`,
    `${OUTSIDE}DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON event (type);`,
  ])("may %s", (sql) => {
    expect(migrationProblems(sql)).toEqual([]);
  });
});
