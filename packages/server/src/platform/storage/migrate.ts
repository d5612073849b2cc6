/**
 * Applies `migrations/NNNN_name.sql` in order, each in a transaction of its own, under an advisory lock
 * so that servers starting together take turns. One that begins with "-- In batches" moves rows while others write: its
 * statement is run again and again, each time in a transaction of its own. One that begins with "-- Contracts" takes away
 * what the version before uses: a program that does not know it no longer starts. One that begins with "-- Outside of a
 * transaction" has statements that PostgreSQL takes in no transaction (CREATE INDEX CONCURRENTLY): they run one by one, and
 * again from the first where a server was killed between them. What was applied is recorded with its checksum: an edited
 * migration or a gap stops the start with a plain message. docs/CONTRACTS.md says what a migration may do.
 */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ClientBase } from "pg";
import { ensureRoles } from "./roles.ts";

const MIGRATIONS = fileURLToPath(new URL("../../../migrations", import.meta.url));
const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;
/** Any constant will do; it must only be ours. */
const LOCK = 4_207_110_001;
const MAX_MIGRATIONS = 9_999;
const IN_BATCHES = "-- In batches";
const CONTRACTS = "-- Contracts";
const OUTSIDE = "-- Outside of a transaction";
const LOOK_AGAIN_MS = 100;

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Brings the database up to date. Returns the names applied now. */
export async function migrate(client: ClientBase, directory = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(directory);
  await takeTurn(client);
  try {
    await ensureRoles(client);
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migration (
         number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    await client.query(
      "ALTER TABLE schema_migration ADD COLUMN IF NOT EXISTS contracts boolean NOT NULL DEFAULT false",
    );
    const applied = await client.query<Applied>(
      "SELECT number, name, checksum, contracts FROM schema_migration ORDER BY number",
    );
    refuseSurprises(migrations, applied.rows);
    const todo = migrations.slice(applied.rows.length);
    for (const migration of todo) await applyOne(client, migration);
    return todo.map((migration) => migration.name);
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  }
}

/**
 * Asks again and again instead of waiting in one statement: CREATE INDEX CONCURRENTLY waits for all statements that began
 * before it, so that the server that migrates and one that waits for its turn would wait for each other.
 */
async function takeTurn(client: ClientBase): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1) AS taken",
      [LOCK],
    );
    if (rows[0]?.taken === true) return;
    await sleep(LOOK_AGAIN_MS);
  }
}

export async function readMigrations(directory = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  if (names.length > MAX_MIGRATIONS) throw new Error("too many migrations");
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(FILE_NAME.exec(name)?.[1]);
      if (number !== index + 1) throw new Error(`migration ${name} is out of sequence`);
      const sql = await readFile(join(directory, name), "utf8");
      return { number, name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly contracts: boolean;
}

/** A newer database is taken as long as nothing that this program uses was taken away: so versions N-1 and N run side by side. */
function refuseSurprises(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const removing = applied.slice(migrations.length).find(({ contracts }) => contracts);
  if (removing !== undefined) {
    throw new Error(
      `The database is at migration ${applied.at(-1)?.name}, and ${removing.name} took away what this program uses: ` +
        `it knows only ${migrations.length}. Start the newer version, or restore a backup taken before the upgrade.`,
    );
  }
  for (const [index, row] of applied.slice(0, migrations.length).entries()) {
    const migration = migrations[index];
    if (migration?.number === row.number && migration.checksum === row.checksum) continue;
    throw new Error(
      `Migration ${row.name} differs from what was applied to this database. ` +
        "An applied migration never changes: add a new one instead.",
    );
  }
}

async function applyOne(client: ClientBase, migration: Migration): Promise<void> {
  try {
    const isInBatches = migration.sql.startsWith(IN_BATCHES);
    const isOutside = migration.sql.startsWith(OUTSIDE);
    if (isInBatches) await applyInBatches(client, migration.sql);
    if (isOutside) for (const one of statementsOf(migration.sql)) await client.query(one);
    await client.query("BEGIN");
    if (!isInBatches && !isOutside) await client.query(migration.sql);
    await client.query(
      "INSERT INTO schema_migration (number, name, checksum, contracts) VALUES ($1, $2, $3, $4)",
      [migration.number, migration.name, migration.checksum, migration.sql.startsWith(CONTRACTS)],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** Gives the statement where the batch before ended, until there is nothing after it. */
async function applyInBatches(client: ClientBase, sql: string): Promise<void> {
  for (let last: string | null = null; ; ) {
    const { rows }: { rows: { last: string }[] } = await client.query(sql, [last]);
    if (rows[0] === undefined) return;
    last = rows[0].last;
  }
}

/** The statements of a migration, without comments. Bodies of functions, between `$$`, stay whole. */
export function statementsOf(sql: string): readonly string[] {
  const bare = sql.replace(/^\s*--.*$/gm, "");
  const parts = bare.match(/(?:\$\$[\s\S]*?\$\$|[^;])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
