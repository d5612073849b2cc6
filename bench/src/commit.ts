/**
 * Cases per second of the commit queue, against two peers in the same run, on the same bundled
 * PostgreSQL with fsync and synchronous_commit on, and with the same bytes:
 *   plain     one transaction per case, ordinary INSERTs, 16 connections: what a service does by default
 *   limit     batches of 200 into one table without indexes: what this disk and machine can take
 */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pool } from "pg";
import { createCommitQueue } from "../../packages/server/src/platform/commit/commit-queue.ts";
import { logKey } from "../../packages/server/src/platform/commit/log-key.ts";
import { readLogHead } from "../../packages/server/src/platform/commit/receipts.ts";
import { Sequencer } from "../../packages/server/src/platform/commit/sequencer.ts";
import { startJobs } from "../../packages/server/src/platform/jobs/job.ts";
import {
  type OpenDatabase,
  openDatabase,
} from "../../packages/server/src/platform/storage/database.ts";
import { startEmbeddedPostgres } from "../../packages/server/src/platform/storage/embedded-postgres.ts";
import { caseRequest, plainStatements } from "./commit-sample.ts";
import { rate } from "./rate.ts";

const PLAIN_CONNECTIONS = 16;
const LIMIT_BATCH = 200;
const LIMIT_CONNECTIONS = 4;

export interface CommitBenchOptions {
  readonly seconds?: number;
  /** Commands waiting for their answer at any moment. */
  readonly submitters?: number;
  readonly writers?: number;
  readonly maxBatch?: number;
  /** Run the sequencer beside it, as the server does. Default true. */
  readonly sequencer?: boolean;
}

export interface CommitBenchResult {
  readonly casesPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly meanBatch: number;
  /** Leaves the sequencer numbered meanwhile; it keeps up when this is near casesPerSecond. */
  readonly sequencedPerSecond: number;
  readonly plainCasesPerSecond: number;
  readonly limitCasesPerSecond: number;
}

export async function benchCommit(options: CommitBenchOptions = {}): Promise<CommitBenchResult> {
  const seconds = options.seconds ?? 5;
  const dataDir = join(tmpdir(), `customhouse-bench-${randomBytes(4).toString("hex")}`);
  const server = await startEmbeddedPostgres({ dataDir });
  try {
    const database = await openDatabase({ url: server.url });
    const plain = await measurePlain(server.url, seconds);
    const queue = await measureQueue(database, seconds, options);
    const limit = await measureLimit(server.url, seconds);
    await database.close();
    return { ...queue, plainCasesPerSecond: plain, limitCasesPerSecond: limit };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measureQueue(database: OpenDatabase, seconds: number, options: CommitBenchOptions) {
  const { writers, maxBatch } = options;
  const queue = createCommitQueue({ url: database.url, writers, maxBatch });
  const key = logKey("bench.example/log", generateKeyPairSync("ed25519").privateKey);
  const sequencer = new Sequencer(database.writerPool, { signer: key });
  await database.writerPool.query("DELETE FROM pending_leaf");
  const jobs = options.sequencer === false ? [] : [sequencer.asJob()];
  const running = startJobs(jobs, { log: () => undefined });
  const submitters = options.submitters ?? 1_000;
  const latencies: number[] = [];
  const submit = async () => {
    const start = performance.now();
    const result = await queue.submit(caseRequest());
    if (result.status !== "committed") throw new Error(`unexpected ${result.status}`);
    latencies.push(performance.now() - start);
    return 1;
  };
  await rate(submitters, 1, submit);
  latencies.length = 0;
  const before = queue.stats().batches;
  const sizeBefore = await logSize(database);
  const casesPerSecond = await rate(submitters, seconds, submit);
  const sequencedPerSecond = ((await logSize(database)) - sizeBefore) / seconds;
  const meanBatch = latencies.length / (queue.stats().batches - before);
  await queue.close();
  await running.stop();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { casesPerSecond, p50Ms: at(0.5), p99Ms: at(0.99), meanBatch, sequencedPerSecond };
}

async function logSize(database: OpenDatabase): Promise<number> {
  return Number((await readLogHead(database.writer))?.size ?? 0n);
}

function benchPool(url: string, max: number): Pool {
  const pool = new Pool({ connectionString: url, max });
  // The server may be stopped while an ended pool still says goodbye.
  pool.on("error", () => undefined);
  return pool;
}

/** The same rows with one statement each. */
async function measurePlain(url: string, seconds: number): Promise<number> {
  const pool = benchPool(url, PLAIN_CONNECTIONS);
  const result = await rate(PLAIN_CONNECTIONS, seconds, async () => {
    const client = await pool.connect();
    await client.query("BEGIN");
    for (const { name, text, values } of plainStatements(caseRequest())) {
      await client.query({ name, text, values });
    }
    await client.query("COMMIT");
    client.release();
    return 1;
  });
  await pool.end();
  return result;
}

async function measureLimit(url: string, seconds: number): Promise<number> {
  const pool = benchPool(url, LIMIT_CONNECTIONS);
  await pool.query("CREATE TABLE bench_limit (id uuid, body text, payload bytea)");
  const result = await rate(LIMIT_CONNECTIONS, seconds, async () => {
    const requests = Array.from({ length: LIMIT_BATCH }, caseRequest);
    await pool.query({
      name: "limit",
      text: "INSERT INTO bench_limit SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[])",
      values: [
        requests.map((item) => item.caseId),
        requests.map((item) => JSON.stringify([item.row, item.branches.granted.events])),
        requests.map((item) => item.branches.granted.payloads[0]?.content),
      ],
    });
    return LIMIT_BATCH;
  });
  await pool.query("DROP TABLE bench_limit");
  await pool.end();
  return result;
}

if (import.meta.main) {
  const result = await benchCommit();
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
