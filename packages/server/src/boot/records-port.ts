/**
 * What the operations read and write outside the main path: the port that storage fills. Every read that lists takes
 * the scope decided by access, so that a forgotten filter shows nothing rather than everything.
 */
import type { Case, Formality } from "@customhouse/clearance";
import type { Measure, RecognisedTrader } from "@customhouse/model";
import type { Purpose } from "../platform/access/actions.ts";
import type { ReaderScope } from "../platform/storage/reader-scope.ts";
import type { CaseReview, ReviewOutcome } from "../rooms/control/store/case-reviews.ts";
import type { FormalityFilter } from "../rooms/formalities/store/formalities.ts";
import type { HeldAccount, HeldBy } from "../rooms/ledger/store/held-accounts.ts";
import type {
  AccountBalance,
  LedgerCheck,
  StatementLine,
  StockLine,
} from "../rooms/ledger/store/ledger.ts";
import type { RecentDeclaration, TariffVersion } from "../rooms/tariff/store.ts";
import type { RecognisedList } from "../rooms/traders/store/recognised-traders.ts";
import type { NearTrader } from "../rooms/traders/store/trader-keys.ts";

export interface Page<T> {
  readonly items: readonly T[];
  /** Position of the last item when there is more. */
  readonly next?: string;
}
export interface PageRequest {
  readonly after?: string;
  readonly limit: number;
}

export interface CaseFile {
  readonly case: Case;
  readonly office?: string;
  readonly submittedAt: string;
  readonly updatedAt: string;
}

export interface CaseSummary {
  readonly caseId: string;
  readonly mrn?: string;
  readonly lrn: string;
  readonly declarant: string;
  readonly direction: string;
  readonly lane?: string;
  readonly control: string;
  readonly agencies: string;
  readonly debt: string;
  readonly goods: string;
  readonly submittedAt: string;
}

export interface QueuedCase extends CaseSummary {
  /** Something was found after release that an officer is to look at. */
  readonly review?: true;
  /** It waits for an officer, since nobody has completed it in time. */
  readonly isSupplementOverdue?: true;
}

export interface SearchFilter {
  /** Start of an MRN or LRN. */
  readonly text?: string;
  readonly declarant?: string;
  readonly direction?: string;
  readonly lane?: string;
  readonly control?: string;
  readonly debt?: string;
  readonly goods?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
  readonly legalAt: string;
  readonly recordedAt: string;
}

export interface StoredNotification {
  readonly caseId: string;
  readonly seq: number;
  readonly party: string;
  /** Gap-free position among the notifications of its party. Absent until the log has taken it in. */
  readonly position?: string;
  readonly functionCode: string;
  readonly issuedAt: string;
  readonly body: unknown;
}

export interface StoredPayload {
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface Upload {
  readonly id: string;
  readonly caseId: string;
  readonly declarant: string;
  readonly name: string;
  readonly mediaType: string;
  readonly digest: Uint8Array;
  readonly content: Uint8Array;
}
export interface UploadSummary {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly state: string;
  readonly createdAt: string;
}

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly body: unknown;
  readonly updatedAt: string;
}

export interface Subscription {
  readonly id: string;
  readonly party: string;
  readonly url: string;
  readonly active: boolean;
  readonly createdAt: string;
}

export interface AuditRead {
  readonly reader: string;
  readonly role: string;
  readonly purpose: Purpose | "none";
  readonly action: string;
  readonly caseId?: string;
  readonly detail?: Readonly<Record<string, string>>;
}

export interface Receipt {
  /** C2SP tlog-proof text: checked offline. */
  readonly proof: string;
  readonly index: string;
  readonly leaf: string;
}

export interface Readiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly sequencer: boolean;
}

export interface Records {
  caseByMrn(mrn: string): Promise<CaseFile | undefined>;
  caseById(caseId: string): Promise<CaseFile | undefined>;
  search(scope: ReaderScope, filter: SearchFilter, page: PageRequest): Promise<Page<CaseSummary>>;
  /** Cases with something to decide, worst lane first, in it those of the declarants `first`, then oldest. */
  queue(
    scope: ReaderScope,
    limit: number,
    first?: readonly string[],
  ): Promise<readonly QueuedCase[]>;
  /** What was found of the case after its release, newest first. */
  reviews(caseId: string): Promise<readonly CaseReview[]>;
  concludeReviews(
    caseId: string,
    done: { readonly outcome: ReviewOutcome; readonly by: string; readonly at: string },
  ): Promise<number>;
  /** Open checks of one agency, earliest deadline first. */
  agencyQueue(agency: string, limit: number): Promise<readonly CaseFile[]>;

  events(caseId: string, limit: number): Promise<readonly StoredEvent[]>;
  document(caseId: string, digest: string): Promise<StoredPayload | undefined>;
  caseNotifications(caseId: string, party?: string): Promise<readonly StoredNotification[]>;
  partyNotifications(
    scope: ReaderScope,
    party: string,
    page: PageRequest,
  ): Promise<Page<StoredNotification>>;
  /** Of a party that pulls one by one: those it has read, or not yet. */
  pullList(
    party: string,
    which: "unpulled" | "pulled",
    limit: number,
  ): Promise<readonly StoredNotification[]>;
  /** Records that it was read. */
  markPulled(party: string, caseId: string, seq: number): Promise<void>;
  notification(caseId: string, seq: number): Promise<StoredNotification | undefined>;
  receipts(caseId: string): Promise<readonly Receipt[]>;
  checkpoint(): Promise<string | undefined>;

  saveUpload(upload: Upload): Promise<void>;
  uploads(caseId: string): Promise<readonly UploadSummary[]>;
  uploadContent(caseId: string, uploadId: string): Promise<StoredPayload | undefined>;

  drafts(party: string, limit: number): Promise<readonly Omit<Draft, "body">[]>;
  draft(party: string, id: string): Promise<Draft | undefined>;
  /** Saves when `version` is the stored one (0: new). Undefined: somebody saved in between. */
  saveDraft(party: string, draft: Omit<Draft, "updatedAt">): Promise<Draft | undefined>;
  deleteDraft(party: string, id: string): Promise<boolean>;

  subscriptions(party: string): Promise<readonly Subscription[]>;
  addSubscription(subscription: Subscription, secret: string): Promise<void>;
  deleteSubscription(party: string, id: string): Promise<boolean>;

  auditRead(entry: AuditRead): Promise<void>;
  auditReads(
    caseId: string | undefined,
    limit: number,
  ): Promise<readonly (AuditRead & { at: string })[]>;
  readiness(): Promise<Readiness>;

  formality(number: string): Promise<Formality | undefined>;
  searchFormalities(
    scope: ReaderScope,
    filter: FormalityFilter,
    page: PageRequest,
  ): Promise<Page<Formality>>;

  /** TINs of who filed or reported the container, or was named for it. */
  partiesToContainer(container: string): Promise<readonly string[]>;

  /** A partner's list of authorised operators, as a whole. */
  replaceRecognised(list: RecognisedList, traders: readonly RecognisedTrader[]): Promise<void>;

  /** A registration and those that share something with it; undefined when there is none of this number. */
  tradersNear(tin: string): Promise<readonly NearTrader[] | undefined>;

  balance(account: string, unit: string): Promise<{ amount: bigint; floor: bigint } | undefined>;
  /** What is kept under an authorisation for a special procedure. */
  stock(authorisation: string): Promise<readonly StockLine[]>;
  balances(account: string): Promise<readonly AccountBalance[]>;
  statement(account: string, limit: number, before?: bigint): Promise<readonly StatementLine[]>;
  /** Accounts of holders, page by page. */
  heldAccounts(held: HeldBy, page: PageRequest): Promise<Page<HeldAccount>>;
  checkLedger(): Promise<LedgerCheck>;

  tariffs(): Promise<readonly TariffVersion[]>;
  tariff(
    version: number,
  ): Promise<{ readonly tariff: TariffVersion; readonly measures: readonly Measure[] } | undefined>;
  storeTariff(
    tariff: Pick<TariffVersion, "digest" | "note" | "createdBy" | "createdAt">,
    measures: readonly Measure[],
  ): Promise<TariffVersion>;
  storeTariffReport(
    version: number,
    state: "tried" | "rejected",
    report: unknown,
  ): Promise<boolean>;
  activateTariff(version: number, at: string): Promise<boolean>;
  rollBackTariff(at: string): Promise<{ readonly version: number } | undefined>;
  recentAssessed(limit: number): Promise<readonly RecentDeclaration[]>;
}
