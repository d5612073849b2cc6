/**
 * What every server asks twice a second, and what a declaration or a filing waits for: prepared, so that it is not planned
 * anew each time.
 */
import type { ScreeningHit } from "@customhouse/screening/hits";
import type { Pool } from "pg";
import type { ListName } from "./lists.ts";
import type { SeenParty } from "./parties.ts";

/** Lists in force, by name, each with the digest of its file. */
export async function activeLists(
  pool: Pick<Pool, "query">,
): Promise<readonly (ListName & { readonly digest: string })[]> {
  const { rows } = await pool.query<ListName & { digest: string }>({
    name: "screening_active",
    text: `SELECT list, version, digest FROM screening_list WHERE state = 'active'
      ORDER BY list COLLATE "C"`,
  });
  return rows;
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

/** Those of the parties, by their digests, that were screened with these lists. */
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
