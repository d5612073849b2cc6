/** Parties that declarations named, with what they were last screened with, and declarations that wait for an answer. */
import type { Party } from "@customhouse/screening";
import type { Pool } from "pg";

export interface SeenParty {
  readonly digest: string;
  readonly party: Party;
  readonly caseId: string;
  /** Day. */
  readonly seenOn: string;
  /** The lists that it was screened with; absent: it waits for an answer. */
  readonly screenedWith?: string;
}

/**
 * A party that is there already keeps what it was screened with, unless it was screened just now. Of several cases that name
 * it the newest is its last one.
 */
export async function keepParties(
  pool: Pick<Pool, "query">,
  seen: readonly SeenParty[],
): Promise<void> {
  await pool.query({
    name: "screening_keep_parties",
    text: `INSERT INTO screening_party AS known
        (digest, party_key, body, last_seen, last_case, screened_with)
      SELECT DISTINCT ON (digest) * FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::date[], $5::uuid[], $6::text[])
        AS seen(digest, party_key, body, last_seen, last_case, screened_with)
      ORDER BY digest, screened_with NULLS LAST, last_case DESC
      ON CONFLICT (digest) DO UPDATE SET last_seen = greatest(known.last_seen, excluded.last_seen),
        last_case = excluded.last_case,
        screened_with = coalesce(excluded.screened_with, known.screened_with)`,
    values: [
      seen.map(({ digest }) => digest),
      seen.map(({ party }) => party.id),
      seen.map(({ party }) => JSON.stringify(party)),
      seen.map(({ seenOn }) => seenOn),
      seen.map(({ caseId }) => caseId),
      seen.map(({ screenedWith }) => screenedWith ?? null),
    ],
  });
}

export interface Waiting {
  readonly caseId: string;
  readonly digest: string;
}

/** Declarations that were decided on without an answer about these parties: the parties are screened anew for them. */
export async function keepWaiting(
  pool: Pick<Pool, "query">,
  waiting: readonly Waiting[],
): Promise<void> {
  const digests = waiting.map(({ digest }) => digest);
  await pool.query(
    `INSERT INTO screening_waiting (case_id, party_digest)
      SELECT * FROM unnest($1::uuid[], $2::text[]) ON CONFLICT DO NOTHING`,
    [waiting.map(({ caseId }) => caseId), digests],
  );
  await pool.query(
    "UPDATE screening_party SET screened_with = NULL WHERE digest = ANY ($1::text[])",
    [digests],
  );
}

export interface UnscreenedParty {
  readonly digest: string;
  readonly party: Party;
  readonly lastCase: string | null;
}

/** Parties that were not screened with these lists. Locked, so that two machines do not take the same ones. */
export async function takeUnscreened(
  client: Pick<Pool, "query">,
  lists: string,
  limit: number,
): Promise<readonly UnscreenedParty[]> {
  const { rows } = await client.query<UnscreenedParty>({
    name: "screening_unscreened",
    text: `SELECT digest, body AS party, last_case AS "lastCase" FROM screening_party
      WHERE screened_with IS DISTINCT FROM $1 LIMIT $2 FOR UPDATE SKIP LOCKED`,
    values: [lists, limit],
  });
  return rows;
}

/** They are screened; nobody waits for them any more. */
export async function markScreened(
  client: Pick<Pool, "query">,
  digests: readonly string[],
  lists: string,
): Promise<readonly Waiting[]> {
  await client.query("UPDATE screening_party SET screened_with = $2 WHERE digest = ANY ($1)", [
    digests,
    lists,
  ]);
  const { rows } = await client.query<Waiting>(
    `DELETE FROM screening_waiting WHERE party_digest = ANY ($1)
      RETURNING case_id AS "caseId", party_digest AS digest`,
    [digests],
  );
  return rows;
}

export interface Progress {
  readonly parties: number;
  readonly screened: number;
  /** Declarations that wait for an answer about a party. */
  readonly waiting: number;
}

export async function screeningProgress(
  pool: Pick<Pool, "query">,
  lists: string,
): Promise<Progress> {
  const { rows } = await pool.query<Progress>(
    `SELECT count(*)::int AS parties,
        count(*) FILTER (WHERE screened_with = $1)::int AS screened,
        (SELECT count(*)::int FROM screening_waiting) AS waiting
      FROM screening_party`,
    [lists],
  );
  return rows[0] ?? { parties: 0, screened: 0, waiting: 0 };
}

/** Those that were screened with these lists. */
export async function screenedParties(
  pool: Pick<Pool, "query">,
  digests: readonly string[],
  lists: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ digest: string }>({
    name: "screening_screened",
    text: "SELECT digest FROM screening_party WHERE digest = ANY ($1) AND screened_with = $2",
    values: [digests, lists],
  });
  return new Set(rows.map(({ digest }) => digest));
}

/** Forgets those that no declaration has named since the day. */
export async function forgetParties(pool: Pick<Pool, "query">, before: string): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM screening_party WHERE last_seen < $1
      AND NOT EXISTS (SELECT FROM screening_waiting WHERE party_digest = digest)`,
    [before],
  );
  return rowCount ?? 0;
}
