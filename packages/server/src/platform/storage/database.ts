/**
 * The operational database, and the design of this folder.
 *
 * One dialect: PostgreSQL 15 and later. `openDatabase` takes any PostgreSQL's URL;
 * `startEmbeddedPostgres` gives one when there is none. Opening waits for the server, applies the
 * migrations as the connecting user (the owner of the tables), and then never uses that power again:
 *
 *   writer  a pool whose connections are `customhouse_writer` from their first byte (a startup option,
 *           not a later SET that could be forgotten). The commit path, the sequencer, delivery,
 *           deadlines, drafts and uploads use it. It may not change or delete an event, a notification
 *           or a leaf: history is append-only by grant.
 *   reader  a pool of `customhouse_reader`. Every read for a person or machine goes through
 *           `readAs(scope, ...)`: one transaction whose scope binds row-level security, while the
 *           queries themselves apply the same predicate so that indexes are used. No scope, no rows.
 *
 * Writing a case happens only in commit/commit-queue.ts. Order across cases comes only from the
 * sequencer (`leaf.idx`, `party_position.position`), never from a PostgreSQL sequence, which has gaps.
 * Personal data sits in payload, draft and upload; deleting those rows keeps every proof.
 * Every table is classified in storage/table-classes.ts and test/storage/leak.test.ts proves it.
 *
 * A connection pooler in between must pass the startup parameter `options` on; one that drops it makes
 * every statement fail for want of a role's policy, rather than run with too much power.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import { Client, Pool } from "pg";
import { columnTypes } from "./column-types.ts";
import { migrate } from "./migrate.ts";
import type { ReaderScope } from "./reader-scope.ts";
import { bindScope } from "./reader-scope.ts";
import { READER_ROLE, WRITER_ROLE } from "./roles.ts";
import type { Database } from "./tables.ts";

const CONNECT_TIMEOUT_MS = 60_000;
const CONNECT_PAUSE_MS = 200;
const DEFAULT_WRITERS = 10;
const DEFAULT_READERS = 10;
const IDLE_TIMEOUT_MS = 30_000;
const POOL_WAIT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const OLDEST_SERVER = 150_000;

/**
 * Every statement of the commit path finds its rows by primary key. On a young table the planner would
 * choose a full scan instead, and keep that prepared plan while the table grows; so it has no choice.
 */
const BY_KEY_ONLY = [
  "enable_seqscan=off",
  "enable_hashjoin=off",
  "enable_mergejoin=off",
  "plan_cache_mode=force_generic_plan",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

export interface DatabaseOptions {
  /** libpq URL, or `socket:` URL as `startEmbeddedPostgres` returns. */
  readonly url: string;
  readonly writerConnections?: number;
  readonly readerConnections?: number;
  /** The longest wait for a server that is not up yet. Default 60 s. */
  readonly connectTimeoutMs?: number;
  readonly log?: (message: string) => void;
}

export interface OpenDatabase {
  readonly url: string;
  readonly writer: Kysely<Database>;
  readonly writerPool: Pool;
  readonly readerPool: Pool;
  /** Runs `work` with only the rows of `scope` visible, in one read-only transaction. */
  readAs<T>(scope: ReaderScope, work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  await prepare(options);
  const log = options.log ?? (() => undefined);
  const writerPool = rolePool(
    options.url,
    WRITER_ROLE,
    options.writerConnections ?? DEFAULT_WRITERS,
  );
  const readerPool = rolePool(
    options.url,
    READER_ROLE,
    options.readerConnections ?? DEFAULT_READERS,
  );
  // A connection lost to a restart is replaced by the pool; unheard, the event would end us. The pool hears
  // it only while the connection is idle: one that is lent out between two queries must be heard here.
  const lost = (error: Error) => log(`database connection lost: ${error.message}`);
  for (const pool of [writerPool, readerPool]) {
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", lost));
  }
  const writer = queriesOver(writerPool);
  const reader = queriesOver(readerPool);
  return {
    url: options.url,
    writer,
    writerPool,
    readerPool,
    readAs: (scope, work) =>
      reader
        .transaction()
        .setAccessMode("read only")
        .execute(async (transaction) => {
          await bindScope(transaction, scope);
          return work(transaction);
        }),
    close: async () => {
      await Promise.all([writer.destroy(), reader.destroy()]);
    },
  };
}

/** Waits for the server, checks its version and migrates, as the user the URL names. */
async function prepare(options: DatabaseOptions): Promise<void> {
  const client = await connectPatiently(options);
  try {
    const version = await client.query<{ number: string }>(
      "SELECT current_setting('server_version_num') AS number",
    );
    if (Number(version.rows[0]?.number) < OLDEST_SERVER) {
      throw new Error("Customhouse needs PostgreSQL 15 or later.");
    }
    const applied = await migrate(client);
    if (applied.length > 0) options.log?.(`migrated: ${applied.join(", ")}`);
  } finally {
    await client.end();
  }
}

async function connectPatiently(options: DatabaseOptions): Promise<Client> {
  const deadline = Date.now() + (options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS);
  for (;;) {
    const client = new Client({ connectionString: options.url, types: columnTypes });
    client.on("error", (error) => options.log?.(error.message));
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code } = error as { code?: string };
      // Wrong password, unknown user or database: waiting cannot help.
      const hopeless = code?.startsWith("28") || code === "3D000";
      if (hopeless || Date.now() > deadline) throw error;
      await sleep(CONNECT_PAUSE_MS);
    }
  }
}

/** What rooms write their SQL with, over the connections of a pool. Destroying it ends the pool. */
export function queriesOver(pool: Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** A pool whose connections are `role` from the start. */
export function rolePool(url: string, role: string, max: number): Pool {
  return new Pool({
    connectionString: url,
    options: `-c role=${role}`,
    max,
    types: columnTypes,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    connectionTimeoutMillis: POOL_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: role,
  });
}

/** One connection that is `customhouse_writer` and may pipeline statements: for the commit writers. */
export function writerClient(url: string): Client {
  return new Client({
    connectionString: url,
    options: `-c role=${WRITER_ROLE} ${BY_KEY_ONLY}`,
    pipeline: true,
    types: columnTypes,
    connectionTimeoutMillis: POOL_WAIT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: WRITER_ROLE,
  });
}
