/** Reading case files by their names: the rows that every room knows of a case. */
import type { Case } from "@customhouse/clearance";
import { type Kysely, type Selectable, sql } from "kysely";
import { isCaseId } from "../storage/case-id.ts";
import type { OpenDatabase } from "../storage/database.ts";
import type { Database } from "../storage/tables.ts";
import type { CaseFile, CaseFiles, CaseSummary } from "./case-file.ts";

export type CaseFileRow = Selectable<Database["case_file"]>;
export type CaseSummaryRow = Omit<CaseFileRow, "snapshot">;

export const CASE_SUMMARY = [
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

/** case_file.direction of all that is not a declaration. */
export const FORMALITY = "formality";

/** Not the formalities, which are cases beside the declarations. */
export function declarations(db: Kysely<Database>) {
  return db.selectFrom("case_file").where("direction", "<>", FORMALITY);
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

export function createCaseFiles({ writer }: Pick<OpenDatabase, "writer">): CaseFiles {
  return {
    byMrn: async (mrn) => caseFile(await loadCaseByMrn(writer, mrn)),
    byId: async (caseId) => caseFile(await loadCase(writer, caseId)),
  };
}

export function caseFile(row: CaseFileRow | undefined): CaseFile | undefined {
  return (
    row && {
      case: row.snapshot as Case,
      office: row.office,
      submittedAt: row.submitted_at,
      updatedAt: row.updated_at,
    }
  );
}

export function caseSummary(row: CaseSummaryRow): CaseSummary {
  return {
    caseId: row.case_id,
    mrn: row.mrn ?? undefined,
    lrn: row.lrn,
    declarant: row.declarant,
    direction: row.direction,
    lane: row.lane ?? undefined,
    control: row.control_state,
    agencies: row.agencies_state,
    debt: row.debt_state,
    goods: row.goods_state,
    submittedAt: row.submitted_at,
  };
}
