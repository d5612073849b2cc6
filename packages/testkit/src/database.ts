/**
 * A fresh database for a test file in well under 100 ms. One bundled PostgreSQL per machine and schema
 * version is shared by all test workers: the first starts it as a separate process (database-host.ts),
 * it holds a migrated template that each test copies, and it stops by itself when no test is left.
 *
 * That shared server runs without fsync: it only ever holds test data. Tests about durability start a
 * server of their own with `startEmbeddedPostgres`.
 */
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type OpenDatabase, openDatabase } from "@customhouse/server/platform/storage/database.ts";
import { readMigrations } from "@customhouse/server/platform/storage/migrate.ts";
import { Client } from "pg";
import { takeLock } from "./host-lock.ts";

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 20;
const LOCAL_POSTGRES = "postgres://postgres@127.0.0.1:5432/postgres";

/** What the host process writes down once it is ready, and tests read. */
export interface HostRecord {
  readonly pid: number;
  readonly socketDirectory: string;
  readonly template: string;
}

export interface TestDatabase extends OpenDatabase {
  /** Superuser connection string of the same database. */
  readonly ownerUrl: string;
  /** Closes the pools and drops the database. */
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** `bundled` (default): PostgreSQL 18 from npm. `local`: the machine's own, when it runs. */
  readonly server?: "bundled" | "local";
}

/** A fresh, migrated database. Call `drop` in afterAll; the rest cleans itself up. */
export async function withDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${process.pid}_${randomBytes(5).toString("hex")}`;
  const host = options.server === "local" ? undefined : await sharedHost();
  const urlFor = (database: string) =>
    host === undefined
      ? LOCAL_POSTGRES.replace(/postgres$/, database)
      : `socket:${host.socketDirectory}?db=${database}&user=customhouse`;
  const template = host === undefined ? "" : ` TEMPLATE ${host.template} STRATEGY FILE_COPY`;
  await runOn(urlFor("postgres"), `CREATE DATABASE ${name}${template}`);
  const database = await openDatabase({ url: urlFor(name) });
  return {
    ...database,
    ownerUrl: urlFor(name),
    drop: async () => {
      await database.close();
      await runOn(urlFor("postgres"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Whether the machine's own PostgreSQL answers, for `describe.skipIf`. */
export async function localPostgresReachable(): Promise<boolean> {
  return runOn(LOCAL_POSTGRES, "SELECT 1").then(
    () => true,
    () => false,
  );
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Where the shared server of this schema version lives. */
export async function hostDirectory(): Promise<string> {
  const migrations = await readMigrations();
  const key = createHash("sha256")
    .update(migrations.map((item) => item.checksum).join())
    .digest("hex")
    .slice(0, 12);
  return join(tmpdir(), `customhouse-test-${process.getuid?.() ?? 0}-${key}`);
}

async function sharedHost(): Promise<HostRecord> {
  const directory = await hostDirectory();
  mkdirSync(join(directory, "users"), { recursive: true });
  // The host stays as long as a process named here lives.
  writeFileSync(join(directory, "users", String(process.pid)), "");
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const record = readHost(directory);
    if (record !== undefined) return record;
    startHost(directory);
    await sleep(POLL_MS);
  }
  throw new Error(`the test database did not start; see ${directory}`);
}

function readHost(directory: string): HostRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(directory, "host.json"), "utf8")) as HostRecord;
    process.kill(record.pid, 0);
    return record;
  } catch {
    return undefined;
  }
}

function startHost(directory: string): void {
  const lock = takeLock(join(directory, "lock"));
  if (lock === undefined) return;
  const script = fileURLToPath(new URL("./database-host.ts", import.meta.url));
  const child = spawn(process.execPath, [script, directory], { detached: true, stdio: "ignore" });
  lock.giveTo(child.pid);
  child.unref();
}
