/** The interface of the formalities room for operations, jobs and other rooms. */
import type { Formality, FormalityActing } from "@customhouse/formalities";
import type { ErasureReason, Facts } from "@customhouse/model";
import type { SignedPromise } from "../../platform/commit/promise.ts";
import type { PassedDeadline } from "../../platform/jobs/take-due.ts";
import type { Refused } from "../../platform/refusal.ts";
import type { Page, PageRequest } from "../../platform/storage/page.ts";
import type { ReaderScope } from "../../platform/storage/reader-scope.ts";

export interface FormalityAsk {
  /** The kind of a new formality, or the number of an existing one. */
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
  /** Facts that only the system calculates. They are never taken from a request. */
  readonly known?: Facts;
  /** A text from the system to the holder. */
  readonly letter?: readonly string[];
  readonly words?: string;
  readonly effectiveAt?: string;
  /** Language of the caller as two letters, where it is known. */
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
  /** Finds the formalities of the kind with these numbers. */
  ofKind(kind: string, numbers: readonly string[]): Promise<readonly Formality[]>;
  search(scope: ReaderScope, filter: FormalityFilter, page: PageRequest): Promise<Page<Formality>>;
}

export interface Formalities extends FormalityRecords {
  /** Takes a step. The caller has already checked that the actor has access to the formality. */
  step(ask: FormalityAsk): Promise<FormalityResult>;
  /** Carries out a due deadline. It is refused if the formality has changed meanwhile. */
  passDeadline(due: PassedDeadline): Promise<FormalityResult>;
  /** Records that the personal data of a finished formality are erased. The caller deletes them. */
  erase(ask: FormalityErasure): Promise<FormalityResult>;
  /** The personal fields; empty once erased. With `filer`, only the data that this filer gave. */
  personalFacts(formality: Formality, filer?: string): Promise<Facts>;
  /** All fields that this filer gave as its own part of the formality. */
  givenFacts(formality: Formality, filer: string): Promise<Facts>;
}
