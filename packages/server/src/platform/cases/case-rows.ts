/** Reading case files by their names: the rows that every room knows of a case. */
import type { Case } from "@customhouse/clearance";
import { type Kysely, type Selectable, sql } from "kysely";
import { isCaseId } from "../storage/case-id.ts";
import type { OpenDatabase } from "../storage/database.ts";
import type { Database } from "../storage/tables.ts";
import type { CaseFile, CaseFiles, CaseSummary } from "./case-file.ts";
import { DECLARATION } from "./case-sorts.ts";

export type CaseEnvelopeRow = Selectable<Database["case_envelope"]>;
type DeclarationRow = Selectable<Database["declaration"]>;

/** The columns of the envelope and of the declaration that a list of declarations shows. */
export const CASE_SUMMARY = [
  "case_envelope.case_id",
  "case_envelope.number",
  "case_envelope.holder",
  "case_envelope.submitted_at",
  "declaration.lrn",
  "declaration.direction",
  "declaration.lane",
  "declaration.control_state",
  "declaration.agencies_state",
  "declaration.debt_state",
  "declaration.goods_state",
] as const;

export type CaseSummaryRow = Pick<
  CaseEnvelopeRow,
  "case_id" | "number" | "holder" | "submitted_at"
> &
  DeclarationRow;

/** The envelopes of declarations, and of no other sort of case. */
export function declarations(db: Kysely<Database>) {
  return db.selectFrom("case_envelope").where("sort", "=", sql.lit(DECLARATION));
}

/** With their own columns. */
export function declarationsWithColumns(db: Kysely<Database>) {
  return db
    .selectFrom("case_envelope")
    .innerJoin("declaration", "declaration.case_id", "case_envelope.case_id");
}

export async function loadCase(
  db: Kysely<Database>,
  caseId: string,
): Promise<CaseEnvelopeRow | undefined> {
  if (!isCaseId(caseId)) return undefined;
  return declarations(db).selectAll().where("case_id", "=", caseId).executeTakeFirst();
}

/** As much of each as a decision needs. Those that do not exist are left out. */
export async function loadCases(
  db: Kysely<Database>,
  caseIds: readonly string[],
): Promise<Pick<CaseEnvelopeRow, "case_id" | "version" | "office" | "snapshot">[]> {
  return declarations(db)
    .select(["case_id", "version", "office", "snapshot"])
    .where(sql<boolean>`case_id = ANY(${caseIds}::uuid[])`)
    .execute();
}

export async function loadCaseByMrn(
  db: Kysely<Database>,
  mrn: string,
): Promise<CaseEnvelopeRow | undefined> {
  return declarations(db).selectAll().where("number", "=", mrn).executeTakeFirst();
}

/** The newest case with this LRN: an LRN may be used again after the configured time. */
export async function loadCaseByLrn(
  db: Kysely<Database>,
  declarant: string,
  lrn: string,
): Promise<CaseEnvelopeRow | undefined> {
  return declarationsWithColumns(db)
    .selectAll("case_envelope")
    .where("lrn", "=", lrn)
    .where("holder", "=", declarant)
    .orderBy("case_envelope.case_id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function createCaseFiles({ writer }: Pick<OpenDatabase, "writer">): CaseFiles {
  return {
    byMrn: async (mrn) => caseFile(await loadCaseByMrn(writer, mrn)),
    byId: async (caseId) => caseFile(await loadCase(writer, caseId)),
  };
}

export function caseFile(row: CaseEnvelopeRow | undefined): CaseFile | undefined {
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
    mrn: row.number ?? undefined,
    lrn: row.lrn,
    declarant: row.holder,
    direction: row.direction,
    lane: row.lane ?? undefined,
    control: row.control_state,
    agencies: row.agencies_state,
    debt: row.debt_state,
    goods: row.goods_state,
    submittedAt: row.submitted_at,
  };
}
