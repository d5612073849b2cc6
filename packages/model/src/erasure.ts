/**
 * Erasing personal data as data of a country: how long it is kept once a case is over, and what an erasure may rest on.
 * Events, log and ledger hold codes, digests and pseudonyms, and stay.
 */
import type { LocalisedText } from "./information-package.ts";

/** Why personal data goes. A court may order it before the period of keeping is over; nobody else can. */
export const ERASURE_REASONS = ["retention-over", "data-subject-request", "court-order"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

export interface ErasureRules {
  /** Coded, so that the record of an erasure holds no words about anybody. */
  readonly legalBases: readonly { readonly code: string; readonly title: LocalisedText }[];
  /** Absent: no period is set. What is over may be erased on request, and nothing goes by itself. */
  readonly retention?: {
    /** Days from the end of the case. */
    readonly days: number;
    /** One of the legal bases: what goes by itself rests on it. */
    readonly legalBasis: string;
  };
}
