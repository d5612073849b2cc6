/** The process behind `withDatabase`: keeps one PostgreSQL running while any test process lives. */
import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openDatabase } from "@customhouse/server/platform/storage/database.ts";
import { startEmbeddedPostgres } from "@customhouse/server/platform/storage/embedded-postgres.ts";
import { Client } from "pg";
import type { HostRecord } from "./database.ts";
import { isAlive } from "./host-lock.ts";

const CHECK_MS = 1_000;
const LINGER_MS = 60_000;
const MAX_HOURS = 6;
const TEMPLATE = "customhouse_template";

async function main(directory: string): Promise<void> {
  const server = await startEmbeddedPostgres({
    dataDir: directory,
    settings: { fsync: "off", full_page_writes: "off", max_connections: "300" },
  });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await dropLeftovers(client);
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await (await openDatabase({ url: server.urlFor(TEMPLATE) })).close();
  await client.query("CHECKPOINT");
  const record: HostRecord = {
    pid: process.pid,
    socketDirectory: server.socketDirectory,
    template: TEMPLATE,
  };
  // A test names itself before it reads the record, so one that came at the last moment is seen here.
  do {
    publish(directory, record);
    await untilUnused(directory);
    rmSync(join(directory, "host.json"), { force: true });
  } while (hasUser(directory));
  await client.end();
  await server.stop();
  rmSync(join(directory, "lock"), { recursive: true, force: true });
}

function publish(directory: string, record: HostRecord): void {
  writeFileSync(join(directory, "host.json.new"), JSON.stringify(record));
  renameSync(join(directory, "host.json.new"), join(directory, "host.json"));
}

async function dropLeftovers(client: Client): Promise<void> {
  const left = await client.query<{ name: string }>(
    "SELECT quote_ident(datname) AS name FROM pg_database WHERE datname ~ '^(test_|customhouse_template)'",
  );
  for (const row of left.rows) await client.query(`DROP DATABASE ${row.name} WITH (FORCE)`);
}

async function untilUnused(directory: string): Promise<void> {
  const end = Date.now() + MAX_HOURS * 3_600_000;
  let lastUsed = Date.now();
  while (Date.now() < end && Date.now() - lastUsed < LINGER_MS) {
    if (hasUser(directory)) lastUsed = Date.now();
    await sleep(CHECK_MS);
  }
}

/** Whether a process that named itself lives; the names of dead ones are taken away. */
function hasUser(directory: string): boolean {
  const users = join(directory, "users");
  const living = readdirSync(users).filter((name) => {
    if (isAlive(Number(name))) return true;
    rmSync(join(users, name), { force: true });
    return false;
  });
  return living.length > 0;
}

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("usage: database-host.ts <directory>");
await main(directory);
