/** What stands beside a case: what was read in the open, and what its documents say. */

/** What was read in the open, as the server lists it. Days are `YYYY-MM-DD`. */
export interface OpenSourceSummary {
  readonly itemId: string;
  /** The source's own identifier. */
  readonly id: string;
  readonly source: string;
  readonly address?: string;
  readonly licence: string;
  readonly publishedOn?: string;
  readonly retrievedOn: string;
  /** Last day on which it counts. */
  readonly expiresOn: string;
  /** In the source, from 0 to 1. */
  readonly confidence: number;
  readonly language: string;
  readonly mentions: readonly string[];
}

/** An item that may speak of parties of a case. */
export interface LinkedOpenSourceItem extends Omit<OpenSourceSummary, "mentions"> {
  readonly ageDays: number;
  readonly text: string;
  /** The text goes on. */
  readonly isCut: boolean;
  readonly links: readonly {
    readonly mention: string;
    readonly party: string;
    /** Of the two names, from 0.8 to 1. */
    readonly likeness: number;
    /** Likeness times confidence in the source. */
    readonly weight: number;
  }[];
}

/** What a supporting document says, where it is text. */
export interface DocumentText {
  readonly mediaType: string;
  readonly isRead: boolean;
  /** Why not: of this media type no text is read, it is too large, or not what its media type says. */
  readonly why?: "kind" | "large" | "broken";
  readonly text?: string;
  /** The text goes on. */
  readonly isCut?: boolean;
  /** Absent where no model of descriptions is in force. */
  readonly words?: {
    readonly vague: boolean;
    readonly suggested: readonly { readonly code: string; readonly probability: number }[];
  };
}
