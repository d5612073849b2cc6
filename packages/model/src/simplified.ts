/**
 * Simplified and supplementary declarations: goods are released on part of the data and against a security; a
 * supplementary declaration completes one such declaration, a periodic one all of a period, and settles the debt.
 */
import type { Condition } from "./condition.ts";

export interface SimplifiedProfile {
  /** Declarations that leave data for later. Which, is said by their information package. */
  readonly when: Condition;
  /** Of those that `ClearanceProfile.supplementary` tells: the ones that complete a whole period. */
  readonly periodic: Condition;
  /** The declarant holds, or may use, an authorisation of one of these types. */
  readonly authorisationTypes: readonly string[];
  /** Which previous documents, of the shipment or of an item, name a simplified declaration by its MRN. */
  readonly previousDocument: Condition;
  readonly days: {
    /** From release until the supplementary declaration is due. */
    readonly supplement: number;
    /** How many days before that the declarant is reminded. */
    readonly remind: number;
    /** Between the first and the last acceptance that one periodic declaration may complete. */
    readonly period: number;
  };
  /** How many leading digits of the commodity code stay as they were declared. */
  readonly commodityDigits: number;
  /** Codes of the findings, from the country's own list. */
  readonly errorCodes: {
    readonly notAuthorised: string;
    /** How much to secure cannot be told without what is left out, or no account here secures it. */
    readonly notSecurable: string;
    /** No simplified declaration is named, or an item does not say which. */
    readonly unnamed: string;
    readonly unknown: string;
    readonly notReleased: string;
    readonly supplemented: string;
    /** Goods that were released are not here, or goods are here that were not. */
    readonly goodsDiffer: string;
    /** Several by one that is not periodic, more than a period, or too many. */
    readonly notOnePeriod: string;
  };
  readonly legalReference: string;
}
