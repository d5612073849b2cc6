/** What risk learns from: facts of risk runs and results of controls, in the one order of the log. */
import type { FactBody } from "@customhouse/history/fact";
import type { Pool, PoolClient } from "pg";

export interface RiskFactRow {
  readonly position: bigint;
  /** The case that the fact is about. */
  readonly caseId: string;
  readonly eventSeq: number;
  /** Legal time of the event. */
  readonly at: string;
  /** From when on histories take it in. */
  readonly visibleAt: string;
  readonly body: FactBody;
}

/** The events that facts are made of, each with the digest of the declaration as it then stood. */
export interface RiskEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: "LaneAssigned" | "ControlResultRecorded";
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly documentDigest: string;
  readonly direction: string;
  readonly dataSet: string;
  readonly office: string;
}

export interface Cursor {
  readonly logSize: bigint;
  readonly position: bigint;
}

const CURSOR = "facts";

/** Locked until the transaction ends: one process at a time reads the log into facts. */
export async function lockCursor(client: PoolClient): Promise<Cursor> {
  await client.query(
    "INSERT INTO risk_cursor (name, log_size, position) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING",
    [CURSOR],
  );
  const { rows } = await client.query<{ log_size: bigint; position: bigint }>(
    "SELECT log_size, position FROM risk_cursor WHERE name = $1 FOR UPDATE",
    [CURSOR],
  );
  return { logSize: rows[0]?.log_size ?? 0n, position: rows[0]?.position ?? 0n };
}

export async function moveCursor(client: PoolClient, to: Cursor): Promise<void> {
  await client.query("UPDATE risk_cursor SET log_size = $2, position = $3 WHERE name = $1", [
    CURSOR,
    to.logSize,
    to.position,
  ]);
}

/** The cases of the next leaves, each once, in the order of the log. */
export async function nextCases(
  client: PoolClient,
  logSize: bigint,
  limit: number,
): Promise<{ readonly caseIds: readonly string[]; readonly logSize: bigint }> {
  const { rows } = await client.query<{ idx: bigint; case_id: string }>({
    name: "risk_next_leaves",
    text: "SELECT idx, case_id FROM leaf WHERE idx >= $1 ORDER BY idx LIMIT $2",
    values: [logSize, limit],
  });
  const last = rows.at(-1);
  return {
    caseIds: [...new Set(rows.map((row) => row.case_id))],
    logSize: last === undefined ? logSize : last.idx + 1n,
  };
}

/** Events of these cases that facts are made of and that were not taken in yet, in the order of each case. */
export async function newRiskEvents(
  client: PoolClient,
  caseIds: readonly string[],
): Promise<readonly RiskEvent[]> {
  const { rows } = await client.query<RiskEvent>({
    name: "risk_new_events",
    text: `SELECT e.case_id AS "caseId", e.seq, e.type, e.legal_at AS at, e.body, c.office,
        d.body ->> 'documentDigest' AS "documentDigest",
        coalesce(d.body ->> 'direction', own.direction) AS direction,
        coalesce(d.body ->> 'dataSet', d.body -> 'registration' ->> 'dataSet', '') AS "dataSet"
      FROM event e JOIN case_envelope c ON c.case_id = e.case_id
      JOIN declaration own ON own.case_id = e.case_id
      CROSS JOIN LATERAL (SELECT v.body FROM event v WHERE v.case_id = e.case_id AND v.seq < e.seq
        AND v.type IN ('DeclarationRegistered', 'DeclarationAmended') ORDER BY v.seq DESC LIMIT 1) d
      WHERE e.case_id = ANY($1::uuid[]) AND e.type IN ('LaneAssigned', 'ControlResultRecorded')
        AND NOT EXISTS (SELECT FROM risk_fact f WHERE f.case_id = e.case_id AND f.event_seq = e.seq)
      ORDER BY array_position($1::uuid[], e.case_id), e.seq`,
    values: [caseIds],
  });
  return rows;
}

export interface StoredContent {
  readonly caseId: string;
  readonly digest: string;
  readonly content: Uint8Array;
}

/** Versions of declarations that were not erased. */
export async function contentsOf(
  client: PoolClient,
  wanted: readonly { readonly caseId: string; readonly documentDigest: string }[],
): Promise<readonly StoredContent[]> {
  const { rows } = await client.query<StoredContent>({
    name: "risk_contents",
    text: `SELECT p.case_id AS "caseId", encode(p.digest, 'hex') AS digest, p.content
      FROM unnest($1::uuid[], $2::text[]) AS b(case_id, digest)
      JOIN payload p ON p.case_id = b.case_id AND p.digest = decode(b.digest, 'hex')
        AND p.kind = 'declaration'`,
    values: [wanted.map((one) => one.caseId), wanted.map((one) => one.documentDigest)],
  });
  return rows;
}

export async function insertFacts(
  client: PoolClient,
  rows: readonly (Omit<RiskFactRow, "visibleAt"> & { readonly ofCase?: string | null })[],
  visibleAt: string,
): Promise<void> {
  await client.query({
    name: "risk_insert_facts",
    text: `INSERT INTO risk_fact (position, case_id, event_seq, at, visible_at, body, of_case)
      SELECT b.position, b.case_id, b.event_seq, b.at, $6, b.body, b.of_case
      FROM unnest($1::bigint[], $2::uuid[], $3::int[], $4::timestamptz[], $5::jsonb[], $7::uuid[])
        AS b(position, case_id, event_seq, at, body, of_case)`,
    values: [
      rows.map((row) => row.position),
      rows.map((row) => row.caseId),
      rows.map((row) => row.eventSeq),
      rows.map((row) => row.at),
      rows.map((row) => JSON.stringify(row.body)),
      visibleAt,
      rows.map((row) => row.ofCase ?? null),
    ],
  });
}

/** After a position, in order. */
export async function readFacts(
  pool: Pool,
  after: bigint,
  limit: number,
): Promise<readonly RiskFactRow[]> {
  const { rows } = await pool.query<RiskFactRow>({
    name: "risk_read_facts",
    text: `SELECT position, coalesce(of_case, case_id) AS "caseId", event_seq AS "eventSeq", at, visible_at AS "visibleAt", body
      FROM risk_fact WHERE position > $1 ORDER BY position LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

/** Features that runs saw, by case. */
export async function insertRuns(
  pool: Pool,
  runs: readonly { readonly caseId: string; readonly row: { readonly at: string } }[],
): Promise<void> {
  await pool.query({
    name: "risk_insert_runs",
    text: `INSERT INTO risk_run (case_id, at, row)
      SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::jsonb[]) ON CONFLICT DO NOTHING`,
    values: [
      runs.map(({ caseId }) => caseId),
      runs.map(({ row }) => row.at),
      runs.map(({ row }) => JSON.stringify(row)),
    ],
  });
}

/** Of the last run of the case that has something to tell. */
export async function readRun(pool: Pool, caseId: string): Promise<unknown> {
  const { rows } = await pool.query<{ row: unknown }>({
    name: "risk_read_run",
    text: "SELECT row FROM risk_run WHERE case_id = $1 ORDER BY at DESC LIMIT 1",
    values: [caseId],
  });
  return rows[0]?.row;
}

/** The features that the first run of each case saw, with its first item alone. */
export async function seenRows(
  pool: Pool,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await pool.query<{ caseId: string; row: unknown }>({
    name: "risk_seen_rows",
    text: `SELECT DISTINCT ON (case_id) case_id AS "caseId",
        jsonb_set(row, '{items}', coalesce(jsonb_path_query_array(row, '$.items[0]'), '[]')) AS row
      FROM risk_run WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, at`,
    values: [caseIds],
  });
  return new Map(rows.map(({ caseId, row }) => [caseId, row]));
}

/**
 * In the order in which they are played again: a run at its own moment, what became known from when it counted. Pages by
 * the last row before; the whole is too much for one answer.
 */
export async function readInPlayOrder(
  pool: Pool,
  after: { readonly playAt: string; readonly position: bigint } | undefined,
  limit: number,
): Promise<readonly (RiskFactRow & { readonly playAt: string })[]> {
  const { rows } = await pool.query<RiskFactRow & { readonly playAt: string }>({
    name: "risk_play_order",
    text: `SELECT position, coalesce(of_case, case_id) AS "caseId", event_seq AS "eventSeq", at, visible_at AS "visibleAt",
        play_at AS "playAt", body
      FROM risk_fact WHERE (play_at, position) > ($1, $2) ORDER BY play_at, position LIMIT $3`,
    values: [after?.playAt ?? "-infinity", after?.position ?? 0n, limit],
  });
  return rows;
}

/** Position of the newest; 0: there is none. */
export async function lastFact(pool: Pool): Promise<bigint> {
  const { rows } = await pool.query<{ last: bigint }>(
    "SELECT coalesce(max(position), 0) AS last FROM risk_fact",
  );
  return rows[0]?.last ?? 0n;
}

/** Results of controls alone, after a position. */
export async function readResults(
  pool: Pool,
  after: bigint,
  limit: number,
): Promise<readonly Pick<RiskFactRow, "position" | "caseId" | "body">[]> {
  const { rows } = await pool.query<Pick<RiskFactRow, "position" | "caseId" | "body">>({
    name: "risk_read_results",
    text: `SELECT position, coalesce(of_case, case_id) AS "caseId", body FROM risk_fact
      WHERE position > $1 AND body ->> 'kind' = 'result' ORDER BY position LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

/** The newest rows at most, in their order. */
export async function factsSince(
  pool: Pool,
  since: string,
  limit: number,
): Promise<readonly RiskFactRow[]> {
  const { rows } = await pool.query<RiskFactRow>({
    name: "risk_since",
    text: `SELECT position, coalesce(of_case, case_id) AS "caseId", event_seq AS "eventSeq", at, visible_at AS "visibleAt",
        body - 'facts' AS body
      FROM risk_fact WHERE play_at >= $1 ORDER BY play_at DESC, position DESC LIMIT $2`,
    values: [since, limit],
  });
  return rows.reverse();
}
