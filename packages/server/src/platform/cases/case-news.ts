/**
 * What became known of cases by itself, and by which parties filings are found. Plain rows: whoever is killed loses none.
 */
import { type Kysely, sql } from "kysely";
import type { Pool } from "pg";
import type { Database } from "../storage/tables.ts";

type Client = Pick<Pool, "query">;

/** Nothing more happens to a filing in one of these states. */
const OVER = "('arrived', 'lapsed')";

/** A party that a filing or a declaration names, now or in an earlier version of it. */
export interface Naming {
  readonly caseId: string;
  readonly digest: string;
}

export async function keepNamings(pool: Client, namings: readonly Naming[]): Promise<void> {
  if (namings.length === 0) return;
  await pool.query({
    name: "filing_keep_parties",
    text: `INSERT INTO filing_party (party_digest, case_id)
      SELECT * FROM unnest($1::text[], $2::uuid[]) ON CONFLICT DO NOTHING`,
    values: [namings.map(({ digest }) => digest), namings.map(({ caseId }) => caseId)],
  });
}

/** Declarations under customs control of which no naming is kept, by their ids, after this one. */
export async function unnamedDeclarations(
  pool: Client,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ caseId: string }>(
    `SELECT c.case_id AS "caseId" FROM case_envelope c
      WHERE c.case_id > $1 AND c.sort = 'declaration' AND ${IS_OPEN}
        AND NOT EXISTS (SELECT FROM filing_party p WHERE p.case_id = c.case_id)
      ORDER BY c.case_id LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ caseId }) => caseId);
}

/** SQL condition on `case_envelope c`: a filing under way, or a declaration that is not released, refused or over. */
const IS_OPEN = `CASE WHEN c.sort = 'formality' THEN c.state NOT IN ${OVER}
  ELSE NOT c.snapshot -> 'at' ?| '{released,closed}' END`;

/** Filings under way and declarations under customs control that name these parties. */
export async function casesNaming(
  db: Kysely<Database>,
  digests: readonly string[],
): Promise<readonly { readonly digest: string; readonly caseId: string }[]> {
  if (digests.length === 0) return [];
  const { rows } = await sql<{ digest: string; caseId: string }>`
    SELECT p.party_digest AS digest, p.case_id AS "caseId"
    FROM filing_party p JOIN case_envelope c USING (case_id)
    WHERE p.party_digest = ANY (${digests}::text[]) AND ${sql.raw(IS_OPEN)}`.execute(db);
  return rows;
}

export interface FilingNews {
  readonly caseId: string;
  readonly number: string;
  readonly trigger: "list-change" | "container-alarm";
  readonly references: readonly string[];
  /** The references that its risk runs have taken into account. */
  readonly knew: readonly string[];
}

/** News of filings without an objection. Other filings need none: they are assessed again anyway, or are closed. */
export async function filingNews(pool: Client, limit: number): Promise<readonly FilingNews[]> {
  const { rows } = await pool.query<FilingNews>({
    name: "case_news_filings",
    text: `SELECT n.case_id AS "caseId", c.number, n.trigger,
        array_agg(n.reference ORDER BY n.reference) AS references,
        coalesce(c.snapshot -> 'facts' -> 'runKnew', '[]') AS knew
      FROM case_news n JOIN case_envelope c USING (case_id)
      WHERE c.sort = 'formality' AND c.state = 'assessed'
      GROUP BY n.case_id, n.trigger, c.number, c.snapshot ORDER BY n.case_id, n.trigger LIMIT $1`,
    values: [limit],
  });
  return rows;
}

export type DeclarationNews = Pick<FilingNews, "caseId" | "references">;

/** News of declarations: an alarm of a container, or a later result of screening. */
export async function declarationNews(
  pool: Client,
  trigger: "container-alarm" | "screening",
  limit: number,
): Promise<readonly DeclarationNews[]> {
  const { rows } = await pool.query<DeclarationNews>({
    name: "case_news_declarations",
    text: `SELECT n.case_id AS "caseId", array_agg(n.reference) AS references
      FROM case_news n JOIN case_envelope c USING (case_id)
      WHERE c.sort = 'declaration' AND n.trigger = $2 GROUP BY n.case_id ORDER BY n.case_id LIMIT $1`,
    values: [limit, trigger],
  });
  return rows;
}

/** It has been weighed. */
export async function dropNews(
  pool: Client,
  { caseId, references }: DeclarationNews,
): Promise<void> {
  await pool.query("DELETE FROM case_news WHERE case_id = $1 AND reference = ANY ($2::text[])", [
    caseId,
    references,
  ]);
}

/** Forgets what is kept of filings that are over, and by whom declarations were found that are under control no longer. */
export async function forgetClosed(pool: Client): Promise<void> {
  await pool.query(
    `DELETE FROM case_news t USING case_envelope c
      WHERE c.case_id = t.case_id AND c.sort = 'formality' AND c.state IN ${OVER}`,
  );
  await pool.query(
    `DELETE FROM filing_party t USING case_envelope c WHERE c.case_id = t.case_id AND NOT ${IS_OPEN}`,
  );
}
