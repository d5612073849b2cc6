/** Mutual recognition of authorised operators: what an arrangement grants to whom a partner has authorised. */
import type { RepeatedValue } from "./country.ts";

/** An arrangement in force. */
export interface Recognition {
  /** Number of the arrangement. */
  readonly number: string;
  /** ISO 3166-1 alpha-2. */
  readonly partner: string;
  /** Types of the partner's programme that count. */
  readonly types: readonly string[];
  /** Codes under which its operators are trusted here, as in selectivity. */
  readonly grants: readonly string[];
}

export interface RecognitionProfile {
  /** Where a declaration names foreign operators. */
  readonly parties: readonly RepeatedValue[];
}

/** One operator as the partner lists it. Days; the last one counts. */
export interface RecognisedTrader {
  readonly id: string;
  readonly type: string;
  readonly validFrom: string;
  readonly validTo?: string;
}
