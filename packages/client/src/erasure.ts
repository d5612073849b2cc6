/** Erasing the personal data of a case that is over: one administrator asks, another confirms. */
import type { Send } from "./transport.ts";

export interface ErasureGround {
  readonly reason: "retention-over" | "data-subject-request" | "court-order";
  /** A code of the country. */
  readonly legalBasis: string;
}

export interface Erasure extends ErasureGround {
  readonly caseId: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
  /** When nothing personal was left. */
  readonly wipedAt?: string;
}

/** A declaration by its case, or a formality by its number. */
export type Erasable = { readonly caseId: string } | { readonly number: string };

export function erasure(send: Send) {
  const pathOf = (of: Erasable) =>
    "caseId" in of ? `/v1/cases/${of.caseId}/erasure` : `/v1/formalities/${of.number}/erasure`;
  return {
    /** Refused as CH8143 while it is not over, and as CH8144 with the moment from which on it may be done. */
    ask: async (of: Erasable, ground: ErasureGround) =>
      (await send("POST", pathOf(of), { json: ground })).json() as Promise<Erasure>,
    /** Cannot be undone. Refused as CH8145 for who asked. */
    confirm: async (of: Erasable) =>
      (await send("POST", `${pathOf(of)}/confirmation`)).json() as Promise<Erasure>,
    of: async (caseId: string) =>
      (await send("GET", pathOf({ caseId }))).json() as Promise<Erasure>,
  };
}
