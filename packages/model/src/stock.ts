/**
 * Stock under special procedures as data: which goods items enter a customs warehouse, transit or temporary admission,
 * which leave one, and where the declaration names the authorisation. Core books, the ledger guards.
 */
import type { Condition } from "./condition.ts";
import type { RepeatedValue } from "./country.ts";

export interface StockRule {
  readonly id: string;
  /** `enter`: at release. `leave`: taken at acceptance, for good at release. */
  readonly does: "enter" | "leave";
  /** Asked of each goods item: its requested and previous procedure. */
  readonly when: Condition;
  /** Where the number of the authorisation stands; the first one found counts. */
  readonly authorisation: RepeatedValue;
  /** Types of authorisation that allow it. */
  readonly types: readonly string[];
  /** UN/ECE Recommendation 20. */
  readonly unit: string;
  /** How many digits of the commodity code tell goods apart in the stock. */
  readonly commodityDigits: number;
}

export interface StockProfile {
  readonly rules: readonly StockRule[];
  /** Codes of the country's findings. */
  readonly errorCodes: {
    /** No authorisation is named. */
    readonly unnamed: string;
    /** Not in force, or of another type. */
    readonly unknown: string;
    /** Its holder does not let the declarant use it. */
    readonly notYours: string;
    /** The quantity cannot be told in the unit of the stock. */
    readonly unmeasured: string;
  };
}

/** An authorisation to keep goods under a special procedure. */
export interface StockAuthorisation {
  readonly number: string;
  readonly type: string;
  /** TIN. */
  readonly holder: string;
  /** TINs of who else may use it. */
  readonly users: readonly string[];
}
