/** The case: what clearance knows of one declaration. No personal data, no clock, no I/O. */
import type {
  ControlKind,
  Deadline,
  Direction,
  ErasureReason,
  Lane,
  RulingSubject,
} from "@customhouse/model";
import type { ReservationBody } from "./event.ts";

export type ControlState =
  | "received"
  | "rejected"
  | "prelodged"
  | "expired"
  | "accepted"
  | "controlled"
  | "detained"
  | "positive"
  | "invalidated";
export type AgenciesState = "none" | "pending" | "held" | "clear" | "refused";
export type DebtState = "none" | "provisional" | "reserved" | "blocked" | "final" | "returned";
export type GoodsState = "expected" | "presented" | "exited";
/** Whether the debt is final when the goods are released; `provisional` amounts may still change, `fixed` ones not. */
export type DebtAtRelease = "final" | "provisional" | "fixed";

export interface ItemState {
  /** 1-based position among the goods items of the current version. */
  readonly sequence: number;
  readonly commodity: string;
}

export type ControlTaskState = "open" | "done";
/** One thing customs wants before it decides: a document check, an examination. */
export interface ControlTask {
  readonly id: string;
  readonly kind: ControlKind;
  readonly state: ControlTaskState;
  readonly blocking: boolean;
  readonly dueAt?: string;
}

export interface AgencyCheck {
  readonly id: string;
  readonly agency: string;
  readonly check: string;
  readonly item: number;
  readonly state: "open" | "held" | "released" | "refused" | "withdrawn";
  readonly decision?: string;
  readonly reasonCode?: string;
  /** Hex SHA-256 of the reason in words, which are stored apart. */
  readonly reasonDigest?: string;
  readonly dueAt: string;
  /** The number of steps that were taken because the agency was late (reminder, escalation). */
  readonly overdueSteps?: number;
}

export interface QuotaClaimState {
  readonly item: number;
  /** Account of the quota in the ledger. */
  readonly account: string;
  readonly unit: string;
  readonly amountMinor: string;
  /** Absent until it is allocated. */
  readonly grantedMinor?: string;
}

/** Goods that enter or leave a special procedure. Minor units as strings. */
export interface StockState {
  readonly entering: readonly ReservationBody[];
  /** The goods are released: what enters is in, what leaves is out. */
  readonly isMoved?: boolean;
  /** Taken for good, as negative amounts. */
  readonly left?: readonly ReservationBody[];
}

/** The part of a reported consignment that a declaration writes off. */
export interface CargoClaim {
  /** Number of the cargo report. */
  readonly report: string;
  readonly document: string;
  readonly account: string;
  readonly unit: string;
  readonly amountMinor: string;
}

export interface CargoMismatch {
  /** `no-line`: nobody reported it. `closed`: it was released or disposed of before. */
  readonly code: "no-line" | "closed" | "packages" | "mass" | "container";
  readonly document?: string;
  readonly declared?: string;
  readonly reported?: string;
}

export interface CargoState {
  readonly claims: readonly CargoClaim[];
  readonly mismatches: readonly CargoMismatch[];
  /** Containers that are declared: their alarms find the case. */
  readonly containers?: readonly string[];
  /** The goods are released and the manifest is written off. */
  readonly isWrittenOff?: boolean;
}

/** The result of an appeal that was allowed. */
export interface AppealOutcome {
  /** Number of the appeal. */
  readonly appeal: string;
  readonly label?: string;
  readonly lane?: Lane;
}

/** A binding ruling that a goods item goes by. */
export interface NamedRuling {
  readonly item: number;
  readonly about: RulingSubject;
  readonly number: string;
  /** Commodity code, country of origin or method of valuation. */
  readonly decided: string;
}

/** A simplified declaration, as it stood when a supplementary one named it. */
export interface CompletedDeclaration {
  readonly mrn: string;
  readonly caseId: string;
  /** ISO instant: the day of its law. */
  readonly accepted: string;
  /** The reservations that secure its debt until the supplementary declaration takes the debt over. */
  readonly secured: readonly ReservationBody[];
}

export interface SupplementState {
  readonly completes: readonly CompletedDeclaration[];
  /** The debt is this declaration's now, and the securities went back. */
  readonly isSettled?: true;
}

export interface QuotaState {
  /** Day of acceptance: claims of one day are shared out together. */
  readonly day: string;
  readonly open: boolean;
  /** Accounts of quotas that were critical when they were claimed. */
  readonly critical?: readonly string[];
  readonly claims: readonly QuotaClaimState[];
}

/** One opening of the goods for all who want to look. */
export interface Inspection {
  /** ISO instant. */
  readonly at: string;
  /** Account of the slot in the ledger. */
  readonly slot: string;
  /** `customs` and codes of agencies. */
  readonly participants: readonly string[];
}

export interface DutyLine {
  readonly item: number;
  readonly taxType: string;
  readonly regime?: string;
  /** Exact decimals in the country's currency. Absent where the rate is not a plain percentage. */
  readonly base?: string;
  readonly ratePercent?: string;
  /** The amount of the relief. */
  readonly deducted?: string;
  /** The amount due. */
  readonly amount: string;
  /** The amount to pay with this declaration. */
  readonly payable: string;
  readonly method?: string;
  /** Id of the relief rule that applied. */
  readonly relief?: string;
  /** The tax that this security is for: nothing is due on such a line. */
  readonly secures?: string;
  /** Id of the tariff measure. */
  readonly measure?: string;
  readonly legalReference: string;
}

export interface RequestState {
  readonly id: string;
  readonly kind: "amendment" | "cancellation";
  readonly state: "open" | "granted" | "denied";
}

export interface QueryState {
  readonly id: string;
  readonly state: "open" | "answered";
}

/** The data of a declaration at registration. An amendment may change them. */
export interface Registration {
  readonly country: string;
  readonly lrn: string;
  readonly mrn: string;
  /** TIN of the declarant. */
  readonly declarant: string;
  /** TIN of whoever lodged it: notifications go there. */
  readonly submitter: string;
  /** TINs of who owes the debt, where it is not the declarant alone. */
  readonly debtors?: readonly string[];
  /** TINs of all who may see the case. */
  readonly parties: readonly string[];
  readonly direction: Direction;
  readonly declarationType: string;
  readonly dataSet: string;
  readonly assessed: boolean;
  readonly exitExpected: boolean;
  readonly debtAtRelease: DebtAtRelease;
  readonly ucrs: readonly string[];
  /** Absent: complete by itself. */
  readonly form?: "simplified" | "supplementary";
  /** Hex SHA-256 of the current version as it is stored: as received, or our JSON after an amendment. */
  readonly documentDigest: string;
  readonly items: readonly ItemState[];
}

export interface Case extends Registration {
  readonly caseId: string;
  /** Version of the declaration: 1 at first, one more at each amendment and at arrival. */
  readonly version: number;
  /** Number of events so far: what a command must have seen to win. */
  readonly eventCount: number;
  readonly control: ControlState;
  readonly agencies: AgenciesState;
  readonly debt: DebtState;
  readonly goods: GoodsState;
  readonly lane?: Lane;
  /** Chance, from 0 to 1, with which luck alone would have chosen it when it was first assessed in this version. */
  readonly laneChance?: number;
  readonly tasks: readonly ControlTask[];
  readonly checks: readonly AgencyCheck[];
  readonly quota?: QuotaState;
  readonly stock?: StockState;
  readonly cargo?: CargoState;
  readonly rulings?: readonly NamedRuling[];
  readonly supplements?: SupplementState;
  /** MRN of the supplementary declaration that owes the debt of this simplified one. */
  readonly supplementedBy?: string;
  /** It was to be completed by a day that has passed. */
  readonly isSupplementOverdue?: true;
  readonly inspection?: Inspection;
  /** ISO instant: slots before it were full. */
  readonly inspectionAfter?: string;
  readonly appeals?: readonly AppealOutcome[];
  readonly queries: readonly QueryState[];
  readonly requests: readonly RequestState[];
  readonly duty: readonly DutyLine[];
  /** The current reservations of the case. Minor units as strings: a case is stored as JSON. */
  readonly reserved: readonly {
    readonly account: string;
    readonly unit: string;
    readonly amountMinor: string;
  }[];
  /** An amendment was granted and the corrections were not notified yet. */
  readonly corrected: boolean;
  /** The stand-by time has passed: clear as soon as nothing is open. */
  readonly standByOver: boolean;
  readonly at: Milestones;
  /** Its personal data are gone. Nothing more is decided on it. */
  readonly erased?: { readonly at: string; readonly reason: ErasureReason };
  readonly deadlines: readonly Deadline[];
}

/** ISO instants. Released (goods may leave) and cleared (formalities accomplished) are different facts. */
export interface Milestones {
  readonly registered?: string;
  readonly accepted?: string;
  readonly released?: string;
  readonly cleared?: string;
  readonly exited?: string;
  readonly closed?: string;
}
