/** Formalities as stored: cases of their own sort. */
import type { Formality } from "@customhouse/formalities";
import { type Kysely, sql } from "kysely";
import { FORMALITY } from "../../../platform/cases/case-sorts.ts";
import { isCaseId } from "../../../platform/storage/case-id.ts";
import { type Page, pageOf } from "../../../platform/storage/page.ts";
import type { ReaderScope } from "../../../platform/storage/reader-scope.ts";
import { caseInScope } from "../../../platform/storage/reader-scope.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import type { FormalityFilter } from "../contract.ts";
import type { StoredFormality } from "../parts.ts";

export async function loadFormality(
  db: Kysely<Database>,
  name: { readonly number: string } | { readonly caseId: string },
): Promise<StoredFormality | undefined> {
  const byNumber = "number" in name;
  if (!byNumber && !isCaseId(name.caseId)) return undefined;
  const row = await db
    .selectFrom("case_envelope")
    .select(["snapshot", "version"])
    .where("sort", "=", sql.lit(FORMALITY))
    .where(byNumber ? "number" : "case_id", "=", byNumber ? name.number : name.caseId)
    .executeTakeFirst();
  return row && stored(row);
}

export async function loadFormalities(
  db: Kysely<Database>,
  kind: string,
  numbers: readonly string[],
): Promise<readonly Formality[]> {
  const rows = await db
    .selectFrom("case_envelope")
    .select("snapshot")
    .where("sort", "=", sql.lit(FORMALITY))
    .where("kind", "=", kind)
    .where(sql<boolean>`number = ANY(${[...numbers]}::text[])`)
    .execute();
  return rows.map((row) => row.snapshot as Formality);
}

export async function searchFormalities(
  db: Kysely<Database>,
  scope: ReaderScope,
  filter: FormalityFilter,
  page: { readonly after?: string; readonly limit: number },
): Promise<Page<Formality>> {
  let query = db
    .selectFrom("case_envelope")
    .select(["snapshot", "case_id"])
    .where("sort", "=", sql.lit(FORMALITY))
    .where((builder) => caseInScope(builder, scope));
  if (filter.kind !== undefined) query = query.where("kind", "=", filter.kind);
  if (filter.state !== undefined) query = query.where("state", "=", filter.state);
  if (filter.holder !== undefined) query = query.where("holder", "=", filter.holder);
  if (page.after !== undefined) {
    if (!isCaseId(page.after)) return { items: [] };
    query = query.where("case_id", "<", page.after);
  }
  const rows = await query
    .orderBy("case_id", "desc")
    .limit(page.limit + 1)
    .execute();
  const found = pageOf(rows, page.limit, (row) => row.case_id);
  return { ...found, items: found.items.map((row) => row.snapshot as Formality) };
}

/** Those of these kinds that changed at or after `since`, by the clock that wrote them. */
export async function formalitiesSince(
  db: Kysely<Database>,
  kinds: readonly string[],
  since: string,
): Promise<readonly Formality[]> {
  const rows = await db
    .selectFrom("case_envelope")
    .select("snapshot")
    .where("sort", "=", sql.lit(FORMALITY))
    .where("updated_at", ">=", since)
    .where(sql<boolean>`kind = ANY(${[...kinds]}::text[])`)
    .execute();
  return rows.map((row) => row.snapshot as Formality);
}

function stored(row: { snapshot: unknown; version: number }): StoredFormality {
  return { formality: row.snapshot as Formality, actCount: row.version };
}
