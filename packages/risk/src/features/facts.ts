/**
 * What a risk run looks at: small, flat and JSON, so that one row a declaration can be stored and played again. A value
 * that was not declared is undefined, or absent, and never 0 and never an empty text.
 */

export interface RiskItemFacts {
  /** As declared, else the position among the goods items. */
  readonly sequence: number;
  /** Digits of the nomenclature, without national additional codes. */
  readonly commodity?: string;
  readonly hs2?: string;
  readonly hs4?: string;
  readonly hs6?: string;
  /** Two-letter ISO codes. */
  readonly origin?: string;
  readonly dispatchCountry?: string;
  readonly procedure?: string;
  readonly previousProcedure?: string;
  readonly netMassKg?: number;
  /** In the unit that the tariff asks for. */
  readonly supplementaryQuantity?: number;
  /** Statistical value, else the price on the invoice, else the customs value. In `currency`. */
  readonly value?: number;
  readonly currency?: string;
  /** `value` by kilogram of net mass. */
  readonly unitPrice?: number;
  readonly description?: string;
  /** Category and type together: `C` and `644` are `C644`. */
  readonly documents: readonly string[];
  /** The duty regime or relief that is asked for. */
  readonly preference?: string;
}

export interface RiskFacts {
  readonly caseId: string;
  /** Moment of the risk run, ISO instant in UTC. */
  readonly at: string;
  /**
   * How far the clocks of the country were before UTC at that moment: they tell day, weekday and hour. Absent: not at
   * all, or nobody wrote it down, which is so for all runs before it was kept.
   */
  readonly offsetMinutes?: number;
  readonly direction?: string;
  readonly office?: string;
  readonly declarationType?: string;
  readonly dataSet?: string;
  readonly transportMode?: string;
  /** Parties are keys: the TIN, or where there is none `name:` and the normalised name. */
  readonly declarant?: string;
  readonly representative?: string;
  readonly importer?: string;
  readonly exporter?: string;
  /** Normalised address of the importer, for the network only. */
  readonly importerAddress?: string;
  readonly consignorCountry?: string;
  readonly transportMeans?: string;
  readonly containers: readonly string[];
  readonly totalPackages?: number;
  readonly grossMassKg?: number;
  readonly invoiceTotal?: number;
  readonly currency?: string;
  readonly items: readonly RiskItemFacts[];
  /** Goods items beyond the limit, which no rule sees one by one. Absent: none. */
  readonly itemsLeftOut?: number;
}

/** What an inspection found, from the moment `at` on which it is known. */
export interface ControlResult {
  readonly caseId: string;
  /** ISO instant in UTC. */
  readonly at: string;
  readonly controlled: boolean;
  /** A finding without an item is about the whole declaration. */
  readonly findings: readonly { readonly code: string; readonly item?: number }[];
}

/** Limits of one declaration's facts: what is beyond is counted or cut, so that a run always ends. */
export const FACT_LIMITS = {
  items: 9_999,
  containers: 9_999,
  documentsAnItem: 99,
  textLength: 512,
  keyLength: 120,
} as const;
