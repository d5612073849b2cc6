import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { patience } from "@customhouse/testkit/patience";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createCommitQueue } from "../../src/platform/commit/commit-queue.ts";
import { CommitOutcomeUnknownError } from "../../src/platform/commit/types.ts";
import { newCaseId } from "../../src/platform/storage/case-id.ts";
import { type OpenDatabase, openDatabase } from "../../src/platform/storage/database.ts";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../src/platform/storage/embedded-postgres.ts";
import { sampleCommit, sha256 } from "./sample.ts";

const KILLS = 4;
const dataDir = join(tmpdir(), `customhouse-crash-${newCaseId()}`);
let server: EmbeddedPostgres;
let database: OpenDatabase;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir });
  database = await openDatabase({ url: server.url });
});
afterAll(async () => {
  await database?.close();
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test("kill -9 of PostgreSQL under load: nothing acknowledged is lost, nothing is half done", async () => {
  const queue = createCommitQueue({ url: server.url, maxWaitMs: 20_000 });
  const acknowledged = new Map<string, number>();
  const answers: Record<string, number> = {};
  let running = true;
  const submitter = async () => {
    let caseId = newCaseId();
    let acts = 0;
    while (running) {
      const request = { ...sampleCommit({ caseId }), expectedActCount: acts };
      const key = `${caseId}/${acts}`;
      const digest = sha256(Buffer.from(key));
      const idempotency = { scope: "t", key, requestDigest: digest, response: { key } };
      const status = await queue.submit({ ...request, idempotency }).then(
        (result) => result.status,
        (error: unknown) => {
          if (error instanceof CommitOutcomeUnknownError) return "unknown";
          throw error;
        },
      );
      answers[status] = (answers[status] ?? 0) + 1;
      if (status === "committed") {
        acts += 1;
        acknowledged.set(caseId, acts);
        if (acts === 3) {
          caseId = newCaseId();
          acts = 0;
        }
      } else if (status === "unknown" || status === "idempotent-replay") {
        caseId = newCaseId();
        acts = 0;
      } else {
        expect(status).toBe("busy");
        await sleep(50);
      }
    }
  };
  const submitters = Array.from({ length: 100 }, submitter);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await sleep(400);
    const before = acknowledged.size;
    process.kill(server.pid() ?? 0, "SIGKILL");
    const deadline = Date.now() + patience(15_000);
    while (acknowledged.size <= before + 100 && Date.now() < deadline) await sleep(20);
    expect(acknowledged.size).toBeGreaterThan(before);
  }
  running = false;
  await Promise.all(submitters);
  await queue.close();
  const stored = await database.writerPool.query<{ case_id: string; version: number }>(
    "SELECT case_id, version FROM case_envelope",
  );
  const versions = new Map(stored.rows.map((row) => [row.case_id, row.version]));
  for (const [caseId, version] of acknowledged) {
    expect(versions.get(caseId) ?? 0).toBeGreaterThanOrEqual(version);
  }
  // Every table of the transaction agrees with every other for every case.
  const tables = ["event", "notification", "payload", "pending_leaf", "idempotency"];
  const counts = tables.map(
    (table) => `SELECT '${table}' AS part, case_id, count(*) FROM ${table} GROUP BY 2`,
  );
  const halves = await database.writerPool.query(
    `SELECT part, case_id FROM (${counts.join(" UNION ALL ")}) AS n
       FULL JOIN (SELECT * FROM case_envelope, unnest($1::text[]) AS part) AS c USING (part, case_id)
     WHERE c.version IS DISTINCT FROM n.count
     UNION ALL SELECT 'deadline', case_id FROM case_envelope
     WHERE case_id NOT IN (SELECT case_id FROM deadline)
     UNION ALL SELECT 'declaration', case_id FROM case_envelope
     WHERE case_id NOT IN (SELECT case_id FROM declaration)`,
    [tables],
  );
  expect(halves.rows).toEqual([]);
  // Our own lost acknowledgements must be recognised, never told as somebody else's win.
  expect(answers["act-conflict"] ?? 0).toBe(0);
  console.info(`${KILLS} kills, ${acknowledged.size} cases`, answers);
});

test("connections cut in the middle of commits: each lost acknowledgement is found again", async () => {
  const log: string[] = [];
  const queue = createCommitQueue({ url: server.url, log: (message) => log.push(message) });
  let running = true;
  const wrong: unknown[] = [];
  const versions = new Map<string, number>();
  const submitter = async () => {
    const caseId = newCaseId();
    for (let acts = 0; running; ) {
      const result = await queue.submit({ ...sampleCommit({ caseId }), expectedActCount: acts });
      if (result.status === "committed") {
        expect(result.eventSeqs).toEqual([acts + 1]);
        acts += 1;
        versions.set(caseId, acts);
      } else if (result.status !== "busy") wrong.push(result);
    }
  };
  const submitters = Array.from({ length: 60 }, submitter);
  const owner = new Client({ connectionString: server.url });
  await owner.connect();
  for (let cut = 0; cut < 60; cut += 1) {
    await sleep(15 + (cut % 7));
    await owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'customhouse_writer' AND state <> 'idle'`,
    );
  }
  running = false;
  await Promise.all(submitters);
  await owner.end();
  await queue.close();
  expect(wrong).toEqual([]);
  expect(log.filter((line) => line.includes("connection lost")).length).toBeGreaterThan(20);
  const stored = await database.writerPool.query<{ case_id: string; version: number }>(
    "SELECT case_id, version FROM case_envelope WHERE case_id = ANY($1)",
    [[...versions.keys()]],
  );
  for (const row of stored.rows) expect(row.version).toBe(versions.get(row.case_id));
  expect(stored.rows).toHaveLength(versions.size);
});
