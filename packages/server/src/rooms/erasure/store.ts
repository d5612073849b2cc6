/** Erasing what is personal of cases: who asked for it, and the deletion itself, table by table. */
import type { ErasureReason } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../platform/storage/tables.ts";
import { erasureTables } from "./tables.ts";

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
export async function askErasure(db: Kysely<Database>, asked: AskedErasure): Promise<void> {
  const about = {
    reason: asked.reason,
    legal_basis: asked.legalBasis,
    asked_by: asked.askedBy,
    asked_at: asked.askedAt,
  };
  await erasureTables(db)
    .insertInto("case_erasure")
    .values({ case_id: asked.caseId, ...about })
    .onConflict((known) =>
      known
        .column("case_id")
        .doUpdateSet(about)
        .where("case_erasure.confirmed_by", "is", null)
        .where("case_erasure.wiped_at", "is", null),
    )
    .execute();
}

export async function loadErasure(
  db: Kysely<Database>,
  caseId: string,
): Promise<Erasure | undefined> {
  const row = await erasureTables(db)
    .selectFrom("case_erasure")
    .select([
      "case_id as caseId",
      "reason",
      "legal_basis as legalBasis",
      "asked_by as askedBy",
      "asked_at as askedAt",
      "confirmed_by as confirmedBy",
      "confirmed_at as confirmedAt",
      "wiped_at as wipedAt",
    ])
    .where("case_id", "=", caseId)
    .executeTakeFirst();
  const given = Object.entries(row ?? {}).filter(([, value]) => value !== null);
  return row === undefined ? undefined : (Object.fromEntries(given) as unknown as Erasure);
}

/** The first one counts, and never that of the person who asked. */
export async function confirmErasure(
  db: Kysely<Database>,
  caseId: string,
  by: string,
  at: string,
): Promise<void> {
  await erasureTables(db)
    .updateTable("case_erasure")
    .set({ confirmed_by: by, confirmed_at: at })
    .where("case_id", "=", caseId)
    .where("confirmed_by", "is", null)
    .where("asked_by", "<>", by)
    .execute();
}

/** Of file c: its history says that it is erased. */
const IS_ERASED = sql<boolean>`(c.snapshot ? 'erased' OR c.snapshot -> 'facts' ? 'erasedReason')`;

/** Cases whose history says that they are erased, and which are not wiped yet. */
export async function unfinishedErasures(
  db: Kysely<Database>,
  limit: number,
): Promise<readonly string[]> {
  const rows = await erasureTables(db)
    .selectFrom("case_erasure as e")
    .innerJoin("case_envelope as c", "c.case_id", "e.case_id")
    .select("e.case_id")
    .where("e.wiped_at", "is", null)
    .where(IS_ERASED)
    .orderBy("e.case_id")
    .limit(limit)
    .execute();
  return rows.map((row) => row.case_id);
}

/** What may have been over for long enough: declarations, and formalities that keep something apart. Oldest first. */
export async function casesToErase(
  db: Kysely<Database>,
  page: { readonly endedBefore: string; readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`
    SELECT c.case_id AS "caseId" FROM case_envelope c
    WHERE c.case_id > ${page.after} AND c.submitted_at < ${page.endedBefore}::timestamptz
      AND NOT EXISTS (SELECT FROM case_erasure e WHERE e.case_id = c.case_id AND e.wiped_at IS NOT NULL)
      AND CASE c.sort WHEN 'formality' THEN c.snapshot ->> 'changed' < ${page.endedBefore}::text
        AND EXISTS (SELECT FROM payload p WHERE p.case_id = c.case_id)
        ELSE coalesce(c.snapshot -> 'at' ->> 'closed', c.snapshot -> 'at' ->> 'cleared') < ${page.endedBefore}::text END
    ORDER BY c.case_id LIMIT ${page.limit}`.execute(db);
  return rows.map(({ caseId }) => caseId);
}

/** Formalities of these parties that name the declaration and are in none of the closed states of their kind. */
export async function formalitiesNaming(
  db: Kysely<Database>,
  mrn: string,
  parties: readonly string[],
): Promise<readonly { readonly number: string; readonly kind: string; readonly state: string }[]> {
  const { rows } = await sql<{ number: string; kind: string; state: string }>`
    SELECT number, kind, state FROM case_envelope
    WHERE sort = 'formality' AND (holder = ANY (${parties}::text[]) OR parties && ${parties}::text[])
      AND jsonb_path_exists(snapshot -> 'facts', '$.** ? (@ == $mrn)',
        jsonb_build_object('mrn', ${mrn}::text))`.execute(db);
  return rows;
}

/**
 * Deletes what is personal of cases whose history says that they are erased; of others nothing. As often as one likes. What
 * a party, a hit or a fact has to do with other cases stays for as long as those do.
 */
export async function wipeCases(
  db: Kysely<Database>,
  caseIds: readonly string[],
  at: string,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ caseId: string }>`
      SELECT c.case_id AS "caseId" FROM case_envelope c
      WHERE c.case_id = ANY (${caseIds}::uuid[]) AND ${IS_ERASED}
      ORDER BY c.case_id FOR SHARE`.execute(transaction);
    const erased = rows.map(({ caseId }) => caseId);
    if (erased.length === 0) return;
    for (const statement of wipes(erased)) await statement.execute(transaction);
    await wipeHits(transaction, erased, at);
    await sql`UPDATE case_erasure SET wiped_at = ${at}
      WHERE case_id = ANY (${erased}::uuid[]) AND wiped_at IS NULL`.execute(transaction);
  });
}

/** What is deleted, table by table. The tables are those of the platform and of many rooms. */
function wipes(caseIds: readonly string[]) {
  const ids = sql`${caseIds}::uuid[]`;
  const ofCases = sql`case_id = ANY (${ids})`;
  return [
    // Declarations, amendments, words of queries and reasons, personal fields; keys of registrations go with them.
    sql`DELETE FROM payload WHERE ${ofCases}`,
    sql`DELETE FROM upload WHERE ${ofCases}`,
    sql`SELECT customhouse_erase_notifications(${ids})`,
    // Keys are the callers' own words.
    sql`DELETE FROM idempotency WHERE ${ofCases}`,
    sql`DELETE FROM risk_fact WHERE ${ofCases} OR of_case = ANY (${ids})`,
    sql`DELETE FROM risk_run WHERE ${ofCases}`,
    sql`DELETE FROM case_news WHERE ${ofCases}`,
    sql`DELETE FROM case_review WHERE ${ofCases}`,
    sql`DELETE FROM filing_party WHERE ${ofCases}`,
    sql`DELETE FROM screening_waiting WHERE ${ofCases}`,
    // No case under way names the party, and the last one that did is erased, now or before: then another needed it still.
    sql`DELETE FROM screening_party p
      WHERE p.last_case IN (SELECT e.case_id FROM case_erasure e WHERE e.wiped_at IS NOT NULL OR e.${ofCases})
      AND NOT EXISTS (SELECT FROM filing_party f WHERE f.party_digest = p.digest)
      AND NOT EXISTS (SELECT FROM screening_waiting w WHERE w.party_digest = p.digest)`,
  ];
}

/** That there was a hit stays known; its names go where no other case has to do with it. */
async function wipeHits(
  db: Kysely<Database>,
  caseIds: readonly string[],
  at: string,
): Promise<void> {
  const { rows } = await sql<{ hitId: string }>`
    DELETE FROM screening_hit_case WHERE case_id = ANY (${caseIds}::uuid[])
    RETURNING hit_id AS "hitId"`.execute(db);
  const hitIds = rows.map(({ hitId }) => hitId);
  await sql`
    UPDATE screening_hit h SET state = 'erased', changed_at = ${at},
      body = (body - '{match,verdict,review,confirmation}'::text[]) || '{"state": "erased"}'
    WHERE hit_id = ANY (${hitIds}::uuid[]) AND state <> 'erased'
      AND NOT EXISTS (SELECT FROM screening_hit_case c WHERE c.hit_id = h.hit_id)`.execute(db);
}
