/** Hits of screening and the cases that they concern. */
import type { ScreeningHit } from "@customhouse/screening/hits";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { screeningTables } from "./tables.ts";

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
  db: Kysely<Database>,
  found: readonly NewHit[],
  { lists, retroactive, weighed }: FoundBy,
): Promise<number> {
  if (found.length === 0) return 0;
  const { numAffectedRows } = await sql`
    INSERT INTO screening_hit (hit_id, party_key, list, entry_id, pair_digest, state, body, found_at,
      found_with, retroactive, changed_at, keep_until)
    SELECT (b ->> 'id')::uuid, b ->> 'partyId', b ->> 'list', b ->> 'entryId', b ->> 'pairDigest', 'found', b,
      (b ->> 'foundAt')::timestamptz, ${lists}, ${retroactive}, (b ->> 'foundAt')::timestamptz,
      (b ->> 'keepUntil')::date
    FROM unnest(${found.map(({ hit }) => JSON.stringify(hit))}::jsonb[]) b ON CONFLICT DO NOTHING`.execute(
    db,
  );
  const linked = found.filter(({ caseId }) => caseId !== undefined);
  if (linked.length > 0) await linkHits(db, linked, weighed);
  return Number(numAffectedRows ?? 0n);
}

/**
 * By pair: the hit may be an older one. A case that is linked anew has news, unless officers have cleared the pair. Whether
 * the risk run of a filing knew them already is looked at when they are worked off; that of a declaration has weighed what
 * was known when it was made.
 */
async function linkHits(
  db: Kysely<Database>,
  found: readonly NewHit[],
  weighed: boolean,
): Promise<void> {
  await sql`
    WITH linked AS (INSERT INTO screening_hit_case (hit_id, case_id)
      SELECT h.hit_id, b.case_id
      FROM unnest(${found.map(({ hit }) => hit.pairDigest)}::text[], ${found.map(({ hit }) => hit.list)}::text[],
          ${found.map(({ hit }) => hit.entryId)}::text[], ${found.map(({ hit }) => hit.partyId)}::text[],
          ${found.map(({ caseId }) => caseId)}::uuid[])
        AS b(pair_digest, list, entry_id, party_key, case_id)
      JOIN screening_hit h USING (pair_digest, list, entry_id, party_key)
      WHERE h.state <> 'erased' ON CONFLICT DO NOTHING RETURNING hit_id, case_id)
    INSERT INTO case_news (case_id, trigger, reference)
      SELECT l.case_id, CASE c.sort WHEN 'formality' THEN 'list-change' ELSE 'screening' END, h.pair_digest
      FROM linked l JOIN screening_hit h USING (hit_id) JOIN case_envelope c ON c.case_id = l.case_id
      WHERE (c.sort = 'formality' OR NOT ${weighed})
        AND NOT (h.state = 'confirmed' AND h.body ->> 'verdict' = 'false-match')
      ON CONFLICT DO NOTHING`.execute(db);
}

export interface ListedHit {
  readonly hit: ScreeningHit;
  readonly retroactive: boolean;
  readonly caseIds: readonly string[];
}

const MAX_CASES_LISTED = 50;

/** Newest first; `after` is the id of the last one of the page before. */
export async function listHits(
  db: Kysely<Database>,
  {
    state,
    after,
    limit,
  }: { readonly state?: string; readonly after?: string; readonly limit: number },
): Promise<readonly ListedHit[]> {
  let page = listed(db).orderBy("h.hit_id", "desc").limit(limit);
  if (state !== undefined) page = page.where("h.state", "=", state);
  if (after !== undefined) page = page.where("h.hit_id", "<", after);
  return page.execute();
}

export function findHit(db: Kysely<Database>, hitId: string): Promise<ListedHit | undefined> {
  return listed(db).where("h.hit_id", "=", hitId).executeTakeFirst();
}

function listed(db: Kysely<Database>) {
  return screeningTables(db)
    .selectFrom("screening_hit as h")
    .select(({ ref, selectFrom }) => {
      const cases = selectFrom("screening_hit_case as c")
        .select("c.case_id")
        .whereRef("c.hit_id", "=", "h.hit_id")
        .orderBy("c.case_id", "desc")
        .limit(MAX_CASES_LISTED);
      return [
        ref("h.body").$castTo<ScreeningHit>().as("hit"),
        "h.retroactive",
        sql<string[]>`ARRAY${cases}`.as("caseIds"),
      ];
    });
}

/** The hit after the change; undefined where there is none. What `change` throws leaves it as it was. */
export async function changeHit(
  db: Kysely<Database>,
  hitId: string,
  at: string,
  change: (hit: ScreeningHit) => ScreeningHit,
): Promise<ScreeningHit | undefined> {
  return db.transaction().execute(async (transaction) => {
    const row = await screeningTables(transaction)
      .selectFrom("screening_hit")
      .select("body")
      .where("hit_id", "=", hitId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const changed = change(row.body as ScreeningHit);
    await writeHit(transaction, changed, at);
    return changed;
  });
}

async function writeHit(db: Kysely<Database>, hit: ScreeningHit, at: string): Promise<void> {
  await screeningTables(db)
    .updateTable("screening_hit")
    .set({ state: hit.state, body: JSON.stringify(hit), changed_at: at })
    .where("hit_id", "=", hit.id)
    .execute();
  if (hit.state !== "confirmed" || hit.verdict !== "true-match") return;
  // Two officers are sure: every declaration that it concerns is looked at once more.
  await sql`
    INSERT INTO case_news (case_id, trigger, reference)
    SELECT l.case_id, 'screening', ${hit.pairDigest} FROM screening_hit_case l JOIN case_envelope c USING (case_id)
    WHERE l.hit_id = ${hit.id} AND c.sort = 'declaration' ON CONFLICT DO NOTHING`.execute(db);
}

export async function retroactiveHits(db: Kysely<Database>, lists: string): Promise<number> {
  const { count } = await screeningTables(db)
    .selectFrom("screening_hit")
    .select(({ fn }) => fn.countAll<bigint>().as("count"))
    .where("retroactive", "=", true)
    .where("found_with", "=", lists)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Hits whose day has passed. */
export async function hitsDue(
  db: Kysely<Database>,
  today: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await screeningTables(db)
    .selectFrom("screening_hit")
    .select("hit_id")
    .where("keep_until", "<", sql<Date>`${today}::date`)
    .where("state", "<>", "erased")
    .limit(limit)
    .execute();
  return rows.map((row) => row.hit_id);
}
