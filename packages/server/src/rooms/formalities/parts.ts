/** The contracts and stores that steps of formalities need. */
import type { Formality } from "@customhouse/formalities";
import type { ActParts } from "../../platform/commit/act-parts.ts";
import type { Mail } from "../../platform/mail/post-office.ts";
import type { Cargo } from "../cargo/contract.ts";
import type { Declarations } from "../declarations/contract.ts";
import type { ScreeningSource } from "../screening/contract.ts";

export interface StoredFormality {
  readonly formality: Formality;
  /** The number of acts that the formality has had when the decision is made. */
  readonly actCount: number;
}

export interface FormalityStore {
  load(
    name: { readonly number: string } | { readonly caseId: string },
  ): Promise<StoredFormality | undefined>;
}

export interface FormalityParts extends ActParts {
  readonly store: FormalityStore;
  readonly declarations: Pick<Declarations, "byMrn" | "command">;
  readonly cargo: Pick<Cargo, "alarmsOf" | "filingsOf" | "reportsOf" | "unmatched">;
  readonly screening?: ScreeningSource;
  /** Tells the register of formalities that were committed. */
  readonly registerChanged: (formalities: readonly Formality[]) => void;
  /** Hands a letter to the mail server, and waits for nothing. Absent: no mail server is attached. */
  readonly mail?: (mail: Mail) => void;
}
