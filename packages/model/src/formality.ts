/**
 * Formalities: all that goes beside a declaration. A permit, a trader's registration, a mandate, a guarantee, a ruling,
 * an appeal, a cargo report. Each kind is data: its fields, its states, who may take which step, what the clock does by
 * itself, and what follows. One machine runs them all (`clearance/src/formality`).
 */
import type { ConfidentialityLabel } from "./definition.ts";
import type { LocalisedText } from "./information-package.ts";

/** `list` types hold up to 200 values. Decimals and days are strings, as everywhere. */
export type FactType =
  | "text"
  | "code"
  | "codes"
  | "day"
  | "decimal"
  | "tin"
  | "tins"
  | "country"
  | "commodities"
  | "reference"
  | "references"
  | "flag"
  | "record";

export interface FormalityField {
  readonly name: string;
  readonly type: FactType;
  readonly title: LocalisedText;
  /** Must be there when the formality begins. */
  readonly required?: boolean;
  /** Only these values, of a code or of codes. */
  readonly oneOf?: readonly string[];
  /** Personal data: kept apart from the events, erasable, known to them by digest. */
  readonly personal?: boolean;
  readonly label?: ConfidentialityLabel;
}

/** `holder`: whose formality it is, or who acts for it. `system`: the clock. */
export type FormalityActor = "holder" | "agency" | "customs" | "administrator" | "system";

export interface FormalityState {
  readonly title: LocalisedText;
  /** Nothing more can happen. */
  readonly closed?: boolean;
  /** What it grants counts, within its validity. */
  readonly inForce?: boolean;
}

export interface FormalityStep {
  readonly step: string;
  readonly title: LocalisedText;
  /** Absent: the step that begins. */
  readonly from?: readonly string[];
  /** Absent: the state stays. */
  readonly to?: string;
  readonly by: readonly FormalityActor[];
  /** Fields that the step must give, and may give besides. A step that begins may give any. */
  readonly needs?: readonly string[];
  readonly gives?: readonly string[];
  /** Words must come with it: a question, a reason. Kept apart like personal data. */
  readonly words?: "needed" | "allowed";
  /** Nobody who took one of these steps may take this one: four eyes, an independent reviewer. */
  readonly notWhoTook?: readonly string[];
  /** Facts that must hold. */
  readonly if?: readonly FactTest[];
  /** How the holder is told: WCO Response/FunctionCode and Status/NameCode. */
  readonly tells?: { readonly functionCode: string; readonly statusCode?: string };
  readonly moves?: readonly LedgerMove[];
  /** Facts set by the step itself. */
  readonly sets?: Readonly<Record<string, string | readonly string[]>>;
}

export type FactTest =
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly includesAll: readonly string[] }
  | { readonly fact: string; readonly given: boolean };

/** `{number}` and `{<fact>}` in names stand for the formality's number and facts. */
export interface LedgerMove {
  /** A guarded account; opened when it is not there yet. */
  readonly account: string;
  readonly unit: string;
  /** The fact that holds the decimal amount; `-` before it takes instead of giving. */
  readonly amount: string;
  /** The other side. */
  readonly counter: string;
  /** The fact that holds how far below zero the account may fall. */
  readonly mayOwe?: string;
}

/** While in one of the states, the clock takes the step: so many days after it came there, or on the day that a fact names. */
export interface FormalityClock {
  readonly in: readonly string[];
  readonly days?: number;
  readonly on?: string;
  readonly step: string;
}

export interface FormalityKind {
  readonly kind: string;
  readonly title: LocalisedText;
  /** Begins the number: `LPC` gives LPC26XA7K2M9Q4T1. */
  readonly prefix: string;
  readonly fields: readonly FormalityField[];
  readonly states: Readonly<Record<string, FormalityState>>;
  readonly steps: readonly FormalityStep[];
  readonly clocks?: readonly FormalityClock[];
  /** Facts that say from when to when it counts, and who else than the holder may see it. */
  readonly validity?: { readonly from: string; readonly to: string };
  readonly seenBy?: readonly string[];
  /** The fact that names the agency that decides. Absent: customs does. */
  readonly agency?: string;
  /** Anybody who knows number and code may ask whether it is genuine. */
  readonly verifiable?: boolean;
  readonly legalReference: string;
}

export type Fact = string | readonly string[] | Readonly<Record<string, unknown>>;
export type Facts = Readonly<Record<string, Fact>>;
