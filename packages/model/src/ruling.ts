/** Binding rulings in declarations: which documents name one, and what is said where it does not fit. */
export type RulingSubject = "classification" | "origin" | "valuation";

export interface RulingProfile {
  /** Category and type of the goods item's document that names a ruling by its number. */
  readonly documents: readonly { readonly type: string; readonly about: RulingSubject }[];
  /** Codes of the country's findings. */
  readonly errorCodes: {
    /** No ruling on this subject has the number. */
    readonly unknown: string;
    /** Not issued, annulled, revoked, expired or not valid yet. */
    readonly notInForce: string;
    /** Issued to neither the declarant nor the importer. */
    readonly notYours: string;
    /** It is about other goods. */
    readonly notCovering: string;
    /** The item declares something else than was decided. */
    readonly contradicted: string;
  };
}
