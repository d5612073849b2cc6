/** What a decision reads of cases and of what they name. As the writer role: access was decided before. */
import type { Case } from "@customhouse/clearance";
import {
  type CaseFileRow,
  loadCase,
  loadCaseByMrn,
  loadCases,
} from "../../../platform/cases/case-rows.ts";
import { findAnswer } from "../../../platform/commit/answers.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { cargoReports, filingsOf, unmatchedCases } from "../../cargo/store/cargo.ts";
import { alarmsSince, keepAlarm } from "../../cargo/store/container-alarms.ts";
import { loadFormalities, loadFormality } from "../../formalities/store/formalities.ts";
import { sumOfAccount } from "../../ledger/store/ledger.ts";
import { findRecognised } from "../../traders/store/recognised-traders.ts";
import type { CaseStore, StoredCase } from "../parts.ts";
import { readPayload } from "./history.ts";
import { casesByUcrs, closeUcr, linkUcrs } from "./ucrs.ts";

export function createCaseStore({ writer: db, writerPool: pool }: OpenDatabase): CaseStore {
  return {
    load: async (caseId) => storedCase(await loadCase(db, caseId)),
    loadMany: async (caseIds) => {
      const rows = await loadCases(db, caseIds);
      return new Map(rows.map((row) => [row.case_id, asStored(row)]));
    },
    loadFormality: (name) => loadFormality(db, name),
    loadFormalities: (kind, numbers) => loadFormalities(db, kind, numbers),
    recognised: (ids, day) => findRecognised(pool, ids, day),
    unmatchedCases: async (document) =>
      (await unmatchedCases(db, document)).flatMap((row) => storedCase(row) ?? []),
    filingsOf: (kinds, documents) => filingsOf(db, kinds, documents),
    cargoReports: (kinds, documents, containers) => cargoReports(db, kinds, documents, containers),
    keepAlarm: (alarm, kinds) => keepAlarm(pool, alarm, kinds),
    alarmsSince: (containers, since) => alarmsSince(pool, containers, since),
    loadByMrn: async (mrn) => storedCase(await loadCaseByMrn(db, mrn)),
    findByUcrs: async (ucrs) =>
      (await casesByUcrs(db, ucrs)).flatMap((row) => storedCase(row) ?? []),
    findAnswer: (scope, key) => findAnswer(db, scope, key),
    readBalance: (account, unit) => sumOfAccount(db, account, unit),
    associateUcrs: (ucrs, master) => linkUcrs(db, ucrs, master),
    closeUcr: (master, at) => closeUcr(db, master, at),
    loadDocument: async (caseId, digest) => {
      const row = await readPayload(db, caseId, Buffer.from(digest, "hex"));
      return row && { mediaType: row.media_type, content: row.content };
    },
  };
}

function storedCase(row: CaseFileRow | undefined): StoredCase | undefined {
  return row && asStored(row);
}

function asStored(row: Pick<CaseFileRow, "snapshot" | "version" | "office">): StoredCase {
  return { case: row.snapshot as Case, storedVersion: row.version, office: row.office };
}
