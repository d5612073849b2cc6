/** Consignment references and the master references that they travel under: trees, never circles. */
import { type Kysely, sql } from "kysely";
import type { CaseEnvelopeRow } from "../../../platform/cases/case-rows.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import { declarationTables } from "./tables.ts";

const MAX_UCRS = 200;
const MAX_CASES_PER_UCR = 500;
/** Consolidations of consolidations: more than a few levels is a mistake. */
const MAX_DEPTH = 20;

/** Cases that name one of the references, or one that travels under it, at any depth. */
export async function casesByUcrs(
  db: Kysely<Database>,
  ucrs: readonly string[],
): Promise<CaseEnvelopeRow[]> {
  const asked = ucrs.slice(0, MAX_UCRS);
  const rows = await sql<CaseEnvelopeRow>`
    WITH RECURSIVE named(ucr, depth) AS (
      SELECT unnest(${asked}::text[]) COLLATE "C", 0
      UNION SELECT l.ucr, n.depth + 1 FROM named n JOIN ucr_link l ON l.master = n.ucr
        WHERE n.depth < ${MAX_DEPTH})
    SELECT * FROM case_envelope WHERE case_id IN (
      SELECT c.case_id FROM named
      JOIN case_envelope c ON (c.snapshot -> 'ucrs') @> jsonb_build_array(named.ucr))
    ORDER BY case_id LIMIT ${MAX_CASES_PER_UCR}`.execute(db);
  return rows.rows;
}

export type LinkOutcome = "linked" | "circle" | "closed";

/** Puts references under a master, all or none. One at a time over the whole trade, so that no two make a circle. */
export async function linkUcrs(
  db: Kysely<Database>,
  ucrs: readonly string[],
  master: string,
): Promise<LinkOutcome> {
  if (ucrs.length === 0) return "linked";
  const linked = ucrs.slice(0, MAX_UCRS);
  return db.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(hashtext('customhouse/ucr'))`.execute(transaction);
    const found = await sql<{ circle: boolean; closed: boolean }>`
      WITH RECURSIVE above(ucr, depth) AS (
        SELECT ${master}::text COLLATE "C", 0
        UNION SELECT l.master, a.depth + 1 FROM above a JOIN ucr_link l ON l.ucr = a.ucr
          WHERE a.depth < ${MAX_DEPTH})
      SELECT coalesce(bool_or(ucr = ANY(${linked}::text[]) OR depth >= ${MAX_DEPTH}), false) AS circle,
        EXISTS (SELECT FROM ucr_closed WHERE master = ${master}) AS closed
      FROM above`.execute(transaction);
    if (found.rows[0]?.circle === true) return "circle";
    if (found.rows[0]?.closed === true) return "closed";
    await declarationTables(transaction)
      .insertInto("ucr_link")
      .values(linked.map((ucr) => ({ ucr, master })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return "linked";
  });
}

/** Nothing more is put under it. Closing again changes nothing. */
export async function closeUcr(db: Kysely<Database>, master: string, at: string): Promise<void> {
  await declarationTables(db)
    .insertInto("ucr_closed")
    .values({ master, at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
