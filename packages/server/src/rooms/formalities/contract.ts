/** What operations, jobs and other rooms ask of formalities. */
import type { Formality, FormalityActing } from "@customhouse/formalities";
import type { ErasureReason, Facts } from "@customhouse/model";
import type { SignedPromise } from "../../platform/commit/promise.ts";
import type { PassedDeadline } from "../../platform/jobs/take-due.ts";
import type { Refused } from "../../platform/refusal.ts";
import type { Page, PageRequest } from "../../platform/storage/page.ts";
import type { ReaderScope } from "../../platform/storage/reader-scope.ts";

export interface FormalityAsk {
  /** The kind, for one that begins; else its number. */
  readonly kind?: string;
  readonly number?: string;
  readonly step: string;
  readonly by: FormalityActing;
  readonly holder?: string;
  /** TIN of the trader who takes the step, its own or a representative's; absent where no trader does. */
  readonly takenBy?: string;
  /** TIN of the party for whom the step is taken, where several give their parts; absent: the holder. */
  readonly filer?: string;
  /** A number that was given elsewhere, for example a TIN taken over from another administration. */
  readonly ownNumber?: string;
  readonly facts: Facts;
  /** Facts that only the system works out, never taken from a request. */
  readonly known?: Facts;
  /** Told to the holder in words, by the system. */
  readonly letter?: readonly string[];
  readonly words?: string;
  readonly effectiveAt?: string;
  /** Two letters: the language of who asks, where it is known. */
  readonly language?: string;
  readonly idempotencyKey?: string;
}

export type FormalityResult =
  | {
      readonly status: "done";
      readonly formality: Formality;
      readonly promise: () => SignedPromise;
    }
  | Refused;

export interface FormalityErasure {
  readonly number: string;
  readonly reason: ErasureReason;
  readonly legalBasis: string;
  readonly by: FormalityActing;
}

export { isOfFormality } from "./deadline-kind.ts";
export { findFormality } from "./formality-answer.ts";

export interface FormalityFilter {
  readonly kind?: string;
  readonly state?: string;
  readonly holder?: string;
}

export interface FormalityRecords {
  byNumber(number: string): Promise<Formality | undefined>;
  byId(caseId: string): Promise<Formality | undefined>;
  /** Those of the kind that have one of the numbers. */
  ofKind(kind: string, numbers: readonly string[]): Promise<readonly Formality[]>;
  search(scope: ReaderScope, filter: FormalityFilter, page: PageRequest): Promise<Page<Formality>>;
}

export interface Formalities extends FormalityRecords {
  /** A step that the caller was already allowed to take part in. */
  step(ask: FormalityAsk): Promise<FormalityResult>;
  /** A deadline that is due. Where the formality moved on meanwhile, the refusal is the answer. */
  passDeadline(due: PassedDeadline): Promise<FormalityResult>;
  /** Puts on record that the personal data of a formality that is over are gone. Deleting them is the caller's. */
  erase(ask: FormalityErasure): Promise<FormalityResult>;
  /** The personal fields; empty when they were erased. `filer`: what this one gave, not the whole picture. */
  personalFacts(formality: Formality, filer?: string): Promise<Facts>;
  /** All fields that this filer gave of a part of its own. */
  givenFacts(formality: Formality, filer: string): Promise<Facts>;
}
