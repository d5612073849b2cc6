/** Hits of screening and the cases that they concern. */
import type { ScreeningHit } from "@customhouse/screening/hits";
import type { Pool, PoolClient } from "pg";

export interface NewHit {
  readonly hit: ScreeningHit;
  /** The case that named the party, where one did. */
  readonly caseId?: string;
}

export interface FoundBy {
  readonly lists: string;
  readonly retroactive: boolean;
  /** The risk runs of the cases have weighed them already. */
  readonly weighed: boolean;
}

/** Each pair once; every case that names the party is linked to it. Returns how many pairs were new. */
export async function keepHits(
  client: Pick<Pool, "query">,
  found: readonly NewHit[],
  { lists, retroactive, weighed }: FoundBy,
): Promise<number> {
  if (found.length === 0) return 0;
  const { rowCount } = await client.query(
    `INSERT INTO screening_hit (hit_id, party_key, list, entry_id, pair_digest, state, body, found_at,
        found_with, retroactive, changed_at, keep_until)
      SELECT (b ->> 'id')::uuid, b ->> 'partyId', b ->> 'list', b ->> 'entryId', b ->> 'pairDigest', 'found', b,
        (b ->> 'foundAt')::timestamptz, $2, $3, (b ->> 'foundAt')::timestamptz, (b ->> 'keepUntil')::date
      FROM unnest($1::jsonb[]) b ON CONFLICT DO NOTHING`,
    [found.map(({ hit }) => JSON.stringify(hit)), lists, retroactive],
  );
  const linked = found.filter(({ caseId }) => caseId !== undefined);
  if (linked.length > 0) await linkHits(client, linked, weighed);
  return rowCount ?? 0;
}

/**
 * By pair: the hit may be an older one. A case that is linked anew has news, unless officers have cleared the pair. Whether
 * the risk run of a filing knew them already is looked at when they are worked off; that of a declaration has weighed what
 * was known when it was made.
 */
async function linkHits(
  client: Pick<Pool, "query">,
  found: readonly NewHit[],
  weighed: boolean,
): Promise<void> {
  await client.query(
    `WITH linked AS (INSERT INTO screening_hit_case (hit_id, case_id)
        SELECT h.hit_id, b.case_id
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::uuid[])
          AS b(pair_digest, list, entry_id, party_key, case_id)
        JOIN screening_hit h USING (pair_digest, list, entry_id, party_key)
        WHERE h.state <> 'erased' ON CONFLICT DO NOTHING RETURNING hit_id, case_id)
      INSERT INTO case_news (case_id, trigger, reference)
        SELECT l.case_id, CASE c.sort WHEN 'formality' THEN 'list-change' ELSE 'screening' END, h.pair_digest
        FROM linked l JOIN screening_hit h USING (hit_id) JOIN case_envelope c ON c.case_id = l.case_id
        WHERE (c.sort = 'formality' OR NOT $6)
          AND NOT (h.state = 'confirmed' AND h.body ->> 'verdict' = 'false-match')
        ON CONFLICT DO NOTHING`,
    [
      found.map(({ hit }) => hit.pairDigest),
      found.map(({ hit }) => hit.list),
      found.map(({ hit }) => hit.entryId),
      found.map(({ hit }) => hit.partyId),
      found.map(({ caseId }) => caseId),
      weighed,
    ],
  );
}

export interface ListedHit {
  readonly hit: ScreeningHit;
  readonly retroactive: boolean;
  readonly caseIds: readonly string[];
}

const MAX_CASES_LISTED = 50;
const LISTED = `h.body AS hit, h.retroactive, ARRAY(SELECT c.case_id FROM screening_hit_case c
  WHERE c.hit_id = h.hit_id ORDER BY c.case_id DESC LIMIT ${MAX_CASES_LISTED}) AS "caseIds"`;

/** Newest first; `after` is the id of the last one of the page before. */
export async function listHits(
  pool: Pick<Pool, "query">,
  filter: { readonly state?: string; readonly after?: string; readonly limit: number },
): Promise<readonly ListedHit[]> {
  const { rows } = await pool.query<ListedHit>(
    `SELECT ${LISTED} FROM screening_hit h
      WHERE ($1::text IS NULL OR h.state = $1) AND ($2::uuid IS NULL OR h.hit_id < $2)
      ORDER BY h.hit_id DESC LIMIT $3`,
    [filter.state ?? null, filter.after ?? null, filter.limit],
  );
  return rows;
}

export async function findHit(
  pool: Pick<Pool, "query">,
  hitId: string,
): Promise<ListedHit | undefined> {
  const { rows } = await pool.query<ListedHit>(
    `SELECT ${LISTED} FROM screening_hit h WHERE h.hit_id = $1`,
    [hitId],
  );
  return rows[0];
}

/** The hit after the change; undefined where there is none. What `change` throws leaves it as it was. */
export async function changeHit(
  pool: Pool,
  hitId: string,
  at: string,
  change: (hit: ScreeningHit) => ScreeningHit,
): Promise<ScreeningHit | undefined> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<{ body: ScreeningHit }>(
      "SELECT body FROM screening_hit WHERE hit_id = $1 FOR UPDATE",
      [hitId],
    );
    const changed = rows[0] && change(rows[0].body);
    if (changed !== undefined) await writeHit(client, changed, at);
    await client.query("COMMIT");
    return changed;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function writeHit(client: PoolClient, hit: ScreeningHit, at: string): Promise<void> {
  await client.query(
    "UPDATE screening_hit SET state = $2, body = $3, changed_at = $4 WHERE hit_id = $1",
    [hit.id, hit.state, JSON.stringify(hit), at],
  );
  if (hit.state !== "confirmed" || hit.verdict !== "true-match") return;
  // Two officers are sure: every declaration that it concerns is looked at once more.
  await client.query(
    `INSERT INTO case_news (case_id, trigger, reference)
      SELECT l.case_id, 'screening', $2 FROM screening_hit_case l JOIN case_envelope c USING (case_id)
      WHERE l.hit_id = $1 AND c.sort = 'declaration' ON CONFLICT DO NOTHING`,
    [hit.id, hit.pairDigest],
  );
}

/** Pairs that two officers called false, decided on or after the moment; without the names. */
export async function clearedSince(
  pool: Pick<Pool, "query">,
  since: string,
  limit: number,
): Promise<readonly { readonly hit: ScreeningHit; readonly changedAt: string }[]> {
  const { rows } = await pool.query<{ hit: ScreeningHit; changedAt: string }>({
    name: "screening_cleared",
    text: `SELECT body - 'match' AS hit, changed_at AS "changedAt" FROM screening_hit
      WHERE state = 'confirmed' AND body ->> 'verdict' = 'false-match' AND changed_at >= $1
      ORDER BY changed_at LIMIT $2`,
    values: [since, limit],
  });
  return rows;
}

/** What is stored of these parties, without those whose names were erased. */
export async function hitsOfParties(
  pool: Pick<Pool, "query">,
  partyKeys: readonly string[],
): Promise<readonly ScreeningHit[]> {
  const { rows } = await pool.query<{ body: ScreeningHit }>({
    name: "screening_hits_of",
    text: "SELECT body FROM screening_hit WHERE party_key = ANY ($1) AND state <> 'erased'",
    values: [partyKeys],
  });
  return rows.map(({ body }) => body);
}

export async function retroactiveHits(pool: Pick<Pool, "query">, lists: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM screening_hit WHERE retroactive AND found_with = $1`,
    [lists],
  );
  return rows[0]?.count ?? 0;
}

/** Hits whose day has passed. */
export async function hitsDue(
  pool: Pick<Pool, "query">,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ hitId: string }>(
    `SELECT hit_id AS "hitId" FROM screening_hit WHERE keep_until < $1 AND state <> 'erased' LIMIT $2`,
    [today, limit],
  );
  return rows.map(({ hitId }) => hitId);
}
