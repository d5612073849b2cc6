/** Fills the port of decisions. As the writer role: access was decided before. */
import type { Case } from "@customhouse/clearance";
import {
  type CaseEnvelopeRow,
  loadCase,
  loadCaseByMrn,
  loadCases,
} from "../../../platform/cases/case-rows.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import type { CaseStore, StoredCase } from "../parts.ts";
import { casesByUcrs, closeUcr, linkUcrs } from "./ucrs.ts";

export function createCaseStore({ writer: db }: Pick<OpenDatabase, "writer">): CaseStore {
  return {
    load: async (caseId) => storedCase(await loadCase(db, caseId)),
    loadMany: async (caseIds) => {
      const rows = await loadCases(db, caseIds);
      return new Map(rows.map((row) => [row.case_id, asStored(row)]));
    },
    loadByMrn: async (mrn) => storedCase(await loadCaseByMrn(db, mrn)),
    findByUcrs: async (ucrs) =>
      (await casesByUcrs(db, ucrs)).flatMap((row) => storedCase(row) ?? []),
    associateUcrs: (ucrs, master) => linkUcrs(db, ucrs, master),
    closeUcr: (master, at) => closeUcr(db, master, at),
  };
}

function storedCase(row: CaseEnvelopeRow | undefined): StoredCase | undefined {
  return row && asStored(row);
}

function asStored(row: Pick<CaseEnvelopeRow, "snapshot" | "version" | "office">): StoredCase {
  return { case: row.snapshot as Case, actCount: row.version, office: row.office };
}
