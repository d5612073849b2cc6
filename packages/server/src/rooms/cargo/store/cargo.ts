/** Cargo reports as declarations name them. */
import { closedStates, type Formality } from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import { type Kysely, sql } from "kysely";
import { DECLARATION } from "../../../platform/cases/case-sorts.ts";
import { kindNames } from "../../../platform/cases/kind-names.ts";
import type { Database } from "../../../platform/storage/tables.ts";

const MAX_REPORTS = 400;

/** By document; by container only where no document is named. Oldest first. */
export async function cargoReports(
  db: Kysely<Database>,
  kinds: readonly FormalityKind[],
  documents: readonly string[],
  containers: readonly string[],
): Promise<readonly Formality[]> {
  const named =
    documents.length > 0
      ? sql<boolean>`snapshot -> 'facts' ->> 'transportDocument' = ANY(${[...documents]}::text[])`
      : sql<boolean>`snapshot -> 'facts' -> 'containers' @> ANY(${containers.map((one) => JSON.stringify([one]))}::jsonb[])`;
  const rows = await db
    .selectFrom("case_envelope")
    .select("snapshot")
    .where(sql<boolean>`kind IN ${sql.raw(kindNames(kinds))}`)
    .where(named)
    .orderBy("case_id")
    .limit(MAX_REPORTS)
    .execute();
  return rows.map((row) => row.snapshot as Formality);
}

/** Oldest first. */
export async function filingsOf(
  db: Kysely<Database>,
  kinds: readonly FormalityKind[],
  documents: readonly string[],
): Promise<readonly Formality[]> {
  const rows = await db
    .selectFrom("case_envelope")
    .select("snapshot")
    .where(sql<boolean>`kind IN ${sql.raw(kindNames(kinds))}`)
    .where(
      sql<boolean>`(snapshot -> 'facts' ->> 'master' = ANY(${[...documents]}::text[])
        OR snapshot -> 'facts' -> 'houses' @> ANY(${documents.map((one) => JSON.stringify([one]))}::jsonb[]))`,
    )
    .where(sql<boolean>`state <> ALL(${[...closedStates(kinds)]}::text[])`)
    .orderBy("case_id")
    .limit(MAX_REPORTS)
    .execute();
  return rows.map((row) => row.snapshot as Formality);
}

const MAX_UNMATCHED = 100;

/** MRNs of declarations that are under way: oldest first. */
export async function unmatchedMrns(
  db: Kysely<Database>,
  document: string,
): Promise<readonly string[]> {
  const missing = JSON.stringify([{ code: "no-line", document }]);
  const rows = await db
    .selectFrom("case_envelope")
    .select("number")
    .where("sort", "=", sql.lit(DECLARATION))
    .where(sql<boolean>`snapshot -> 'cargo' -> 'mismatches' @> ${missing}::jsonb`)
    .where(
      sql<boolean>`snapshot ? 'cargo' AND snapshot -> 'at' -> 'released' IS NULL AND snapshot -> 'at' -> 'closed' IS NULL`,
    )
    .orderBy("case_id")
    .limit(MAX_UNMATCHED)
    .execute();
  return rows.flatMap(({ number }) => number ?? []);
}
