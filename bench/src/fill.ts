/**
 * Fills a database with any number of cases in minutes: a few hundred are lodged over HTTP and cleared by the real
 * server, then copied in SQL with ids, references, declarants and times of their own, spread over the last year. Their
 * leaves go through the real sequencer, so that the log, its tiles and every party's positions are what they would be.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { logKeyOf } from "../../packages/server/src/boot/core.ts";
import { Sequencer } from "../../packages/server/src/platform/commit/sequencer.ts";
import { loadSecrets } from "../../packages/server/src/platform/config/secrets.ts";
import { openDatabase } from "../../packages/server/src/platform/storage/database.ts";
import { startEmbeddedPostgres } from "../../packages/server/src/platform/storage/embedded-postgres.ts";
import { progress } from "./progress.ts";
import { load, serve } from "./submit.ts";

const TEMPLATES = 200;
const CHUNK = 20_000;
const DECLARANTS = 5_000;
const CLEARED_WITHIN_MS = 60_000;
/** Only while filling: what is lost in a crash is made again. */
const FAST = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_wal_size: "4GB",
  autovacuum: "off",
  maintenance_work_mem: "512MB",
};

export async function fill(dataDir: string, cases: number): Promise<void> {
  await lodgeTemplates(dataDir);
  const postgres = await startEmbeddedPostgres({ dataDir, settings: FAST });
  try {
    await copyTemplates(postgres.url, dataDir, cases);
  } finally {
    await postgres.stop();
  }
}

/** Lodges a few real declarations and waits until the server has cleared them. */
async function lodgeTemplates(dataDir: string): Promise<void> {
  const server = await serve("real", dataDir);
  await load(server, 1, "T");
  const client = await connect(`socket:${await socketOf(dataDir)}?db=postgres&user=customhouse`);
  const deadline = Date.now() + CLEARED_WITHIN_MS;
  const left =
    "SELECT count(*) AS n FROM case_envelope WHERE snapshot -> 'at' -> 'cleared' IS NULL";
  while (Date.now() < deadline) {
    const { rows } = await client.query<{ n: string }>(left);
    if (rows[0]?.n === "0") break;
    await sleep(500);
  }
  await client.end();
  await server.stop();
}

/** The fifth line of PostgreSQL's own record of its running server. */
async function socketOf(dataDir: string): Promise<string> {
  const text = await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8");
  return text.split("\n")[4] ?? "";
}

async function copyTemplates(url: string, dataDir: string, cases: number): Promise<void> {
  const database = await openDatabase({ url });
  const client = await connect(url);
  const sequencer = new Sequencer(database.writerPool, {
    signer: logKeyOf(await loadSecrets(dataDir)),
    maxLeavesPerRun: CHUNK,
  });
  await client.query(PREPARE, [TEMPLATES]);
  const bar = progress("filling");
  let sequencing: Promise<void> = Promise.resolve();
  for (let from = 0; from < cases; from += CHUNK) {
    const to = Math.min(from + CHUNK, cases);
    await client.query("BEGIN");
    await client.query(NEXT_CLONES, [from, to - 1, cases, DECLARANTS]);
    for (const statement of COPIES) await client.query(statement);
    await client.query("COMMIT");
    await sequencing;
    sequencing = emptyPending(sequencer);
    bar.at(to, cases);
  }
  await sequencing;
  bar.end();
  process.stderr.write("vacuum and checkpoint\n");
  await client.query("VACUUM (FREEZE, ANALYZE)");
  await client.query("CHECKPOINT");
  await sequencer.release();
  await client.end();
  await database.close();
}

async function emptyPending(sequencer: Sequencer): Promise<void> {
  while ((await sequencer.runOnce()).leaves > 0);
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

const PREPARE = `CREATE TEMP TABLE template AS
  SELECT case_id AS template_id, row_number() OVER (ORDER BY case_id) - 1 AS number, count(*) OVER () AS of
  FROM (SELECT case_id FROM declaration ORDER BY case_id LIMIT $1::int) c`;

/** Ids are UUIDv7 of moments spread evenly over the year before today. */
const NEXT_CLONES = `CREATE TEMP TABLE clone ON COMMIT DROP AS
  SELECT template_id, at, 'FILL' || lpad(n::text, 10, '0') AS lrn, '25XAFILL' || lpad(n::text, 10, '0') AS mrn,
    'XA2' || lpad((n * 7919 % $4::bigint)::text, 6, '0') AS declarant,
    (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3)
      || '8' || substr(md5(n::text), 4, 15))::uuid AS case_id
  FROM (SELECT n, date_trunc('day', now()) - interval '1 year' * (1 - n::float8 / $3::bigint) AS at
    FROM generate_series($1::bigint, $2::bigint) AS n) AS numbered
  JOIN template ON number = n % of`;

const COPIES = [
  `INSERT INTO case_envelope (case_id, version, country, sort, number, kind, holder, office, agencies, submitted_at,
     updated_at, event_count, notification_count, leaf_count, snapshot, parties)
   SELECT k.case_id, version, country, sort, k.mrn, kind, k.declarant, office, agencies, at, at, event_count,
     notification_count, leaf_count, snapshot || jsonb_build_object('caseId', k.case_id, 'lrn', k.lrn, 'mrn', k.mrn, 'declarant', k.declarant,
       'parties', jsonb_build_array(k.declarant)), ARRAY[k.declarant]
   FROM clone k JOIN case_envelope c ON c.case_id = template_id`,
  `INSERT INTO declaration (case_id, lrn, direction, lane, control_state, agencies_state, debt_state, goods_state)
   SELECT k.case_id, k.lrn, direction, lane, control_state, agencies_state, debt_state, goods_state
   FROM clone k JOIN declaration d ON d.case_id = template_id`,
  `INSERT INTO event (case_id, seq, type, v, body, legal_at, recorded_at, known_at, commit_id)
   SELECT k.case_id, seq, type, v, body, at, at, at, k.case_id FROM clone k JOIN event e ON e.case_id = template_id`,
  `INSERT INTO notification (case_id, seq, party, function_code, issued_at, body)
   SELECT k.case_id, seq, k.declarant, function_code, at, body
   FROM clone k JOIN notification n ON n.case_id = template_id`,
  `INSERT INTO payload (case_id, digest, kind, media_type, content, created_at)
   SELECT k.case_id, digest, kind, media_type, content, at FROM clone k JOIN payload p ON p.case_id = template_id`,
  `INSERT INTO idempotency (scope, key, request_digest, case_id, branch, response, created_at)
   SELECT k.declarant, k.lrn, request_digest, k.case_id, branch, response, at
   FROM clone k JOIN idempotency i ON i.case_id = template_id`,
  `INSERT INTO lrn_claim (declarant, lrn, case_id, claimed_at, expires_at)
   SELECT declarant, lrn, case_id, at, at + interval '1 year' FROM clone`,
  `INSERT INTO pending_leaf (case_id, seq, digest, first_notification, parties, created_at)
   SELECT k.case_id, l.seq, sha256(uuid_send(k.case_id) || l.digest), (l.seq = 1)::int,
     CASE l.seq WHEN 1 THEN array_fill(k.declarant, ARRAY[notification_count]) ELSE '{}' END, at
   FROM clone k JOIN leaf l ON l.case_id = template_id JOIN case_envelope c ON c.case_id = template_id`,
];
