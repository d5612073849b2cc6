import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/platform/storage/database.ts";
import { migrate, readMigrations } from "../../src/platform/storage/migrate.ts";
import { servers } from "./servers.ts";

const MIGRATIONS = fileURLToPath(new URL("../../migrations", import.meta.url));

describe.each(servers)("migrations on %s PostgreSQL", (server) => {
  let database: TestDatabase;
  let client: Client;
  let directory: string;
  beforeAll(async () => {
    database = await withDatabase({ server });
    client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    directory = await mkdtemp(join(tmpdir(), "customhouse-migrations-"));
    await cp(MIGRATIONS, directory, { recursive: true });
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
    await rm(directory, { recursive: true, force: true });
  });

  test("applied once, also when servers start together", async () => {
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase({ url: database.ownerUrl })),
    );
    await Promise.all(opened.map((item) => item.close()));
    expect(await migrate(client, directory)).toEqual([]);
  });

  test("a failing migration leaves nothing behind; an edited file or a gap is refused", async () => {
    const count = (await readMigrations(directory)).length;
    const file = (number: number, name: string) => `${String(number).padStart(4, "0")}_${name}.sql`;
    const nextName = file(count + 1, "next");
    const next = join(directory, nextName);
    await writeFile(next, "CREATE TABLE half (n int); SELECT 1 / 0;");
    await expect(migrate(client, directory)).rejects.toThrow(`${nextName} failed`);
    const half = await client.query("SELECT to_regclass('half') AS found");
    expect(half.rows[0].found).toBeNull();
    await writeFile(next, "CREATE TABLE whole (n int);");
    expect(await migrate(client, directory)).toEqual([nextName]);
    expect(await migrate(client, MIGRATIONS)).toEqual([]);
    await writeFile(next, "CREATE TABLE whole (n bigint);");
    await expect(migrate(client, directory)).rejects.toThrow("differs from what was applied");
    await writeFile(join(directory, file(count + 3, "gap")), "SELECT 1");
    await expect(migrate(client, directory)).rejects.toThrow("out of sequence");
  });

  test("the version before starts beside a newer database, until a migration takes away what it uses", async () => {
    const ours = await mkdtemp(join(tmpdir(), "customhouse-migrations-"));
    const other = await withDatabase({ server });
    const its = new Client({ connectionString: other.ownerUrl });
    try {
      await its.connect();
      await cp(MIGRATIONS, ours, { recursive: true });
      const count = (await readMigrations(ours)).length;
      const add = (number: number, sql: string) =>
        writeFile(join(ours, `${String(number).padStart(4, "0")}_more.sql`), sql);
      await add(count + 1, "CREATE TABLE more (n int);");
      await migrate(its, ours);
      expect(await migrate(its, MIGRATIONS)).toEqual([]);
      await add(count + 2, "-- Contracts\nDROP TABLE more;");
      await migrate(its, ours);
      await expect(migrate(its, MIGRATIONS)).rejects.toThrow("Start the newer version");
    } finally {
      await its.end();
      await other.drop();
      await rm(ours, { recursive: true, force: true });
    }
  });

  test("an index is made while others write, by one of several servers that start together", async () => {
    const fresh = await withDatabase({ server });
    const files = await mkdtemp(join(tmpdir(), "customhouse-migrations-"));
    await cp(MIGRATIONS, files, { recursive: true });
    const number = String((await readMigrations(files)).length + 1).padStart(4, "0");
    const name = `${number}_index.sql`;
    await writeFile(
      join(files, name),
      `-- Outside of a transaction
-- As if a server had been killed before: the index may be there and not be whole.
DROP INDEX CONCURRENTLY IF EXISTS event_at;
CREATE INDEX CONCURRENTLY event_at ON event (recorded_at);
`,
    );
    const clients = Array.from(
      { length: 3 },
      () => new Client({ connectionString: fresh.ownerUrl, statement_timeout: 20_000 }),
    );
    try {
      await Promise.all(clients.map((one) => one.connect()));
      const applied = await Promise.all(clients.map((one) => migrate(one, files)));
      expect(applied.flat()).toEqual([name]);
      const { rows } = await fresh.writerPool.query(
        "SELECT indisvalid AS whole FROM pg_index WHERE indexrelid = 'event_at'::regclass",
      );
      expect(rows).toEqual([{ whole: true }]);
    } finally {
      await Promise.all(clients.map((one) => one.end()));
      await fresh.drop();
      await rm(files, { recursive: true, force: true });
    }
  });

  test("a user who may not create roles is told what the administrator must run", async () => {
    const owner = `limited_${Math.random().toString(36).slice(2)}`;
    await client.query(`CREATE ROLE ${owner} NOLOGIN`);
    await client.query(`SET ROLE ${owner}`);
    await expect(migrate(client)).rejects.toThrow(
      new RegExp(`administrator to run:\\s+GRANT customhouse_writer TO ${owner}`),
    );
    await client.query("RESET ROLE");
    await client.query(`DROP ROLE ${owner}`);
  });
});
