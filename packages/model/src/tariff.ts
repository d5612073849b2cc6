/**
 * The tariff as data: measures, the taxes they belong to and what each tax is charged on, reliefs by procedure,
 * valuation, exchange rates. Everything that law can change carries when it is valid (by date of acceptance) and since
 * when it is known, so that a debt can be assessed as of one day with what was known on another. Dates are ISO days;
 * a validity ends before `validTo`. Amounts, rates and factors are exact decimals as strings.
 */
import type { Condition } from "./condition.ts";

/** The period in which something is law, and the period in which it was known to be. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo?: string;
  readonly knownFrom?: string;
  /** Withdrawn or corrected: from that day it is known no longer. */
  readonly knownTo?: string;
}

/** The rate of a duty or tax. Rates nest: a compound rate is a sum, a floor or ceiling is a choice between rates. */
export type Rate =
  | { readonly percent: string }
  /** `amount` of `currency` (absent: the country's) for each `per` of `unit`. */
  | {
      readonly amount: string;
      readonly currency?: string;
      readonly per: string;
      readonly unit: string;
    }
  /** A fixed fee for each item. */
  | { readonly fee: string }
  | { readonly sum: readonly Rate[] }
  | { readonly least: readonly Rate[] }
  | { readonly greatest: readonly Rate[] };

export interface Measure extends Validity {
  readonly id: string;
  /** Digits of the nomenclature that the goods' code begins with; empty: all goods. */
  readonly commodity: string;
  readonly taxType: string;
  readonly rate: Rate;
  /** Where a country applies more than one tariff: to which this belongs. */
  readonly schedule?: string;
  /** Measures of one tax type and family exclude each other; the most specific one is taken. */
  readonly family?: string;
  /** ISO 3166 codes or names of country groups. Absent: wherever from. */
  readonly origins?: readonly string[];
  readonly notOrigins?: readonly string[];
  /** Code of the regime (preference, end use, quota) that has to be asked for. */
  readonly regime?: string;
  readonly quotaOrderNumber?: string;
  /** One of these codes must stand beside the commodity: an exporter's, a recipe's, an excise or VAT code. */
  readonly additionalCodes?: readonly string[];
  /** One of these documents must be declared; without it the measure does not apply. */
  readonly documents?: readonly string[];
  /** Asked of the goods item. */
  readonly when?: Condition;
  /** Applies each year from the first day (MM-DD) up to and including the last; may pass the new year. */
  readonly season?: { readonly from: string; readonly to: string };
  readonly legalReference: string;
}

/** A tax, and what an ad valorem rate of it is a share of. Taxes are computed in the order of the list. */
export interface TaxRule {
  readonly taxType: string;
  readonly base: {
    readonly customsValue: boolean;
    /** Earlier taxes that are part of the base, by what is due of them or by what is to be paid. */
    readonly taxes: readonly { readonly taxType: string; readonly by: "due" | "payable" }[];
    /** Codes of declared costs that belong to this base only. */
    readonly costs?: readonly string[];
  };
  /** Not told when nothing of the taxes in its base would be due. */
  readonly silentWithoutBase?: boolean;
  readonly rounding: Rounding;
}

export interface Rounding {
  readonly decimals: number;
  readonly mode: "half-up" | "half-even" | "down" | "up";
}

/** Which tariff applies to an item; the first that fits. */
export interface ScheduleRule {
  readonly schedule: string;
  readonly when: Condition;
  /** Gives way where the highest ad valorem duty of the other tariff is no lower. */
  readonly yieldsTo?: { readonly schedule: string; readonly when: Condition };
}

/** The effect of a procedure or relief on taxes that are due. */
export interface ReliefRule {
  readonly id: string;
  readonly when: Condition;
  readonly taxTypes: readonly string[];
  /**
   * `deduct`: told as deducted, nothing is due. `forgive`: nothing is due. `suspend`: due, not to be paid while the
   * procedure lasts. `postpone`: due, to be paid outside of this declaration.
   */
  readonly effect: "deduct" | "forgive" | "suspend" | "postpone";
  /** Type of the security that is asked for instead. */
  readonly security?: { readonly taxType: string; readonly when: Condition };
  /** A later tax is charged as if this relief were not there. */
  readonly staysInBase?: boolean;
  readonly legalReference: string;
}

/** Foreign units for one unit of the country's currency. */
export interface ExchangeRate extends Validity {
  readonly currency: string;
  readonly rate: string;
}

/** `quantity` declared in `unit` is `factor` times as much in `base`. UN/ECE Recommendation 20 codes. */
export interface UnitRule {
  readonly unit: string;
  readonly base: string;
  readonly factor: string;
}

/**
 * Where the quantity in a unit is declared, first that is there. Paths start at the goods item; a declared unit code
 * must be the same, none is taken as the unit asked for.
 */
export interface QuantityRule {
  readonly unit: string;
  readonly paths: readonly string[];
  /** Tried first: a share in percent of another unit, as pure alcohol is of litres. The first unit that is declared counts. */
  readonly share?: { readonly of: string; readonly percentIn: readonly string[] };
}

export interface CostRule {
  readonly code: string;
  readonly effect: "add" | "deduct" | "elsewhere";
  readonly as: "amount" | "percent";
  /** Included in the price already under these delivery terms: not added again. */
  readonly includedUnder?: readonly string[];
}

export interface ValuationRules {
  readonly costs: readonly CostRule[];
  /** How costs of the whole shipment are shared among its items. */
  readonly apportion: "value" | "grossMass";
  readonly rounding: Rounding;
}

export interface Tariff {
  readonly measures: readonly Measure[];
  readonly taxes: readonly TaxRule[];
  readonly schedules?: readonly ScheduleRule[];
  readonly reliefs?: readonly ReliefRule[];
  /** The regime of goods for which none is granted. */
  readonly ordinaryRegime: string;
  /** Regimes that are granted where another was asked for: a customs union where a preference was. */
  readonly regimeAlternatives?: Readonly<Record<string, readonly string[]>>;
  readonly countryGroups?: Readonly<Record<string, readonly string[]>>;
  readonly valuation: ValuationRules;
  readonly exchangeRates: readonly ExchangeRate[];
  readonly units: readonly UnitRule[];
  readonly quantities: readonly QuantityRule[];
  readonly source: string;
}
