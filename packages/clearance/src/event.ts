/**
 * What has happened to a case. Events are stored for ever: they carry codes, digests and pseudonyms, never personal
 * data. A change of shape is a new version with an upcaster (docs/CONTRACTS.md).
 */
import type {
  ControlKind,
  ErasureReason,
  JsonPatchOperation,
  Lane,
  PointerStep,
} from "@customhouse/model";
import type {
  AgencyCheck,
  AppealOutcome,
  CargoClaim,
  CargoMismatch,
  CompletedDeclaration,
  DutyLine,
  Inspection,
  ItemState,
  NamedRuling,
  QuotaClaimState,
  Registration,
} from "./case.ts";
import type { ControlFinding, RiskRun } from "./command.ts";

/** A functional error as it is told: the country's code and where it is. */
export interface FunctionalError {
  readonly code: string;
  readonly pointer: readonly PointerStep[];
  /** The number that is to be named there. */
  readonly instead?: string;
  /** Only where what it writes is a code that the register gave: nothing of the declaration itself. */
  readonly fix?: readonly JsonPatchOperation[];
}

/** Amounts are strings of minor units: JSON has no exact integer of that size. */
export interface ReservationBody {
  readonly account: string;
  readonly unit: string;
  readonly amountMinor: string;
}

export interface EventBodies {
  DeclarationRegistered: Registration & {
    readonly prelodged: boolean;
    readonly arrivalBy?: string;
  };
  DeclarationRejected: { readonly errors: readonly FunctionalError[]; readonly atArrival: boolean };
  DeclarationAccepted: {
    readonly declarationType: string;
    readonly version: number;
    /** The type changed at arrival in a way the country notifies as a correction. */
    readonly corrected: boolean;
  };
  DeclarationExpired: Record<string, never>;
  LaneAssigned: {
    readonly lane: Lane;
    readonly criteria: readonly string[];
    readonly basis: string;
    readonly probability: number;
    readonly run?: RiskRun;
    readonly standByUntil: string;
  };
  DocumentsRequested: { readonly task: string; readonly blocking: boolean; readonly limit: string };
  DocumentsReminded: { readonly limit: string };
  DocumentSupplied: { readonly digest: string; readonly documentType: string };
  ExaminationOrdered: { readonly task: string };
  ControlSimulated: { readonly dueAt: string };
  ControlResultRecorded: {
    readonly task: string;
    readonly kind: ControlKind;
    readonly result: "satisfactory" | "detained" | "refused";
    readonly findings?: readonly ControlFinding[];
    /** Hex SHA-256 of the finding in words. */
    readonly textDigest?: string;
    readonly simulated?: boolean;
  };
  InspectionBooked: Inspection;
  /** No slot was free: tried again then, from this slot on. */
  InspectionWaits: { readonly retryAt: string; readonly after: string };
  InspectionEnded: Record<string, never>;
  GoodsDetained: Record<string, never>;
  PositionReached: Record<string, never>;
  StandByEnded: Record<string, never>;
  AgencyCheckOpened: Pick<AgencyCheck, "id" | "agency" | "check" | "item" | "dueAt"> & {
    readonly remindAt?: string;
  };
  AgencyDecided: {
    readonly check: string;
    readonly agency: string;
    readonly decision: string;
    readonly state: AgencyCheck["state"];
    readonly reasonCode?: string;
    readonly textDigest?: string;
  };
  AgencyReminded: { readonly check: string; readonly agency: string };
  AgencyEscalated: {
    readonly check: string;
    readonly agency: string;
    readonly to: string;
    readonly dueAt: string;
  };
  AgencySubstituted: {
    readonly check: string;
    readonly from: string;
    readonly agency: string;
    readonly dueAt: string;
  };
  AgencyCheckWithdrawn: { readonly check: string };
  AgencyOverdue: { readonly check: string; readonly agency: string };
  DebtAssessed: {
    readonly kind: "provisional" | "final";
    readonly lines: readonly DutyLine[];
    readonly total: string;
    readonly currency: string;
  };
  DebtReserved: { readonly reservations: readonly ReservationBody[] };
  ReservationFailed: {
    readonly account: string;
    readonly amount: string;
    readonly remindAt: string;
  };
  PaymentRequested: {
    readonly amount: string;
    readonly remindAt: string;
    /** Reservations for the duty lines that are not paid at once. */
    readonly reservations?: readonly ReservationBody[];
  };
  PaymentReminded: { readonly amount: string; readonly remindAt: string };
  PaymentReceived: { readonly reference: string; readonly amountMinor: string };
  QuotaClaimed: {
    readonly day: string;
    readonly claims: readonly QuotaClaimState[];
    /** Accounts of quotas of which little is left. */
    readonly critical?: readonly string[];
  };
  QuotaAllocated: { readonly claims: readonly QuotaClaimState[] };
  /** The reservations on quotas are used up by the cleared goods. */
  QuotaUsed: { readonly reservations: readonly ReservationBody[] };
  /** An agency refused goods, or lets go what it had refused: their permits are given back, or taken anew. */
  PermitsAdjusted: { readonly reservations: readonly ReservationBody[] };
  /** The reservations on permits are used up by the released goods. */
  PermitsWrittenOff: { readonly reservations: readonly ReservationBody[] };
  /** An appeal was allowed: what it found counts for risk, and the quotas get back what was used of them. */
  AppealCarriedOut: AppealOutcome & { readonly quotas: readonly ReservationBody[] };
  /** Compared with the manifest. Who holds the goods is told from `tellAt` on. */
  CargoMatched: {
    readonly claims: readonly CargoClaim[];
    readonly mismatches: readonly CargoMismatch[];
    /** That the declaration names. Absent where it names none, and in what was stored before alarms were heeded. */
    readonly containers?: readonly string[];
    readonly tellAt: string;
  };
  CargoWrittenOff: {
    readonly reservations: readonly ReservationBody[];
    readonly tellAt: string;
  };
  /** The cargo reports know where the declaration stands. */
  CargoTold: Record<string, never>;
  /** The goods that will enter a stock at release. */
  StockPlanned: { readonly entering: readonly ReservationBody[] };
  /** The goods are released: these entered a stock, these left one (negative, as they leave what the case holds). */
  StockMoved: {
    readonly entered: readonly ReservationBody[];
    readonly left: readonly ReservationBody[];
  };
  /** Cancelled after release: as if nothing had moved. */
  StockRestored: Record<string, never>;
  DebtReturned: { readonly reservations: readonly ReservationBody[] };
  GoodsArrived: {
    /** `declaration`: the declaration itself said that the goods are here. */
    readonly by: "presentation" | "movement" | "declaration";
    readonly dataSet: string;
    readonly location?: string;
  };
  GoodsReleased: {
    readonly quotaAt?: string;
    /**
     * Only of a simplified declaration: the last day for its supplementary declaration, and the day of the reminder.
     */
    readonly supplementBy?: string;
    readonly supplementRemindAt?: string;
  };
  RulingsNamed: { readonly rulings: readonly NamedRuling[] };
  SupplementReminded: { readonly limit: string };
  SupplementOverdue: Record<string, never>;
  /** The simplified declarations that a supplementary one completes. */
  SimplifiedNamed: { readonly completes: readonly CompletedDeclaration[] };
  /** Their securities went back; the rights to complete them are used. They are told from `tellAt` on. */
  SimplifiedSettled: {
    readonly reservations: readonly ReservationBody[];
    readonly tellAt: string;
  };
  SimplifiedTold: Record<string, never>;
  /** A supplementary declaration owes the debt: what secured it has gone back in that one's commit. */
  DeclarationSupplemented: {
    readonly supplementary: string;
    readonly reservations: readonly ReservationBody[];
  };
  CorrectionsApplied: { readonly version: number };
  GoodsCleared: { readonly exitBy?: string };
  GoodsExited: {
    /** Before release. */
    readonly irregular: boolean;
    /** The country confirms this exit to the declarant. */
    readonly monitored: boolean;
    readonly office?: string;
  };
  MovementRecorded: { readonly movement: "arrival" | "departure" };
  ExitOverdue: Record<string, never>;
  AmendmentReceived: { readonly request: string; readonly lrn: string };
  AmendmentRejected: { readonly lrn: string; readonly errors: readonly FunctionalError[] };
  CancellationReceived: { readonly request: string; readonly lrn: string };
  RequestDecided: {
    readonly request: string;
    readonly kind: "amendment" | "cancellation";
    readonly verdict: "granted" | "denied";
    readonly reason?: string;
  };
  DeclarationAmended: {
    readonly version: number;
    readonly documentDigest: string;
    readonly items: readonly ItemState[];
    readonly changes: readonly { readonly pointer: string; readonly reason: string }[];
    readonly registration: Pick<
      Registration,
      "dataSet" | "assessed" | "exitExpected" | "debtAtRelease" | "ucrs" | "parties"
    >;
  };
  DeclarationInvalidated: { readonly before: "arrival" | "clearance" | "exit" };
  QueryRaised: { readonly query: string; readonly textDigest?: string };
  QueryAnswered: { readonly query: string; readonly textDigest?: string };
  /**
   * The personal data of the case, which are stored apart, are deleted: declaration, documents, words, notices,
   * parties.
   */
  PersonalDataErased: {
    readonly reason: ErasureReason;
    readonly legalBasis: string;
    readonly by: readonly string[];
  };
}

export type EventType = keyof EventBodies;

export type CaseEvent = {
  [T in EventType]: {
    readonly type: T;
    readonly v: 1;
    /** Legal time: when it counts from. Recording time is the store's. */
    readonly at: string;
    readonly body: EventBodies[T];
  };
}[EventType];
