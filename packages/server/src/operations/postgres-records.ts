/** The port `Records` over PostgreSQL. Reads run in the reader's own scope; the rest as the writer role. */
import { readLogHead, receiptFor } from "../commit/receipts.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { listReads, recordRead } from "../storage/queries/audit.ts";
import {
  type CaseFileRow,
  casesForAgency,
  casesToDecide,
  loadCase,
  loadCaseByMrn,
  searchCases,
} from "../storage/queries/cases.ts";
import { readEvents, readPayload } from "../storage/queries/history.ts";
import {
  caseNotifications,
  oneNotification,
  partyNotifications,
} from "../storage/queries/notifications.ts";
import type { ReaderScope } from "../storage/reader-scope.ts";
import { draftRecords } from "./postgres/drafts.ts";
import { pullRecords } from "./postgres/pulled.ts";
import { readinessOf } from "./postgres/readiness.ts";
import {
  auditOf,
  eventOf,
  fileOf,
  notificationOf,
  summaryOf,
} from "./postgres/rows.ts";
import { subscriptionRecords } from "./postgres/subscriptions.ts";
import { uploadRecords } from "./postgres/uploads.ts";
import type { CaseFile, Receipt, Records } from "./records.ts";

const EVERYTHING: ReaderScope = { kind: "everything" };
const MAX_RECEIPTS = 200;

/** Rows of one case: who may see it was decided before. */
const ofCase = (caseId: string): ReaderScope => ({ kind: "cases", ids: [caseId] });

export function postgresRecords(database: OpenDatabase, clock: () => Date): Records {
  const { writer } = database;
  const oneCase = async (found: Promise<CaseFileRow | undefined>): Promise<CaseFile | undefined> => {
    const row = await found;
    return row && fileOf(row);
  };
  return {
    ...draftRecords(database, clock),
    ...uploadRecords(database, clock),
    ...subscriptionRecords(database),
    ...pullRecords(database, clock),
    caseByMrn: (mrn) => oneCase(database.readAs(EVERYTHING, (db) => loadCaseByMrn(db, mrn))),
    caseById: (caseId) => oneCase(database.readAs(EVERYTHING, (db) => loadCase(db, caseId))),
    search: async (scope, filter, page) => {
      const found = await database.readAs(scope, (db) => searchCases(db, scope, filter, page));
      return { ...found, items: found.items.map(summaryOf) };
    },
    queue: async (scope, limit) =>
      (await database.readAs(scope, (db) => casesToDecide(db, scope, limit))).map(summaryOf),
    agencyQueue: async (agency, limit) => {
      const scope: ReaderScope = { kind: "agencies", ids: [agency] };
      return (await database.readAs(scope, (db) => casesForAgency(db, agency, limit))).map(fileOf);
    },
    events: async (caseId, limit) =>
      (await database.readAs(ofCase(caseId), (db) => readEvents(db, caseId, { limit }))).map(eventOf),
    document: async (caseId, digest) => {
      const bytes = Buffer.from(digest, "hex");
      const row = await database.readAs(ofCase(caseId), (db) => readPayload(db, caseId, bytes));
      return row && { mediaType: row.media_type, content: row.content };
    },
    caseNotifications: async (caseId, party) => {
      const read = database.readAs(ofCase(caseId), (db) => caseNotifications(db, caseId, { party }));
      return (await read).map(notificationOf);
    },
    partyNotifications: async (scope, party, { after, limit }) => {
      const page = { after: after === undefined ? undefined : BigInt(after), limit };
      const found = await database.readAs(scope, (db) => partyNotifications(db, party, page));
      return { ...found, items: found.items.map(notificationOf) };
    },
    notification: async (caseId, seq) => {
      const row = await database.readAs(ofCase(caseId), (db) => oneNotification(db, caseId, seq));
      return row && notificationOf(row);
    },
    receipts: (caseId) => readReceipts(database, caseId),
    checkpoint: async () => (await database.readAs(EVERYTHING, readLogHead))?.checkpoint,
    auditRead: (entry) => recordRead(writer, { ...entry, at: clock().toISOString() }),
    auditReads: async (caseId, limit) => (await listReads(writer, caseId, limit)).map(auditOf),
    readiness: () => readinessOf(database),
  };
}

/** One receipt for each leaf of the case that has its number already. */
async function readReceipts(database: OpenDatabase, caseId: string): Promise<readonly Receipt[]> {
  return database.readAs(ofCase(caseId), async (db) => {
    const row = await loadCase(db, caseId);
    const receipts: Receipt[] = [];
    for (let seq = 1; seq <= Math.min(row?.leaf_count ?? 0, MAX_RECEIPTS); seq += 1) {
      const found = await receiptFor(db, caseId, seq);
      if (found.status === "in-log") {
        const leaf = Buffer.from(found.leafHash).toString("hex");
        receipts.push({ index: `${found.index}`, leaf, proof: found.text });
      }
    }
    return receipts;
  });
}
