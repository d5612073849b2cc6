/**
 * Interest as data: simple interest by the day, on what is paid late or was held too long. Rates are bitemporal like
 * all law: valid by the day that bears interest, known by the day on which it is worked out.
 */
import type { Rounding, Validity } from "./tariff.ts";

/** `late`: owed to the treasury after the last day of payment. `repayment`: owed by it on what it held without cause. */
export type InterestOccasion = "late" | "repayment";

/** The year of a calculation of interest: days over 360, over 365, or over the days of the calendar year. */
export type DayCount = "actual/360" | "actual/365" | "actual/actual";

export interface InterestRate extends Validity {
  readonly on: InterestOccasion;
  /** Exact decimal. */
  readonly percentPerYear: string;
  readonly dayCount: DayCount;
  readonly legalReference: string;
}

export interface InterestTerms {
  readonly rates: readonly InterestRate[];
  /** Of the whole amount, not of each line. */
  readonly rounding: Rounding;
}

/** Days that bear the same rate. */
export interface InterestLine {
  /** ISO days, both counted. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  readonly percentPerYear: string;
  readonly dayCount: DayCount;
  /** Of the line alone, cut off after ten decimals: shown to be followed, the total is exact. */
  readonly amount: string;
  readonly legalReference: string;
}

export interface Interest {
  readonly principal: string;
  /** The last day that bears none. */
  readonly since: string;
  /** The last day that bears interest. */
  readonly until: string;
  readonly knownOn: string;
  readonly lines: readonly InterestLine[];
  readonly rounding: Rounding;
  /** Exact, rounded once. */
  readonly amount: string;
}
