/**
 * Everything that makes a country, as data. The core reads it and never branches on a country's name: adding a country
 * adds a folder under `countries/` and no code elsewhere.
 */
import type { CargoProfile } from "./cargo.ts";
import type { Condition } from "./condition.ts";
import type { ErasureRules } from "./erasure.ts";
import type { FilingCriterion } from "./filing-risk.ts";
import type { FormalityKind } from "./formality.ts";
import type { Language, LocalisedText } from "./information-package.ts";
import type { InterestTerms } from "./interest.ts";
import type { LpcoProfile } from "./lpco.ts";
import type { MessageProfile } from "./message-profile.ts";
import type { Recognition, RecognitionProfile } from "./recognition.ts";
import type { RulingProfile } from "./ruling.ts";
import type { SimplifiedProfile } from "./simplified.ts";
import type { StockAuthorisation, StockProfile } from "./stock.ts";
import type { Tariff } from "./tariff.ts";

export type Direction = "import" | "export";

/**
 * The four lanes of selectivity, from most to least intrusive: red goods and documents, yellow documents, blue after
 * release, green none.
 */
export const LANES = ["red", "yellow", "blue", "green"] as const;
export type Lane = (typeof LANES)[number];

export function isMoreIntrusive(lane: Lane, than: Lane): boolean {
  return LANES.indexOf(lane) < LANES.indexOf(than);
}

export interface Country {
  /** ISO 3166-1 alpha-2. User-assigned codes (XA) mark a country that does not exist. */
  readonly code: string;
  readonly name: LocalisedText;
  readonly languages: readonly Language[];
  /** ISO 4217, and how many decimals its minor unit has. */
  readonly currency: string;
  readonly currencyDecimals: number;
  /** IANA, for example `Europe/London`: its days are the days in law (`legal-day.ts`). */
  readonly timeZone: string;
  /** Present when anything here is simulated: shown wherever results are. */
  readonly simulation?: LocalisedText;
  readonly messages: MessageProfile;
  readonly clearance: ClearanceProfile;
  readonly tariff: Tariff;
  /** Quotas whose balances are kept here. Absent: they are allocated elsewhere. */
  readonly quotas?: readonly Quota[];
  readonly agencies: readonly Agency[];
  readonly offices: readonly Office[];
  /** Absent: inspections are arranged elsewhere. */
  readonly inspection?: InspectionCalendar;
  readonly selectivity: Selectivity;
  /** The codes of findings of a control. Absent: results are given in words alone. */
  readonly findings?: readonly FindingCode[];
  readonly register: Register;
  /** Absent: permits are kept and verified elsewhere. */
  readonly lpco?: LpcoProfile;
  /** Absent: binding rulings are given and checked elsewhere. */
  readonly rulings?: RulingProfile;
  /** Absent: cargo is reported elsewhere. */
  readonly cargo?: CargoProfile;
  /** Absent: nobody is trusted on a partner's word. */
  readonly recognition?: RecognitionProfile;
  /** Absent: stocks under special procedures are kept elsewhere. */
  readonly stocks?: StockProfile;
  /** Absent: every declaration is complete when it is lodged, or completed elsewhere. */
  readonly simplified?: SimplifiedProfile;
  /** Absent: personal data is erased on no ground here. */
  readonly erasure?: ErasureRules;
  /** Absent: no interest is charged or paid here. */
  readonly interest?: InterestTerms;
  /** Kinds of formality beside the declaration. */
  readonly formalities: readonly FormalityKind[];
}

export interface Office {
  readonly code: string;
  readonly name: LocalisedText;
  /** Goods locations that the office supervises, matched by prefix. */
  readonly locations: readonly string[];
}

/** A tariff quota in one of its periods. */
export interface Quota {
  readonly orderNumber: string;
  readonly unit: string;
  /** Exact decimal: what the period begins with. */
  readonly amount: string;
  /** ISO days; the period ends before `validTo`. */
  readonly validFrom: string;
  readonly validTo: string;
  /** From this share of the amount used on, claims are secured as if nothing were granted. Absent: never. */
  readonly criticalAtPercent?: string;
}

/** The act that a trader's message asks for. */
export type MessageKind = "declaration" | "amendment" | "cancellation" | "arrival";

/** A message of a community system or carrier that moves goods: which part says what. Paths start at the root. */
export interface MovementRule {
  readonly messageType: string;
  readonly when: Condition;
  /** `close`: nothing more is put under the references. `none`: known, and moves nothing. */
  readonly does: "arrive" | "depart" | "associate" | "close" | "none";
  /** How an arrival counts: `presentation` is registered and told, `movement` (the default) only moves. */
  readonly by?: "presentation" | "movement";
  /** The places of the consignment references. */
  readonly ucr: readonly string[];
  /** For `associate`: the master reference that the others are put under. */
  readonly master?: string;
  readonly location?: string;
}

/** The life of declarations in this country. */
export interface ClearanceProfile {
  /** First match tells what a declaration message asks for. */
  readonly kinds: readonly { readonly kind: MessageKind; readonly when: Condition }[];
  readonly movements: readonly MovementRule[];
  /** MRN shape: `yy`, `cc`, then `n` random characters and a check character. */
  readonly mrn: { readonly length: number };
  /** First match decides. A declaration that matches none is refused. */
  readonly directions: readonly { readonly direction: Direction; readonly when: Condition }[];
  /** First match names the data set; `assessed` says whether duty and tax are computed and notified. */
  readonly dataSets: readonly {
    readonly name: string;
    readonly when: Condition;
    readonly assessed: boolean;
  }[];
  /** Lodged before the goods are here: registered now, accepted at arrival. */
  readonly prelodged: Condition;
  /** Declared after the goods were released: no goods are awaited and no exit is expected. */
  readonly supplementary: Condition;
  /** Type code that a pre-lodged declaration takes at arrival, for example D becomes A (last character). */
  readonly typeAtArrival: Readonly<Record<string, string>>;
  /** A change of type at arrival is notified as a correction. */
  readonly arrivalCorrects: Condition;
  /** Stand-by time between acceptance and clearance, in which the trader may amend and an officer may re-route. */
  readonly standBy: readonly { readonly when: Condition; readonly seconds: number }[];
  readonly days: {
    readonly arrival: number;
    readonly documents: number;
    readonly payment: number;
    readonly exit: number;
    /** The number of days in which a declarant may not use the same LRN again. */
    readonly lrn: number;
  };
  /** Unique consignment references (DUCR, MUCR) by which movements find the declaration. */
  readonly ucrs: readonly RepeatedValue[];
  /** Exports whose exit has to be confirmed. */
  readonly exitExpected: Condition;
  /** How declared methods of payment are honoured. A method that is not listed needs no money now. */
  readonly payment: readonly PaymentMethod[];
  /** Absent: deferments need no guarantee. */
  readonly defermentSecurity?: DefermentSecurity;
  /** Debt that stays provisional at release: quotas not allocated yet. */
  readonly provisionalDebt: Condition;
  /** Of those, the ones whose allocation does not change the amounts: no second final notice. */
  readonly provisionalDebtFixed: Condition;
  /** Rows of the lifecycle that are narrower here, and conditions that the country adds. */
  readonly transitions?: readonly TransitionChange[];
  /** Added to, or replacing by event type, the base table of notifications. */
  readonly notifications: readonly NotificationRule[];
}

/**
 * A row of the lifecycle (`clearance/src/transitions.ts`) as the country wants it. A row that there is may only be narrowed;
 * what is absent stays as it is. One that there is not says in which states of the region the event may happen (`from`
 * alone). What the country may not change is refused when the country is loaded.
 */
export interface TransitionChange {
  readonly region: "control" | "agencies" | "debt" | "goods";
  readonly event: string;
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** The value at `id` in every repetition of the class at `each` that satisfies `when`; paths from the declaration. */
export interface RepeatedValue {
  readonly each: string;
  readonly when: Condition;
  readonly id: string;
}

export interface PaymentMethod {
  /** DutyTaxFee/Payment/MethodCode values. */
  readonly codes: readonly string[];
  /** `account`: reserved on the account found at `account`. `immediate`: goods wait until it is paid. */
  readonly kind: "account" | "immediate";
  readonly account?: RepeatedValue;
  /** Paid at once by a simulated payer. Only in profiles that say they simulate. */
  readonly simulated?: boolean;
}

/** How much of a deferred amount a guarantee bears. Exact percentages. */
export interface DefermentSecurity {
  readonly percent: string;
  /** The first whose authorisations the account's holder has one of; zero waives. */
  readonly reduced: readonly {
    readonly authorisations: readonly string[];
    readonly percent: string;
  }[];
  readonly legalReference: string;
}

/** Which event is told to the trader, with which function code of the WCO Response. */
export interface NotificationRule {
  readonly event: string;
  /** WCO Response/FunctionCode. Absent: this event is not told. */
  readonly functionCode?: string;
  /** Response/Status/NameCode. */
  readonly statusCode?: string;
  /** Event body fields that must equal one of the values. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
}

export interface Agency {
  readonly code: string;
  readonly name: LocalisedText;
  readonly checks: readonly AgencyCheckRule[];
}

export interface AgencyCheckRule {
  /** For example H222. */
  readonly code: string;
  readonly name: LocalisedText;
  /** Asked of each goods item. */
  readonly when: Condition;
  readonly decisionHours: number;
  /** Hours after which the agency is reminded. */
  readonly remindAfterHours?: number;
  /** What the clock does when the agency is late: the first, then the next after its hours, then nothing more. */
  readonly overdue?: readonly OverdueStep[];
  /** Codes that a decision may give as its reason. Absent: none are kept. */
  readonly reasons?: readonly DecisionReason[];
  /** Where no person decides: first match gives the decision code at once. Only in profiles that say they simulate. */
  readonly simulated?: readonly { readonly when: Condition; readonly decision: string }[];
}

export type OverdueStep =
  /** Told to somebody above; the check stays where it is for so many hours more. */
  | { readonly do: "escalate"; readonly to: string; readonly hours: number }
  /** Another agency decides from now on. */
  | { readonly do: "substitute"; readonly agency: string; readonly hours: number }
  /** Silence counts as this decision, by law. */
  | { readonly do: "tacit"; readonly decision: string };

export interface DecisionReason {
  readonly code: string;
  readonly name: LocalisedText;
  /** Decisions that may give it; absent: any. */
  readonly decisions?: readonly string[];
}

/** When and how often goods are opened for inspection, all who want to look at once. */
export interface InspectionCalendar {
  /** 1 is Monday. Hours are of the country's clocks, from inclusive, to exclusive. */
  readonly days: readonly number[];
  readonly fromHour: number;
  readonly toHour: number;
  readonly slotMinutes: number;
  /** Openings at once in one office. */
  readonly capacity: number;
  /** Not sooner than so many hours after it is asked for. */
  readonly noticeHours: number;
  /** Hours of agencies that differ. */
  readonly agencies?: Readonly<
    Record<
      string,
      { readonly days: readonly number[]; readonly fromHour: number; readonly toHour: number }
    >
  >;
}

export type ControlKind = "documentary" | "physical" | "non-blocking";

export interface SelectivityCriterion {
  readonly id: string;
  readonly scope: "declaration" | "item";
  readonly when: Condition;
  readonly lane: Lane;
  /** Controls ordered by the criterion, in the order they are notified. */
  readonly controls: readonly ControlKind[];
  /** After so many seconds a simulated officer finds all in order. Only in profiles that say they simulate. */
  readonly simulatedSatisfactoryAfterSeconds?: number;
  readonly reason: string;
  readonly owner: string;
  readonly reviewDate: string;
}

/** A finding of a control, as a code that can be counted and learnt from. */
export interface FindingCode {
  readonly code: string;
  readonly name: LocalisedText;
}

export interface Selectivity {
  readonly criteria: readonly SelectivityCriterion[];
  /** Of cargo filings. Absent: an officer assesses each. */
  readonly filings?: readonly FilingCriterion[];
  /** Random share per lane in parts of ten thousand, drawn whatever the criteria said. */
  readonly randomPerTenThousand: Readonly<Partial<Record<Lane, number>>>;
  /** Whose declarations chance picks less often: the first whose authorisations the declarant holds one of. */
  readonly trusted?: readonly {
    readonly authorisations: readonly string[];
    /** The part of each random share that is left, from 0 to 100. */
    readonly randomSharePercent: number;
  }[];
  /** Share of all declarations that each lane should reach; topped up at random. Parts of ten thousand. */
  readonly targetPerTenThousand: Readonly<Partial<Record<Lane, number>>>;
}

/** A trader empowers a representative. Lists that are absent mean no limit. */
export interface Mandate {
  readonly id: string;
  /** TIN of the trader who empowers. */
  readonly principal: string;
  /** TIN of who is empowered. */
  readonly representative: string;
  /** Direct: the principal owes the debt. Indirect: both do. */
  readonly capacity: "direct" | "indirect";
  /** Actions such as `lodge` and `amend`. */
  readonly acts?: readonly string[];
  /** Beginnings of requested and previous procedure codes. */
  readonly procedures?: readonly string[];
  /** Greatest invoice total of one declaration, a decimal in the country's currency. */
  readonly greatestAmount?: string;
  /** Days; the last one counts. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A registration that is not in force today, and what became of it. */
export interface NotInForce {
  readonly tin: string;
  /** State of the registration, for example `suspended`. */
  readonly state: string;
  /** TIN of the registration that took over. */
  readonly mergedInto?: string;
  readonly language?: Language;
}

/** Accounts and authorisations that declarations are checked against. */
export interface Register {
  /** `closed`: whoever or whatever is not listed is refused. `open`: kept elsewhere, only what is listed is judged. */
  readonly policy: "open" | "closed";
  readonly accounts: readonly {
    readonly account: string;
    readonly kind: "deferment" | "guarantee" | "cash";
    /** Of a deferment account: the guarantee of the same holder that bears a share of what is deferred. */
    readonly securedBy?: string;
    readonly holder: string;
    readonly balanceMinor: string;
  }[];
  readonly traders: readonly {
    readonly tin: string;
    readonly name: string;
    readonly authorisations: readonly string[];
    /** In which it wants to be told; absent: the country's first. */
    readonly language?: Language;
  }[];
  /** Registrations that began here and are not in force today. */
  readonly notInForce?: readonly NotInForce[];
  /** Whom a declaration may name only while registered; absent: the register is kept elsewhere and nobody is looked up. */
  readonly registered?: {
    readonly parties: readonly {
      /** Classes from the declaration, slash-separated, none of which repeats. */
      readonly each: string;
      /** Asked about the declaration. */
      readonly when: Condition;
    }[];
    readonly errorCodes: {
      readonly notInForce: string;
      readonly merged: string;
    };
  };
  readonly mandates: readonly Mandate[];
  /** Mutual recognition arrangements in force. */
  readonly recognitions?: readonly Recognition[];
  /** For special procedures and simplified declarations. */
  readonly authorisations?: readonly StockAuthorisation[];
  /** Findings for an unknown or not authorised party: country code and text. */
  readonly errorCodes: {
    readonly notAuthorised: string;
    readonly unknownAccount: string;
  };
}
