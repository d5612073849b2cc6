/** Parties that declarations named, with what they were last screened with, and declarations that wait for an answer. */
import type { Party } from "@customhouse/screening";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { screeningTables } from "./tables.ts";

export interface SeenParty {
  readonly digest: string;
  readonly party: Party;
  readonly caseId: string;
  /** Day. */
  readonly seenOn: string;
  /** The lists that it was screened with; absent: it waits for an answer. */
  readonly screenedWith?: string;
}

export interface Waiting {
  readonly caseId: string;
  readonly digest: string;
}

/** Declarations that were decided on without an answer about these parties: the parties are screened anew for them. */
export async function keepWaiting(
  db: Kysely<Database>,
  waiting: readonly Waiting[],
): Promise<void> {
  const digests = waiting.map(({ digest }) => digest);
  await sql`
    INSERT INTO screening_waiting (case_id, party_digest)
    SELECT * FROM unnest(${waiting.map(({ caseId }) => caseId)}::uuid[], ${digests}::text[])
    ON CONFLICT DO NOTHING`.execute(db);
  await setScreenedWith(db, digests, null);
}

export interface UnscreenedParty {
  readonly digest: string;
  readonly party: Party;
  readonly lastCase: string | null;
}

/** Parties that were not screened with these lists. Locked, so that two machines do not take the same ones. */
export function takeUnscreened(
  db: Kysely<Database>,
  lists: string,
  limit: number,
): Promise<readonly UnscreenedParty[]> {
  return screeningTables(db)
    .selectFrom("screening_party")
    .select(({ ref }) => [
      "digest",
      ref("body").$castTo<Party>().as("party"),
      "last_case as lastCase",
    ])
    .where("screened_with", "is distinct from", lists)
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** They are screened; nobody waits for them any more. */
export async function markScreened(
  db: Kysely<Database>,
  digests: readonly string[],
  lists: string,
): Promise<readonly Waiting[]> {
  await setScreenedWith(db, digests, lists);
  return screeningTables(db)
    .deleteFrom("screening_waiting")
    .where(sql<boolean>`party_digest = ANY(${digests}::text[])`)
    .returning(["case_id as caseId", "party_digest as digest"])
    .execute();
}

async function setScreenedWith(
  db: Kysely<Database>,
  digests: readonly string[],
  lists: string | null,
): Promise<void> {
  await screeningTables(db)
    .updateTable("screening_party")
    .set({ screened_with: lists })
    .where(sql<boolean>`digest = ANY(${digests}::text[])`)
    .execute();
}

export interface Progress {
  readonly parties: number;
  readonly screened: number;
  /** Declarations that wait for an answer about a party. */
  readonly waiting: number;
}

export async function screeningProgress(db: Kysely<Database>, lists: string): Promise<Progress> {
  const counts = await screeningTables(db)
    .selectFrom("screening_party")
    .select(({ fn, selectFrom }) => [
      fn.countAll<bigint>().as("parties"),
      fn.countAll<bigint>().filterWhere("screened_with", "=", lists).as("screened"),
      selectFrom("screening_waiting").select(fn.countAll<bigint>().as("count")).as("waiting"),
    ])
    .executeTakeFirstOrThrow();
  return {
    parties: Number(counts.parties),
    screened: Number(counts.screened),
    waiting: Number(counts.waiting),
  };
}

/** Forgets those that no declaration has named since the day. */
export async function forgetParties(db: Kysely<Database>, before: string): Promise<number> {
  const done = await screeningTables(db)
    .deleteFrom("screening_party")
    .where("last_seen", "<", sql<Date>`${before}::date`)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom("screening_waiting")
            .select("party_digest")
            .whereRef("party_digest", "=", "screening_party.digest"),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}
