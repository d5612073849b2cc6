/** The commands on a case. They come from people, partners, passed deadlines and the follow-up of other commands. */
import type { ControlKind, Declaration, ErasureReason, Finding, Lane } from "@customhouse/model";

export interface Submit {
  readonly type: "Submit";
  readonly declaration: Declaration;
  /** Hex SHA-256 of the message as it is stored. */
  readonly digest: string;
  /** Findings of the profile's rules. Any makes the declaration rejected. */
  readonly findings: readonly Finding[];
  /** TIN of whoever sent it, who is told; absent: the declarant. */
  readonly submitter?: string;
  /** TINs of who owes the debt: with an indirect representative, both. Absent: the declarant. */
  readonly debtors?: readonly string[];
}
/** The basis of a risk assessment, stored so that the assessment can be repeated. Enforcement data. */
export interface RiskRun {
  /** Version of the policy: its rules, model and settings. 0: the country's criteria alone. */
  readonly policy: number;
  /** Facts beside the declaration and the history, such as authorisations held. */
  readonly extras?: Readonly<Record<string, unknown>>;
  /** The lane without chance; runs that were stored before it was kept lack it. */
  readonly judged?: Lane;
  /**
   * The probability, from 0 to 1, that the random draw alone sends the declaration to a control whose result is recorded.
   * Absent where `judged` sends it to one anyway.
   */
  readonly controlChance?: number;
  /** From 0 to 1: rules and model together. */
  readonly score?: number;
  /** The probability of the model in force, and that of the model which is compared with it. From 0 to 1. */
  readonly model?: number;
  readonly challenger?: number;
  /** Rules that hit without counting yet. */
  readonly shadow?: readonly string[];
  /** Rules that could not be decided, and `model:` with its identifier where the model could not score. */
  readonly failed?: readonly string[];
}
export interface RouteToLane {
  readonly type: "RouteToLane";
  readonly lane: Lane;
  readonly controls: readonly ControlKind[];
  /** Criteria that hit: enforcement data, never in a notification. */
  readonly criteria: readonly string[];
  /** Why the lane was chosen and with which probability a random draw would have chosen it. */
  readonly basis: string;
  readonly probability: number;
  /** The basis of the risk run; absent where another system runs it. */
  readonly run?: RiskRun;
  /** Set where a simulated officer concludes the controls by itself. */
  readonly simulatedResultSeconds?: number;
  /** It has a lane already: only a more intrusive one is taken, and with which chance it was drawn stays as it was. */
  readonly again?: true;
}
export interface Arrive {
  readonly type: "Arrive";
  /** `presentation`: a notification message that is itself registered; `movement`: an inventory report. */
  readonly by: "presentation" | "movement";
  readonly location?: string;
  /** Findings on the stored declaration by the rules of the day of arrival. */
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
  readonly declaration: Declaration;
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
/** One of the codes that the country knows; without an item it is about the whole declaration. */
export interface ControlFinding {
  readonly code: string;
  readonly item?: number;
}
export interface RecordControlResult {
  readonly type: "RecordControlResult";
  readonly taskId?: string;
  readonly result: "satisfactory" | "detained" | "refused";
  /** Coded, of the whole declaration or of one goods item. */
  readonly findings?: readonly ControlFinding[];
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
/** A carrier reported what the declaration names after it had been accepted. */
export interface MatchCargo {
  readonly type: "MatchCargo";
}
/** A container that the declaration names gave an alarm after it had been accepted. */
export interface HeedAlarm {
  readonly type: "HeedAlarm";
}
/** Something became known of a party after the lane was taken: risk is run again, and may only ask for more. */
export interface Reassess {
  readonly type: "Reassess";
}
/** Two people, or the clock once the period of keeping is over, have the personal data of an ended case erased. */
export interface ErasePersonalData {
  readonly type: "ErasePersonalData";
  readonly reason: ErasureReason;
  /** A code of the country. */
  readonly legalBasis: string;
  /** Subjects of who asked for it and who confirmed it. */
  readonly by: readonly string[];
}
/** A supplementary declaration has taken over the debt of a simplified one. */
export interface Supplement {
  readonly type: "Supplement";
  /** MRN of the supplementary declaration. */
  readonly supplementary: string;
}
/** The effects of an allowed appeal on the declaration that it was against. */
export interface CarryOutAppeal {
  readonly type: "CarryOutAppeal";
  /** Number of the appeal. */
  readonly appeal: string;
  readonly restoreQuota: boolean;
  readonly label?: string;
  readonly lane?: Lane;
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
  | CarryOutAppeal
  | Supplement
  | MatchCargo
  | HeedAlarm
  | Reassess
  | ErasePersonalData
  | PassDeadline;

export type CommandType = Command["type"];
