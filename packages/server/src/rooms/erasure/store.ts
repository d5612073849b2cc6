/** Erasing what is personal of cases: who asked for it, and the deletion itself, table by table. */
import type { ErasureReason } from "@customhouse/model";
import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/storage/in-transaction.ts";

type Client = Pick<Pool, "query">;

export interface AskedErasure {
  readonly caseId: string;
  readonly reason: ErasureReason;
  readonly legalBasis: string;
  readonly askedBy: string;
  readonly askedAt: string;
}

export interface Erasure extends AskedErasure {
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
  /** When nothing personal was left. */
  readonly wipedAt?: string;
}

/** What was asked and not confirmed yet is replaced; what was confirmed stays. */
export async function askErasure(pool: Client, asked: AskedErasure): Promise<void> {
  const { caseId, reason, legalBasis, askedBy, askedAt } = asked;
  await pool.query(
    `INSERT INTO case_erasure AS known (case_id, reason, legal_basis, asked_by, asked_at)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (case_id) DO UPDATE SET reason = excluded.reason, legal_basis = excluded.legal_basis,
        asked_by = excluded.asked_by, asked_at = excluded.asked_at
      WHERE known.confirmed_by IS NULL AND known.wiped_at IS NULL`,
    [caseId, reason, legalBasis, askedBy, askedAt],
  );
}

export async function loadErasure(pool: Client, caseId: string): Promise<Erasure | undefined> {
  const { rows } = await pool.query<{ [K in keyof Erasure]: Erasure[K] | null }>(
    `SELECT case_id AS "caseId", reason, legal_basis AS "legalBasis", asked_by AS "askedBy",
        asked_at AS "askedAt", confirmed_by AS "confirmedBy", confirmed_at AS "confirmedAt",
        wiped_at AS "wipedAt"
      FROM case_erasure WHERE case_id = $1`,
    [caseId],
  );
  const given = Object.entries(rows[0] ?? {}).filter(([, value]) => value !== null);
  return rows[0] === undefined ? undefined : (Object.fromEntries(given) as unknown as Erasure);
}

/** The first one counts, and never that of the person who asked. */
export async function confirmErasure(
  pool: Client,
  caseId: string,
  by: string,
  at: string,
): Promise<void> {
  await pool.query(
    `UPDATE case_erasure SET confirmed_by = $2, confirmed_at = $3
      WHERE case_id = $1 AND confirmed_by IS NULL AND asked_by <> $2`,
    [caseId, by, at],
  );
}

/** Of file c: its history says that it is erased. */
const IS_ERASED = "(c.snapshot ? 'erased' OR c.snapshot -> 'facts' ? 'erasedReason')";

/** Cases whose history says that they are erased, and which are not wiped yet. */
export async function unfinishedErasures(pool: Client, limit: number): Promise<readonly string[]> {
  const { rows } = await pool.query<{ caseId: string }>(
    `SELECT e.case_id AS "caseId" FROM case_erasure e JOIN case_envelope c USING (case_id)
      WHERE e.wiped_at IS NULL AND ${IS_ERASED} ORDER BY e.case_id LIMIT $1`,
    [limit],
  );
  return rows.map(({ caseId }) => caseId);
}

/** What may have been over for long enough: declarations, and formalities that keep something apart. Oldest first. */
export async function casesToErase(
  pool: Client,
  page: { readonly endedBefore: string; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ caseId: string }>(
    `SELECT c.case_id AS "caseId" FROM case_envelope c
      WHERE c.case_id > $1 AND c.submitted_at < $2
        AND NOT EXISTS (SELECT FROM case_erasure e WHERE e.case_id = c.case_id AND e.wiped_at IS NOT NULL)
        AND CASE c.sort WHEN 'formality' THEN c.snapshot ->> 'changed' < $3
          AND EXISTS (SELECT FROM payload p WHERE p.case_id = c.case_id)
          ELSE coalesce(c.snapshot -> 'at' ->> 'closed', c.snapshot -> 'at' ->> 'cleared') < $3 END
      ORDER BY c.case_id LIMIT $4`,
    [page.after, page.endedBefore, page.endedBefore, page.limit],
  );
  return rows.map(({ caseId }) => caseId);
}

/** Formalities of these parties that name the declaration and are in none of the closed states of their kind. */
export async function formalitiesNaming(
  pool: Client,
  mrn: string,
  parties: readonly string[],
): Promise<readonly { readonly number: string; readonly kind: string; readonly state: string }[]> {
  const { rows } = await pool.query<{ number: string; kind: string; state: string }>(
    `SELECT number, kind, state FROM case_envelope
      WHERE sort = 'formality' AND (holder = ANY ($2::text[]) OR parties && $2::text[])
        AND jsonb_path_exists(snapshot -> 'facts', '$.** ? (@ == $mrn)', jsonb_build_object('mrn', $1::text))`,
    [mrn, parties],
  );
  return rows;
}

/**
 * Deletes what is personal of cases whose history says that they are erased; of others nothing. As often as one likes. What
 * a party, a hit or a fact has to do with other cases stays for as long as those do.
 */
export async function wipeCases(pool: Pool, caseIds: readonly string[], at: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ caseId: string }>(
      `SELECT c.case_id AS "caseId" FROM case_envelope c WHERE c.case_id = ANY ($1::uuid[]) AND ${IS_ERASED}
        ORDER BY c.case_id FOR SHARE`,
      [caseIds],
    );
    const erased = rows.map(({ caseId }) => caseId);
    if (erased.length === 0) return;
    for (const statement of WIPES) await client.query(statement, [erased]);
    await wipeHits(client, erased, at);
    await client.query(
      "UPDATE case_erasure SET wiped_at = $2 WHERE case_id = ANY ($1::uuid[]) AND wiped_at IS NULL",
      [erased, at],
    );
  });
}

const OF_CASES = "case_id = ANY ($1::uuid[])";

const WIPES: readonly string[] = [
  // Declarations, amendments, words of queries and reasons, personal fields; keys of registrations go with them.
  `DELETE FROM payload WHERE ${OF_CASES}`,
  `DELETE FROM upload WHERE ${OF_CASES}`,
  "SELECT customhouse_erase_notifications($1::uuid[])",
  // Keys are the callers' own words.
  `DELETE FROM idempotency WHERE ${OF_CASES}`,
  `DELETE FROM risk_fact WHERE ${OF_CASES} OR of_case = ANY ($1::uuid[])`,
  `DELETE FROM risk_run WHERE ${OF_CASES}`,
  `DELETE FROM case_news WHERE ${OF_CASES}`,
  `DELETE FROM case_review WHERE ${OF_CASES}`,
  `DELETE FROM filing_party WHERE ${OF_CASES}`,
  `DELETE FROM screening_waiting WHERE ${OF_CASES}`,
  // No case under way names the party, and the last one that did is erased, now or before: then another needed it still.
  `DELETE FROM screening_party p
    WHERE p.last_case IN (SELECT e.case_id FROM case_erasure e WHERE e.wiped_at IS NOT NULL OR e.${OF_CASES})
    AND NOT EXISTS (SELECT FROM filing_party f WHERE f.party_digest = p.digest)
    AND NOT EXISTS (SELECT FROM screening_waiting w WHERE w.party_digest = p.digest)`,
];

/** That there was a hit stays known; its names go where no other case has to do with it. */
async function wipeHits(client: PoolClient, caseIds: readonly string[], at: string): Promise<void> {
  const { rows } = await client.query<{ hitId: string }>(
    `DELETE FROM screening_hit_case WHERE ${OF_CASES} RETURNING hit_id AS "hitId"`,
    [caseIds],
  );
  await client.query(
    `UPDATE screening_hit h SET state = 'erased', changed_at = $2,
        body = (body - '{match,verdict,review,confirmation}'::text[]) || '{"state": "erased"}'
      WHERE hit_id = ANY ($1::uuid[]) AND state <> 'erased'
        AND NOT EXISTS (SELECT FROM screening_hit_case c WHERE c.hit_id = h.hit_id)`,
    [rows.map(({ hitId }) => hitId), at],
  );
}
