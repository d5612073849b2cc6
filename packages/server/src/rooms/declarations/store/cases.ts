/** Reading case files: one, by any of its names, or a page of a search. */
import type { Kysely, Selectable } from "kysely";
import { sql } from "kysely";
import { firstCaseIdAt, isCaseId } from "../../../platform/storage/case-id.ts";
import type { ReaderScope } from "../../../platform/storage/reader-scope.ts";
import { caseInScope } from "../../../platform/storage/reader-scope.ts";
import type { Database } from "../../../platform/storage/tables.ts";
import type { LaneCount } from "../../risk/live/lane-tally.ts";

export const MAX_PAGE = 500;

export type CaseFileRow = Selectable<Database["case_file"]>;
export type CaseSummaryRow = Omit<CaseFileRow, "snapshot">;

export interface CaseFilter {
  /** Start of an MRN or LRN. */
  readonly text?: string;
  readonly declarant?: string;
  readonly direction?: string;
  readonly lane?: string;
  readonly control?: string;
  readonly agencies?: string;
  readonly debt?: string;
  readonly goods?: string;
  /** ISO 8601, when submitted: from inclusive, to exclusive. */
  readonly from?: string;
  readonly to?: string;
}

export interface PageOf<T> {
  readonly items: T[];
  /** Pass as `after` for the following page; absent on the last. */
  readonly next?: string;
}

const SUMMARY = [
  "case_id",
  "version",
  "country",
  "lrn",
  "mrn",
  "declarant",
  "message_type",
  "office",
  "agencies",
  "parties",
  "lane",
  "direction",
  "control_state",
  "agencies_state",
  "debt_state",
  "goods_state",
  "submitted_at",
  "updated_at",
  "event_count",
  "notification_count",
  "leaf_count",
  "needs_officer",
] as const;

/** Not the formalities, which are cases beside the declarations. */
function declarations(db: Kysely<Database>) {
  return db.selectFrom("case_file").where("direction", "<>", "formality");
}

export async function loadCase(
  db: Kysely<Database>,
  caseId: string,
): Promise<CaseFileRow | undefined> {
  if (!isCaseId(caseId)) return undefined;
  return declarations(db).selectAll().where("case_id", "=", caseId).executeTakeFirst();
}

/** As much of each as a decision needs. Those that do not exist are left out. */
export async function loadCases(
  db: Kysely<Database>,
  caseIds: readonly string[],
): Promise<Pick<CaseFileRow, "case_id" | "version" | "office" | "snapshot">[]> {
  return declarations(db)
    .select(["case_id", "version", "office", "snapshot"])
    .where(sql<boolean>`case_id = ANY(${caseIds}::uuid[])`)
    .execute();
}

export async function loadCaseByMrn(
  db: Kysely<Database>,
  mrn: string,
): Promise<CaseFileRow | undefined> {
  return declarations(db).selectAll().where("mrn", "=", mrn).executeTakeFirst();
}

/** The newest case with this LRN: an LRN may be used again after the configured time. */
export async function loadCaseByLrn(
  db: Kysely<Database>,
  declarant: string,
  lrn: string,
): Promise<CaseFileRow | undefined> {
  return db
    .selectFrom("case_file")
    .selectAll()
    .where("lrn", "=", lrn)
    .where("declarant", "=", declarant)
    .orderBy("case_id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Newest first. The keyset is the case id itself, whose order is the order of submission. */
export async function searchCases(
  db: Kysely<Database>,
  scope: ReaderScope,
  filter: CaseFilter,
  page: { after?: string; limit: number },
): Promise<PageOf<CaseSummaryRow>> {
  const limit = Math.min(Math.max(1, page.limit), MAX_PAGE);
  let query = declarations(db)
    .select(SUMMARY)
    .where((builder) => caseInScope(builder, scope));
  if (page.after !== undefined) {
    if (!isCaseId(page.after)) return { items: [] };
    query = query.where("case_id", "<", page.after);
  }
  if (filter.from) query = query.where("case_id", ">=", firstCaseIdAt(new Date(filter.from)));
  if (filter.to) query = query.where("case_id", "<", firstCaseIdAt(new Date(filter.to)));
  const exact = [
    ["declarant", filter.declarant],
    ["direction", filter.direction],
    ["lane", filter.lane],
    ["control_state", filter.control],
    ["agencies_state", filter.agencies],
    ["debt_state", filter.debt],
    ["goods_state", filter.goods],
  ] as const;
  for (const [column, value] of exact) {
    if (value !== undefined) query = query.where(column, "=", value);
  }
  const { text } = filter;
  if (text) {
    const prefix = `${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
    query = query.where((is) => is.or([is("mrn", "like", prefix), is("lrn", "like", prefix)]));
  }
  const rows = await query
    .orderBy("case_id", "desc")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => row.case_id);
}

export function pageOf<T>(rows: T[], limit: number, cursor: (row: T) => string): PageOf<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: cursor(last) } : { items };
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
  return db
    .selectFrom("case_file")
    .select([...SUMMARY, sql<boolean>`(${SUPPLEMENT_OVERDUE})`.as("supplement_overdue")])
    .where((is) =>
      is.or([
        is("needs_officer", "=", true),
        SUPPLEMENT_OVERDUE,
        ...(reviews.length === 0 ? [] : [sql<boolean>`case_id = ANY(${[...reviews]}::uuid[])`]),
      ]),
    )
    .where((builder) => caseInScope(builder, scope))
    .orderBy(severity)
    .orderBy(sql`declarant <> ALL(${[...first]}::text[])`)
    .orderBy("case_id")
    .limit(Math.min(limit, MAX_PAGE))
    .execute();
}

/** Cases with an open or held check of the agency, earliest due first. */
export async function casesForAgency(
  db: Kysely<Database>,
  agency: string,
  limit: number,
): Promise<CaseFileRow[]> {
  const due = sql`(SELECT min(c ->> 'dueAt') FROM jsonb_array_elements(snapshot -> 'checks') c
    WHERE c ->> 'agency' = ${agency} AND c ->> 'state' IN ('open', 'held'))`;
  const theirs = (state: string) => JSON.stringify({ checks: [{ agency, state }] });
  return db
    .selectFrom("case_file")
    .selectAll()
    .where("agencies_state", "in", ["pending", "held"])
    .where(sql<boolean>`agencies @> ARRAY[${agency}]::text[]`)
    .where(
      sql<boolean>`(snapshot @> ${theirs("open")}::jsonb OR snapshot @> ${theirs("held")}::jsonb)`,
    )
    .orderBy(due)
    .limit(Math.min(limit, MAX_PAGE))
    .execute();
}

/** How many declarations lodged since that day took each lane, by office. */
export async function lanesSince(db: Kysely<Database>, day: string): Promise<readonly LaneCount[]> {
  // The identifier of a case begins with the time, so the day is a range of it.
  const from = firstCaseIdAt(new Date(`${day}T00:00:00Z`));
  const rows = await db
    .selectFrom("case_file")
    .select(["office", "lane", ({ fn }) => fn.countAll<bigint>().as("count")])
    .where("case_id", ">=", from)
    .where("lane", "is not", null)
    .groupBy(["office", "lane"])
    .execute();
  return rows.map(({ office, lane, count }) => ({
    office,
    lane: lane as LaneCount["lane"],
    count: Number(count),
  }));
}
