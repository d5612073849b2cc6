/** What waits for an officer or an agency. */
import { type Kysely, sql } from "kysely";
import type { CaseFile, QueuedCase } from "../../../platform/cases/case-file.ts";
import { casesToReview, concludeReviews, reviewsOf } from "../../../platform/cases/case-reviews.ts";
import {
  CASE_SUMMARY,
  type CaseEnvelopeRow,
  type CaseSummaryRow,
  caseFile,
  caseSummary,
  declarationsWithColumns,
} from "../../../platform/cases/case-rows.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { MAX_PAGE } from "../../../platform/storage/page.ts";
import { caseInScope, type ReaderScope } from "../../../platform/storage/reader-scope.ts";
import type { Database } from "../../../platform/storage/tables.ts";

export type QueueStore = ReturnType<typeof createQueueStore>;

export function createQueueStore(database: OpenDatabase) {
  const { writerPool } = database;
  return {
    /** Cases with something to decide, worst lane first, in it those of the declarants `first`, then oldest. */
    queue: async (
      scope: ReaderScope,
      limit: number,
      first?: readonly string[],
    ): Promise<readonly QueuedCase[]> => {
      const reviews = await casesToReview(writerPool);
      const isReview = new Set(reviews);
      return database.readAs(scope, async (reader) =>
        (await casesToDecide(reader, scope, limit, first, reviews)).map((row) => ({
          ...caseSummary(row),
          ...(isReview.has(row.case_id) ? { review: true as const } : {}),
          ...(row.supplement_overdue ? { isSupplementOverdue: true as const } : {}),
        })),
      );
    },
    /** Open checks of one agency, earliest deadline first. */
    agencyQueue: (agency: string, limit: number): Promise<readonly CaseFile[]> =>
      database.readAs({ kind: "agencies", ids: [agency] }, async (reader) =>
        (await casesForAgency(reader, agency, limit)).flatMap((row) => caseFile(row) ?? []),
      ),
    reviews: (caseId: string) => reviewsOf(writerPool, caseId),
    concludeReviews: (caseId: string, done: Parameters<typeof concludeReviews>[2]) =>
      concludeReviews(writerPool, caseId, done),
  };
}

export interface QueuedRow extends CaseSummaryRow {
  readonly supplement_overdue: boolean;
}

/** As the index `case_file_supplement_overdue` says it, so that the index is used. */
const SUPPLEMENT_OVERDUE = sql<boolean>`snapshot @> '{"isSupplementOverdue":true}'
  AND NOT snapshot ? 'supplementedBy'`;

/**
 * Cases with an open task or request, those of `reviews`, and simplified declarations that were not completed in time:
 * worst lane first, in it those of the declarants `first`, then oldest.
 */
export async function casesToDecide(
  db: Kysely<Database>,
  scope: ReaderScope,
  limit: number,
  first: readonly string[] = [],
  reviews: readonly string[] = [],
): Promise<QueuedRow[]> {
  const severity = sql`CASE lane WHEN 'red' THEN 0 WHEN 'yellow' THEN 1 WHEN 'blue' THEN 2
    WHEN 'green' THEN 3 ELSE 4 END`;
  return declarationsWithColumns(db)
    .select([...CASE_SUMMARY, sql<boolean>`(${SUPPLEMENT_OVERDUE})`.as("supplement_overdue")])
    .where((is) =>
      is.or([
        is("needs_officer", "=", true),
        SUPPLEMENT_OVERDUE,
        ...(reviews.length === 0
          ? []
          : [sql<boolean>`case_envelope.case_id = ANY(${[...reviews]}::uuid[])`]),
      ]),
    )
    .where((builder) => caseInScope(builder, scope))
    .orderBy(severity)
    .orderBy(sql`holder <> ALL(${[...first]}::text[])`)
    .orderBy("case_envelope.case_id")
    .limit(Math.min(limit, MAX_PAGE))
    .execute();
}

/** Cases with an open or held check of the agency, earliest due first. */
export async function casesForAgency(
  db: Kysely<Database>,
  agency: string,
  limit: number,
): Promise<CaseEnvelopeRow[]> {
  const due = sql`(SELECT min(c ->> 'dueAt') FROM jsonb_array_elements(snapshot -> 'checks') c
    WHERE c ->> 'agency' = ${agency} AND c ->> 'state' IN ('open', 'held'))`;
  const theirs = (state: string) => JSON.stringify({ checks: [{ agency, state }] });
  return declarationsWithColumns(db)
    .selectAll("case_envelope")
    .where("agencies_state", "in", ["pending", "held"])
    .where(sql<boolean>`agencies @> ARRAY[${agency}]::text[]`)
    .where(
      sql<boolean>`(snapshot @> ${theirs("open")}::jsonb OR snapshot @> ${theirs("held")}::jsonb)`,
    )
    .orderBy(due)
    .limit(Math.min(limit, MAX_PAGE))
    .execute();
}
