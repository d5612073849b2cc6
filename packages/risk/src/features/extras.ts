/** What other rooms know about a declaration. What is not given is missing in the features, not zero. */

export interface RiskExtras {
  /** Authorisations held, for example `AEOF`. */
  readonly declarantAuthorisations?: readonly string[];
  readonly importerAuthorisations?: readonly string[];
  readonly cargo?: {
    /** Fields in which declaration and cargo report differ. */
    readonly mismatches: number;
    /** Declared gross mass by the carrier's: 1 where they agree. */
    readonly massRatio?: number;
  };
  readonly containers?: {
    /** Alarms of seals, doors, sensors or route in the last 30 days. */
    readonly alarms: number;
  };
  readonly screening?: {
    readonly hits: number;
    /** From 0 to 1. */
    readonly bestScore?: number;
  };
  /** Findings about descriptions, by sequence of the item. */
  readonly texts?: Readonly<Record<number, TextFindings>>;
}

export interface TextFindings {
  readonly vague?: boolean;
  /** How well the description fits the declared heading, from 0 to 1. */
  readonly headingScore?: number;
}
