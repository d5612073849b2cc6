/**
 * Fills the ports that operations and the main path declare (`operations/records.ts`,
 * `mainpath/parts.ts`). Reads that list run as the reader role under the caller's scope; reads of one
 * case that access control checks afterwards run as the writer role.
 */
import type { Case } from "@customhouse/clearance";
import { listReads, recordRead } from "../platform/access/audit-store.ts";
import { findAnswer } from "../platform/commit/answers.ts";
import { readLogHead, receiptFor } from "../platform/commit/receipts.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { cargoReports, filingsOf, unmatchedCases } from "../rooms/cargo/store/cargo.ts";
import {
  alarmsSince,
  keepAlarm,
  partiesToContainer,
} from "../rooms/cargo/store/container-alarms.ts";
import { casesToReview, concludeReviews, reviewsOf } from "../rooms/control/store/case-reviews.ts";
import type { CaseStore, StoredCase } from "../rooms/declarations/parts.ts";
import {
  type CaseFileRow,
  type CaseSummaryRow,
  casesForAgency,
  casesToDecide,
  loadCase,
  loadCaseByMrn,
  loadCases,
  searchCases,
} from "../rooms/declarations/store/cases.ts";
import { readEvents, readPayload } from "../rooms/declarations/store/history.ts";
import { casesByUcrs, closeUcr, linkUcrs } from "../rooms/declarations/store/ucrs.ts";
import { listUploads, readUpload, storeUpload } from "../rooms/declarations/store/uploads.ts";
import { deleteDraft, listDrafts, readDraft, saveDraft } from "../rooms/drafts/store.ts";
import {
  loadFormalities,
  loadFormality,
  searchFormalities,
} from "../rooms/formalities/store/formalities.ts";
import { heldAccounts } from "../rooms/ledger/store/held-accounts.ts";
import {
  checkLedger,
  readBalance,
  readBalances,
  readStatement,
  readStock,
  sumOfAccount,
} from "../rooms/ledger/store/ledger.ts";
import {
  caseNotifications,
  markPulled,
  type NotificationRow,
  oneNotification,
  partyNotifications,
  pullableNotifications,
} from "../rooms/notifications/store/notifications.ts";
import {
  addSubscriber,
  listSubscribers,
  removeSubscriber,
} from "../rooms/notifications/store/subscribers.ts";
import {
  activateTariff,
  listTariffs,
  loadTariff,
  recentAssessed,
  rollBackTariff,
  storeReport,
  storeTariff,
} from "../rooms/tariff/store.ts";
import { findRecognised, replaceRecognised } from "../rooms/traders/store/recognised-traders.ts";
import { nearTraders } from "../rooms/traders/store/trader-keys.ts";
import type {
  CaseFile,
  CaseSummary,
  Records,
  StoredNotification,
  Subscription,
} from "./records-port.ts";

const MAX_RECEIPTS = 500;
/** A head that has not moved although leaves wait means that no sequencer is at work. */
const SEQUENCER_LATE_SECONDS = 5;

export function createCaseStore(database: OpenDatabase): CaseStore {
  const db = database.writer;
  return {
    load: async (caseId) => storedCase(await loadCase(db, caseId)),
    loadMany: async (caseIds) => {
      const rows = await loadCases(db, caseIds);
      return new Map(rows.map((row) => [row.case_id, asStored(row)]));
    },
    loadFormality: (name) => loadFormality(db, name),
    loadFormalities: (kind, numbers) => loadFormalities(db, kind, numbers),
    recognised: (ids, day) => findRecognised(database.writerPool, ids, day),
    unmatchedCases: async (document) =>
      (await unmatchedCases(db, document)).flatMap((row) => storedCase(row) ?? []),
    filingsOf: (documents) => filingsOf(db, documents),
    cargoReports: (documents, containers) => cargoReports(db, documents, containers),
    keepAlarm: (alarm) => keepAlarm(database.writerPool, alarm),
    alarmsSince: (containers, since) => alarmsSince(database.writerPool, containers, since),
    loadByMrn: async (mrn) => storedCase(await loadCaseByMrn(db, mrn)),
    findByUcrs: async (ucrs) =>
      (await casesByUcrs(db, ucrs)).flatMap((row) => storedCase(row) ?? []),
    findAnswer: (scope, key) => findAnswer(db, scope, key),
    readBalance: (account, unit) => sumOfAccount(db, account, unit),
    associateUcrs: (ucrs, master) => linkUcrs(db, ucrs, master),
    closeUcr: (master, at) => closeUcr(db, master, at),
    loadDocument: (caseId, digest) => document(database, caseId, digest),
  };
}

export interface RecordsOptions {
  readonly now?: () => Date;
}

export function createRecords(database: OpenDatabase, options: RecordsOptions = {}): Records {
  const db = database.writer;
  const now = () => (options.now?.() ?? new Date()).toISOString();
  return {
    caseByMrn: async (mrn) => caseFile(await loadCaseByMrn(db, mrn)),
    caseById: async (caseId) => caseFile(await loadCase(db, caseId)),
    search: (scope, filter, page) =>
      database.readAs(scope, async (reader) => {
        const found = await searchCases(reader, scope, filter, page);
        return { ...found, items: found.items.map(summary) };
      }),
    ...officerRecords(database),
    agencyQueue: (agency, limit) =>
      database.readAs({ kind: "agencies", ids: [agency] }, async (reader) =>
        (await casesForAgency(reader, agency, limit)).flatMap((row) => caseFile(row) ?? []),
      ),
    events: async (caseId, limit) =>
      (await readEvents(db, caseId, { limit })).map((row) => ({
        seq: row.seq,
        type: row.type,
        v: row.v,
        body: row.body,
        legalAt: row.legal_at,
        recordedAt: row.recorded_at,
      })),
    document: (caseId, digest) => document(database, caseId, digest),
    caseNotifications: async (caseId, party) =>
      (await caseNotifications(db, caseId, { party })).map(notification),
    partyNotifications: (scope, party, page) =>
      database.readAs(scope, async (reader) => {
        const after = page.after === undefined ? 0n : BigInt(page.after);
        const found = await partyNotifications(reader, party, { after, limit: page.limit });
        return { ...found, items: found.items.map(notification) };
      }),
    pullList: async (party, which, limit) =>
      (await pullableNotifications(db, party, which, limit)).map(notification),
    markPulled: (party, caseId, seq) => markPulled(db, { party, caseId, seq, at: now() }),
    notification: async (caseId, seq) => {
      const row = await oneNotification(db, caseId, seq);
      return row && notification(row);
    },
    receipts: (caseId) => receipts(database, caseId),
    checkpoint: async () => (await readLogHead(db))?.checkpoint,
    ...documentRecords(database, now),
    ...partyRecords(database, now),
    auditRead: (entry) => recordRead(db, { ...entry, at: now() }),
    auditReads: async (caseId, limit) =>
      (await listReads(db, caseId, limit)).map((row) => ({
        at: row.at,
        reader: row.reader,
        role: row.role,
        purpose: row.purpose as "none",
        action: row.action,
        ...(row.case_id === null ? {} : { caseId: row.case_id }),
        detail: row.detail as Record<string, string>,
      })),
    readiness: () => readiness(database),
    partiesToContainer: (container) => partiesToContainer(database.writerPool, container),
    formality: async (number) => (await loadFormality(db, { number }))?.formality,
    searchFormalities: (scope, filter, page) =>
      database.readAs(scope, (reader) => searchFormalities(reader, scope, filter, page)),
    ...ledgerRecords(database),
    ...traderRecords(database),
    tariffs: () => listTariffs(db),
    tariff: (version) => loadTariff(db, version),
    storeTariff: (tariff, measures) => storeTariff(db, tariff, measures),
    storeTariffReport: (version, state, report) => storeReport(db, version, state, report),
    activateTariff: (version, at) => activateTariff(db, version, at),
    rollBackTariff: (at) => rollBackTariff(db, at),
    recentAssessed: (limit) => recentAssessed(db, limit),
  };
}

/** The queue of officers, and what they are to look at after release. */
function officerRecords(
  database: OpenDatabase,
): Pick<Records, "queue" | "reviews" | "concludeReviews"> {
  return {
    queue: async (scope, limit, first) => {
      const reviews = await casesToReview(database.writerPool);
      const isReview = new Set(reviews);
      return database.readAs(scope, async (reader) =>
        (await casesToDecide(reader, scope, limit, first, reviews)).map((row) => ({
          ...summary(row),
          ...(isReview.has(row.case_id) ? { review: true as const } : {}),
          ...(row.supplement_overdue ? { isSupplementOverdue: true as const } : {}),
        })),
      );
    },
    reviews: (caseId) => reviewsOf(database.writerPool, caseId),
    concludeReviews: (caseId, done) => concludeReviews(database.writerPool, caseId, done),
  };
}

function ledgerRecords({
  writer: db,
}: OpenDatabase): Pick<
  Records,
  "stock" | "balance" | "balances" | "statement" | "heldAccounts" | "checkLedger"
> {
  return {
    stock: (authorisation) => readStock(db, authorisation),
    balance: (account, unit) => readBalance(db, account, unit),
    balances: (account) => readBalances(db, account),
    statement: (account, limit, before) => readStatement(db, account, limit, before),
    heldAccounts: (held, page) => heldAccounts(db, held, page),
    checkLedger: () => checkLedger(db),
  };
}

function traderRecords({
  writerPool,
}: OpenDatabase): Pick<Records, "tradersNear" | "replaceRecognised"> {
  return {
    tradersNear: (tin) => nearTraders(writerPool, tin),
    replaceRecognised: (list, traders) => replaceRecognised(writerPool, list, traders),
  };
}

function documentRecords(
  database: OpenDatabase,
  now: () => string,
): Pick<Records, "saveUpload" | "uploads" | "uploadContent"> {
  const db = database.writer;
  return {
    saveUpload: ({ id, ...upload }) => storeUpload(db, { ...upload, uploadId: id, at: now() }),
    uploads: async (caseId) =>
      (await listUploads(db, caseId)).map((row) => ({
        id: row.upload_id,
        name: row.name,
        mediaType: row.media_type,
        sizeBytes: Number(row.size_bytes),
        sha256: Buffer.from(row.digest).toString("hex"),
        state: row.state,
        createdAt: row.created_at,
      })),
    uploadContent: async (caseId, uploadId) => {
      const row = await readUpload(db, uploadId);
      if (row?.case_id !== caseId) return undefined;
      return { mediaType: row.media_type, content: row.content };
    },
  };
}

function partyRecords(
  database: OpenDatabase,
  now: () => string,
): Pick<
  Records,
  | "drafts"
  | "draft"
  | "saveDraft"
  | "deleteDraft"
  | "subscriptions"
  | "addSubscription"
  | "deleteSubscription"
> {
  const db = database.writer;
  const draftView = (row: {
    draft_id: string;
    title: string;
    version: number;
    updated_at: string;
  }) => ({
    id: row.draft_id,
    title: row.title,
    version: row.version,
    updatedAt: row.updated_at,
  });
  return {
    drafts: async (party, limit) => (await listDrafts(db, party, limit)).map(draftView),
    draft: async (party, id) => {
      const row = await readDraft(db, party, id);
      return row && { ...draftView(row), body: row.body };
    },
    saveDraft: async (party, { id, ...draft }) => {
      const row = await saveDraft(db, { ...draft, draftId: id, declarant: party, at: now() });
      return row && { ...draftView(row), body: row.body };
    },
    deleteDraft: (party, id) => deleteDraft(db, party, id),
    subscriptions: async (party) =>
      (await listSubscribers(db, party)).map(
        (row): Subscription => ({
          id: row.subscriber_id,
          party: row.party,
          url: row.url,
          active: row.active,
          createdAt: row.created_at,
        }),
      ),
    addSubscription: ({ id, party, url, createdAt }, secret) =>
      addSubscriber(db, { subscriberId: id, party, url, secret, at: createdAt }),
    deleteSubscription: (party, id) => removeSubscriber(db, party, id),
  };
}

function storedCase(row: CaseFileRow | undefined): StoredCase | undefined {
  return row && asStored(row);
}

function asStored(row: Pick<CaseFileRow, "snapshot" | "version" | "office">): StoredCase {
  return { case: row.snapshot as Case, storedVersion: row.version, office: row.office };
}

function caseFile(row: CaseFileRow | undefined): CaseFile | undefined {
  return (
    row && {
      case: row.snapshot as Case,
      office: row.office,
      submittedAt: row.submitted_at,
      updatedAt: row.updated_at,
    }
  );
}

function summary(row: CaseSummaryRow): CaseSummary {
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

function notification(row: NotificationRow): StoredNotification {
  return {
    caseId: row.case_id,
    seq: row.seq,
    party: row.party,
    position: row.position === null ? undefined : String(row.position),
    functionCode: row.function_code,
    issuedAt: row.issued_at,
    body: row.body,
  };
}

async function document(database: OpenDatabase, caseId: string, digest: string) {
  const row = await readPayload(database.writer, caseId, Buffer.from(digest, "hex"));
  return row && { mediaType: row.media_type, content: row.content };
}

async function receipts(database: OpenDatabase, caseId: string) {
  const found: { proof: string; index: string; leaf: string }[] = [];
  const row = await loadCase(database.writer, caseId);
  const count = Math.min(row?.leaf_count ?? 0, MAX_RECEIPTS);
  for (let seq = 1; seq <= count; seq += 1) {
    const receipt = await receiptFor(database.writer, caseId, seq);
    if (receipt.status !== "in-log") continue;
    const leaf = Buffer.from(receipt.digest).toString("base64");
    found.push({ proof: receipt.text, index: String(receipt.index), leaf });
  }
  return found;
}

async function readiness(database: OpenDatabase) {
  try {
    const result = await database.writerPool.query<{ late: boolean }>(
      `SELECT EXISTS (SELECT FROM pending_leaf
         WHERE created_at < now() - make_interval(secs => $1)) AS late`,
      [SEQUENCER_LATE_SECONDS],
    );
    return { database: true, migrations: true, sequencer: result.rows[0]?.late === false };
  } catch {
    return { database: false, migrations: false, sequencer: false };
  }
}
