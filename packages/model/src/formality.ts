/**
 * Formalities: all that goes beside a declaration. A permit, a trader's registration, a mandate, a guarantee, a ruling,
 * an appeal, a cargo report. Each kind is data: its fields, its states, who may take which step, what the clock does by
 * itself, and what follows. One machine runs them all (`packages/formalities`).
 */
import type { ConfidentialityLabel } from "./definition.ts";
import type { LocalisedText } from "./information-package.ts";
import type { InterestOccasion } from "./interest.ts";

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
  /** Worked out by a step: nobody may give it. */
  readonly computed?: boolean;
  /** Compared by keyed digest and never stored, anywhere. */
  readonly secret?: boolean;
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
  /**
   * A holder may take it whose registration is not in force: it registers, pays, answers, defends itself, gives up what
   * it has, or tells what became of goods on their way.
   */
  readonly withoutRegistration?: true;
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
  readonly tells?: {
    readonly functionCode: string;
    readonly statusCode?: string;
    /** Facts that hold the TIN of who else is told. */
    readonly alsoTo?: readonly string[];
    /** Nobody is told where the step before was one of these: the outcome is what was told already. */
    readonly exceptAfter?: readonly string[];
  };
  /** Facts that the step works out by itself, before anything moves. */
  readonly computes?: readonly ComputedFact[];
  /** Sends a code to a contact, or compares one with what was sent. */
  readonly oneTimeCode?: "issue" | "check";
  readonly moves?: readonly LedgerMove[];
  /** Facts set by the step itself. */
  readonly sets?: Readonly<Record<string, string | readonly string[]>>;
}

export type FactTest =
  | { readonly fact: string; readonly in: readonly string[] }
  | { readonly fact: string; readonly includesAll: readonly string[] }
  | { readonly fact: string; readonly given: boolean };

/** A fact that the server calculates. If a value that it needs is missing, the fact stays absent. */
export type ComputedFact =
  /** Interest from the day after the one in the fact `since` up to the step, on the amount in the fact `principal`. */
  | {
      readonly fact: string;
      readonly interest: {
        readonly on: InterestOccasion;
        readonly principal: string;
        readonly since: string;
        /** Takes the lines of the calculation. */
        readonly explainedIn: string;
        /** A flag: with `yes` none is charged. */
        readonly waivedBy?: string;
      };
    }
  /** All that is on an account before the step. */
  | {
      readonly fact: string;
      readonly balance: { readonly account: string; readonly unit: string };
    };

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

/**
 * While in one of the states, the clock takes the step: so many days after it came there, or on the day that a fact names.
 */
export interface FormalityClock {
  readonly in: readonly string[];
  readonly days?: number;
  readonly on?: string;
  readonly step: string;
}

/** A code sent to a contact proves that whoever gives it back reads there. Facts by name. */
export interface OneTimeCode {
  /** Of the code, keyed; `used` when none is open. */
  readonly digest: string;
  /** ISO instant. */
  readonly expiresAt: string;
  readonly tries: string;
  /** Which contact it was sent to: a pseudonym. */
  readonly about: string;
  /** The list that a right code adds the contact to. */
  readonly confirmed: string;
  /** The personal field that names the contact, and the secret one that gives the code back. */
  readonly contact: string;
  readonly given: string;
  readonly digits: number;
  readonly validMinutes: number;
  readonly greatestTries: number;
  /** Seconds before another code may be asked for. */
  readonly pauseSeconds: number;
  /** What is written to the contact; `{code}` and `{minutes}` stand for themselves. */
  readonly letter: LocalisedText;
  /** The heading of the letter, and what it warns of, where it goes by mail. */
  readonly subject: LocalisedText;
  readonly warning: LocalisedText;
}

/** Several traders give parts of one formality, and none of them is to learn what is in another's. */
export interface PartsRule {
  /** Facts that name who gives a part beside the holder and whoever it names in `seenBy`: a TIN, or several. */
  readonly filers: readonly string[];
  /** Fields of the whole that such a filer sees. */
  readonly shared: readonly string[];
  /** Fields of which it gives, and sees, its own part alone. */
  readonly own: readonly string[];
  /** Steps that it takes. */
  readonly steps: readonly string[];
}

/**
 * What the formalities of a kind are to the rest of the house. Whoever looks for one asks for the role, so that a
 * country's own kind is found like a standard one.
 */
export type FormalityRole =
  /** Registers a trader: its number is the TIN of whom it concerns. */
  | "traderRegistration"
  /** Empowers a representative. */
  | "empowerment"
  /** Recognises operators that a partner administration has authorised. */
  | "operatorRecognition"
  /** Licence, permit or certificate that a declaration names and may use up. */
  | "lpco"
  /** Binding ruling that a declaration names. */
  | "bindingRuling"
  /** What a carrier reports at arrival; declarations take its packages over. */
  | "arrivalReport"
  /** What is filed of cargo before loading and arrival, in parts, and assessed by the country's criteria. */
  | "cargoFiling";

/** The account that a formality opens under its own number. */
export interface OwnAccount {
  /** Before the number, in the ledger. */
  readonly prefix: string;
  /** What it is used for: always the same, or what the fact says. */
  readonly use: string | { readonly fact: string };
  /** The step that takes over what came back to the account after the formality had ended. */
  readonly emptiedBy?: string;
}

/** A step that says what declarations turned out to be. Risk learns from it. */
export interface FormalityOutcome {
  readonly step: string;
  /** The fact that holds the label; without it nothing was found. */
  readonly label: string;
  readonly source: "offence" | "audit" | "appeal";
}

export interface FormalityKind {
  readonly kind: string;
  readonly title: LocalisedText;
  readonly roles?: readonly FormalityRole[];
  readonly account?: OwnAccount;
  readonly outcomes?: readonly FormalityOutcome[];
  /** What it does that data cannot say: a `KindBehaviour` of `packages/formalities`. */
  readonly behaviour?: object;
  /** Begins the number: `LPC` gives LPC26XA7K2M9Q4T1. */
  readonly prefix: string;
  readonly fields: readonly FormalityField[];
  readonly states: Readonly<Record<string, FormalityState>>;
  readonly steps: readonly FormalityStep[];
  readonly clocks?: readonly FormalityClock[];
  readonly oneTimeCode?: OneTimeCode;
  /** Facts that say from when to when it counts, and who else than the holder may see it. */
  readonly validity?: { readonly from: string; readonly to: string };
  readonly seenBy?: readonly string[];
  readonly parts?: PartsRule;
  /** The fact that names the agency that decides. Absent: customs does. */
  readonly agency?: string;
  /** Anybody who knows number and code may ask whether it is genuine. */
  readonly verifiable?: boolean;
  readonly legalReference: string;
}

export type Fact = string | readonly string[] | Readonly<Record<string, unknown>>;
export type Facts = Readonly<Record<string, Fact>>;
