/** What may be asked of a case, by whom. Commands come from people, partners, deadlines and our own follow-ups. */
import type { ControlKind, Finding, Lane, WcoDocument } from "@customhouse/model";

export interface Submit {
  readonly type: "Submit";
  readonly document: WcoDocument;
  readonly digest: string;
  /** Findings of the profile's rules. Any makes the declaration rejected. */
  readonly findings: readonly Finding[];
  /** TIN of whoever sent it, who is told; absent: the declarant. */
  readonly submitter?: string;
  /** TINs of who owes the debt: with an indirect representative, both. Absent: the declarant. */
  readonly debtors?: readonly string[];
}
export interface RouteToLane {
  readonly type: "RouteToLane";
  readonly lane: Lane;
  readonly controls: readonly ControlKind[];
  /** Criteria that hit: enforcement data, never in a notification. */
  readonly criteria: readonly string[];
  /** Why the lane was chosen and with which probability a random draw would have chosen it. */
  readonly basis: "criteria" | "random" | "top-up" | "none";
  readonly probability: number;
  /** Set where a simulated officer concludes the controls by itself. */
  readonly simulatedResultSeconds?: number;
}
export interface Arrive {
  readonly type: "Arrive";
  /** `presentation`: a notification message that is itself registered; `movement`: an inventory report. */
  readonly by: "presentation" | "movement";
  readonly location?: string;
  /** What the profile's rules say of the stored declaration on the day of arrival. */
  readonly findings: readonly Finding[];
}
export interface Depart {
  readonly type: "Depart";
  readonly office?: string;
}
export interface Amend {
  readonly type: "Amend";
  readonly lrn: string;
  /** The declaration as it would be after the amendment, and what changed (no values: those are in the payload). */
  readonly document: WcoDocument;
  readonly digest: string;
  readonly changes: readonly { readonly pointer: string; readonly reason: string }[];
  readonly findings: readonly Finding[];
}
export interface Cancel {
  readonly type: "Cancel";
  readonly lrn: string;
  readonly reason?: string;
}
export interface SupplyDocument {
  readonly type: "SupplyDocument";
  readonly uploadId: string;
  readonly digest: string;
  readonly documentType: string;
}
export interface RecordControlResult {
  readonly type: "RecordControlResult";
  readonly taskId?: string;
  readonly result: "satisfactory" | "detained" | "refused";
  /** In words: the shell stores them, the core sees their digest. */
  readonly finding?: string;
  readonly textDigest?: string;
}
export interface OrderControl {
  readonly type: "OrderControl";
  readonly control: ControlKind;
}
export interface DecideAgencyCheck {
  readonly type: "DecideAgencyCheck";
  readonly checkId: string;
  /** Deployed codes: C.. release, H.. hold, N.. refuse, E.. transit, X00 no match. */
  readonly decision: string;
  /** One of the codes that the check knows. */
  readonly reasonCode?: string;
  /** In words: the shell stores them, the core sees their digest. */
  readonly reason?: string;
  readonly textDigest?: string;
}
export interface Pay {
  readonly type: "Pay";
  readonly amountMinor: bigint;
  readonly reference: string;
}
/** The words of a query and its answer are personal data: the shell stores them, the core sees their digest. */
export interface RaiseQuery {
  readonly type: "RaiseQuery";
  readonly text: string;
  readonly textDigest?: string;
}
export interface AnswerQuery {
  readonly type: "AnswerQuery";
  readonly queryId: string;
  readonly text: string;
  readonly textDigest?: string;
}
export interface AllocateQuota {
  readonly type: "AllocateQuota";
  readonly grants: readonly {
    readonly item: number;
    readonly account: string;
    readonly grantedMinor: bigint;
  }[];
}
export interface PassDeadline {
  readonly type: "PassDeadline";
  readonly kind: string;
}

export type Command =
  | Submit
  | RouteToLane
  | Arrive
  | Depart
  | Amend
  | Cancel
  | SupplyDocument
  | RecordControlResult
  | OrderControl
  | DecideAgencyCheck
  | Pay
  | RaiseQuery
  | AnswerQuery
  | AllocateQuota
  | PassDeadline;

export type CommandType = Command["type"];
