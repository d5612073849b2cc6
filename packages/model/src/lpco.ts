/** Which goods need which licence, permit, certificate or other document (LPCO), and what is said where it is wrong. */
import type { Condition } from "./condition.ts";
import type { LocalisedText } from "./information-package.ts";

export interface LpcoRequirement {
  readonly id: string;
  readonly agency: string;
  /** Category and type as declared on the goods item; any one of them satisfies. */
  readonly documentTypes: readonly string[];
  /** Asked of each goods item: commodity, origin, procedure, purpose. */
  readonly when: Condition;
  readonly reason: LocalisedText;
  readonly legalReference: string;
  /** Days of acceptance on which it is asked for; the last one counts. */
  readonly validFrom?: string;
  readonly validTo?: string;
}

export interface LpcoProfile {
  readonly requirements: readonly LpcoRequirement[];
  /** Types of document whose permits are kept in the register here and verified. */
  readonly verifiedTypes: readonly string[];
  /** Codes of the country's findings. */
  readonly errorCodes: {
    /** A required document is not declared. */
    readonly missing: string;
    /** No permit has this number, or another administration issued it. */
    readonly unknown: string;
    /** Suspended, revoked, expired or not valid yet. */
    readonly notInForce: string;
    /** For other goods, another origin or direction, or its quantity cannot be measured. */
    readonly notCovering: string;
    /** Issued to nobody named in the declaration. */
    readonly notYours: string;
  };
}
