/** What the API answers. Amounts are strings: exact decimals, or minor units where the name says so. */
import type { Finding } from "@customhouse/model";

export interface Problem {
  readonly status: number;
  /** From the registry of errors, for example `CH8012`. */
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: string;
  readonly findings?: readonly Finding[];
  readonly requestId: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Pass as `after` to go on from here. */
  readonly next?: string;
}

export interface SignedPromise {
  readonly leaf: string;
  readonly at: string;
  readonly by: string;
  /** Compact JWS (EdDSA). */
  readonly signature: string;
}

export interface Lodged {
  readonly conversationId: string;
  readonly caseId: string;
  readonly lrn: string;
  readonly mrn: string;
  readonly promise: SignedPromise;
  /** The same request had been made before. */
  readonly replayed: boolean;
}

export interface NextStep {
  readonly who: "trader" | "customs" | "agency" | "carrier" | "nobody";
  readonly code: string;
  readonly text: string;
  readonly dueAt?: string;
  readonly reference?: string;
}

export interface Regions {
  readonly control: string;
  readonly agencies: string;
  readonly debt: string;
  readonly goods: string;
}

export interface Status {
  readonly caseId: string;
  readonly mrn: string;
  readonly lrn: string;
  readonly country: string;
  readonly version: number;
  readonly direction: string;
  readonly declarationType: string;
  readonly dataSet: string;
  readonly regions: Regions;
  readonly milestones: Readonly<Record<string, string>>;
  /** Since when its personal data are gone. */
  readonly erased?: string;
  readonly next: readonly NextStep[];
  readonly whoHasIt: NextStep["who"];
  /** Officers and analysts who stated a purpose. */
  readonly lane?: string;
  readonly declarant?: string;
  readonly parties?: readonly string[];
  readonly items?: readonly { readonly sequence: number; readonly commodity: string }[];
  /** Absent: complete by itself. */
  readonly form?: "simplified" | "supplementary";
  /** MRNs of the simplified declarations that a supplementary one completes. */
  readonly completes?: readonly string[];
  /** MRN of the one that has completed this simplified one. */
  readonly supplementedBy?: string;
  /** It was to be completed by a day that has passed. */
  readonly isSupplementOverdue?: true;
  readonly tasks?: readonly Task[];
  readonly checks?: readonly AgencyCheck[];
  readonly queries?: readonly { readonly id: string; readonly state: string }[];
  readonly requests?: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
  }[];
  readonly duty?: readonly DutyLine[];
  readonly deadlines?: readonly { readonly kind: string; readonly dueAt: string }[];
  /** Officers and analysts who stated a purpose. */
  readonly reviews?: readonly CaseReview[];
}

export interface Task {
  readonly id: string;
  readonly kind: string;
  readonly state: "open" | "done";
  readonly blocking: boolean;
  readonly dueAt?: string;
}
export interface AgencyCheck {
  readonly id: string;
  readonly agency: string;
  readonly check: string;
  readonly item: number;
  readonly state: string;
  readonly decision?: string;
  readonly reason?: string;
  readonly dueAt: string;
}
export interface DutyLine {
  readonly item: number;
  readonly taxType: string;
  /** Absent where the rate is not a plain percentage. */
  readonly base?: string;
  readonly ratePercent?: string;
  readonly deducted?: string;
  readonly amount: string;
  readonly payable: string;
  /** The tax that this line is a security for. */
  readonly secures?: string;
  /** Id of the tariff measure. */
  readonly measure?: string;
  readonly legalReference: string;
}

export interface Acted {
  readonly status: Status;
  readonly promise: SignedPromise;
}

export interface CaseSummary extends Regions {
  readonly caseId: string;
  readonly mrn?: string;
  readonly lrn: string;
  readonly declarant: string;
  readonly direction: string;
  readonly lane?: string;
  readonly submittedAt: string;
}

/** What screening found of a declaration after its goods had been released. */
export interface CaseReview {
  readonly foundAt: string;
  /** Hits of screening, as far as they are still kept. */
  readonly hitIds: readonly string[];
  readonly concluded?: {
    readonly outcome: "no-action" | "audit" | "offence";
    readonly by: string;
    readonly at: string;
  };
}

export interface QueuedCase extends CaseSummary {
  /** Something was found after release that is to be looked at. */
  readonly review?: true;
  /** A simplified declaration that nobody has completed in time. */
  readonly isSupplementOverdue?: true;
}

export interface SearchFilter {
  readonly text?: string;
  readonly declarant?: string;
  readonly direction?: string;
  readonly lane?: string;
  readonly control?: string;
  readonly debt?: string;
  readonly goods?: string;
  /** ISO dates. */
  readonly from?: string;
  readonly to?: string;
}
export interface PageRequest {
  readonly after?: string;
  readonly limit?: number;
}

export interface Notification {
  readonly id: string;
  readonly position?: string;
  readonly caseId: string;
  readonly seq: number;
  readonly functionCode: string;
  readonly issuedAt: string;
  /** A WCO Response in JSON; empty once it is erased. */
  readonly body: unknown;
  /** The content is gone with the personal data of its case. */
  readonly erased?: boolean;
}

export interface TimelineEntry {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly body: Readonly<Record<string, unknown>>;
}
export interface Version {
  readonly version: number;
  readonly at: string;
  readonly digest: string;
  readonly changes: readonly { readonly pointer: string; readonly reason: string }[];
}
export interface Receipt {
  readonly index: string;
  readonly leaf: string;
  /** C2SP tlog-proof: checked offline. */
  readonly proof: string;
}
export interface StoredDocument {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly state: string;
  readonly createdAt: string;
}
export interface Subscription {
  readonly id: string;
  readonly url: string;
  readonly active: boolean;
  readonly createdAt: string;
}
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly body: unknown;
}
export interface ValidationReport {
  readonly valid: boolean;
  readonly messageType?: string;
  readonly findings: readonly Finding[];
}
export interface Sample {
  readonly name: string;
  readonly title: string;
  readonly mediaType: string;
  readonly content: string;
}
export interface AgencyCase {
  readonly caseId: string;
  readonly mrn: string;
  readonly lrn: string;
  readonly checks: readonly (Pick<AgencyCheck, "id" | "check" | "item" | "state" | "dueAt"> & {
    readonly commodity: string;
  })[];
}

export interface FormalityStep {
  readonly step: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** A question, an answer, a reason. */
  readonly words?: string;
}

export interface Formality {
  readonly kind: string;
  readonly number: string;
  readonly state: string;
  readonly inForce: boolean;
  readonly holder: string;
  readonly agency?: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly code?: string;
  readonly begun: string;
  readonly changed: string;
  /** Its personal data are gone: why. */
  readonly erased?: string;
  /** Steps that you may take now. */
  readonly next: readonly {
    readonly step: string;
    readonly title: Readonly<Record<string, string>>;
    readonly needs: readonly string[];
  }[];
}

export interface FormalityEntry {
  readonly seq: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly step: string;
  readonly state: string;
  readonly by: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly words?: string;
}

export interface StockLine {
  readonly owner: string;
  readonly commodity: string;
  readonly unit: string;
  readonly amountMinor: string;
}

export interface AccountSummary {
  readonly account: string;
  readonly holder: string;
  readonly kind: "guarantee" | "deferment" | "cash" | "permit";
  readonly unit: string;
  readonly amountMinor: string;
  readonly floorMinor: string;
  /** The guarantee behind a deferment account. */
  readonly securedBy?: string;
  readonly inForce: boolean;
}

export interface Account {
  readonly account: string;
  readonly balances: readonly {
    readonly unit: string;
    readonly amountMinor: string;
    readonly floorMinor: string;
  }[];
  readonly lines: readonly {
    readonly position: string;
    readonly at: string;
    readonly unit: string;
    readonly amountMinor: string;
    readonly other: string;
  }[];
}

export interface LedgerCheck {
  readonly sound: boolean;
  readonly transfers: string;
  readonly accounts: number;
  readonly drifted: readonly Readonly<Record<string, string>>[];
  readonly belowFloor: readonly string[];
  readonly overdrawnCases: readonly string[];
}

export interface TariffVersion {
  readonly version: number;
  /** `draft`, `tried`, `active`, `superseded` or `rejected`. */
  readonly state: string;
  readonly measureCount: number;
  readonly digest: string;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly activatedAt?: string;
  /** What trying it on recent declarations showed. */
  readonly report?: unknown;
}
