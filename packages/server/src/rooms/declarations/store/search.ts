/** Finding declarations, and counting the lanes that they took. */
import type { Kysely } from "kysely";
import {
  CASE_SUMMARY,
  type CaseSummaryRow,
  declarationsWithColumns,
} from "../../../platform/cases/case-rows.ts";
import { firstCaseIdAt, isCaseId } from "../../../platform/storage/case-id.ts";
import { MAX_PAGE, type Page, pageOf } from "../../../platform/storage/page.ts";
import { caseInScope, type ReaderScope } from "../../../platform/storage/reader-scope.ts";
import type { Database } from "../../../platform/storage/tables.ts";

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

/** Newest first. The keyset is the case id itself, whose order is the order of submission. */
export async function searchCases(
  db: Kysely<Database>,
  scope: ReaderScope,
  filter: CaseFilter,
  page: { after?: string; limit: number },
): Promise<Page<CaseSummaryRow>> {
  const limit = Math.min(Math.max(1, page.limit), MAX_PAGE);
  let query = declarationsWithColumns(db)
    .select(CASE_SUMMARY)
    .where((builder) => caseInScope(builder, scope));
  if (page.after !== undefined) {
    if (!isCaseId(page.after)) return { items: [] };
    query = query.where("case_envelope.case_id", "<", page.after);
  }
  if (filter.from)
    query = query.where("case_envelope.case_id", ">=", firstCaseIdAt(new Date(filter.from)));
  if (filter.to)
    query = query.where("case_envelope.case_id", "<", firstCaseIdAt(new Date(filter.to)));
  const exact = [
    ["holder", filter.declarant],
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
    query = query.where((is) => is.or([is("number", "like", prefix), is("lrn", "like", prefix)]));
  }
  const rows = await query
    .orderBy("case_envelope.case_id", "desc")
    .limit(limit + 1)
    .execute();
  return pageOf(rows, limit, (row) => row.case_id);
}
