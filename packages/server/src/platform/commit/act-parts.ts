/**
 * The parts of the platform that an act needs, in any room. Clock and randomness come through here, so that tests can
 * set them.
 */
import type { Country } from "@customhouse/model";
import type { KeyedHash } from "../keyed-hash.ts";
import type { StoredAnswer } from "./idempotency.ts";
import type { PromiseTerms, SignedPromise } from "./promise.ts";
import type { CommitRequest, CommitResult } from "./types.ts";

export interface ActParts {
  /** As it stands now: read it anew for each act. */
  readonly country: Country;
  readonly clock: () => Date;
  /** UUIDv7 of the injected clock. */
  readonly newCaseId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  /** Parcels wait behind a wall of their own, so that a flood of them cannot slow a ship. */
  readonly commit: (request: CommitRequest, lowValue: boolean) => Promise<CommitResult>;
  /** The stored answer to a request with this key, or undefined when there was none. */
  readonly findAnswer: (scope: string, key: string) => Promise<StoredAnswer | undefined>;
  /** Signs what was promised of a leaf. The same terms give the same signature as long as the log keeps its key. */
  readonly sign: (terms: PromiseTerms) => SignedPromise;
  /** Under a secret of the installation: nobody can confirm from a digest what he guesses. */
  readonly salted: KeyedHash;
  /** The balance of an account, guarded or not; zero where it never moved. Smallest parts of the unit. */
  readonly readBalance: (account: string, unit: string) => Promise<bigint>;
  /** An erasable payload of a case by its hex SHA-256. Undefined when it was erased. */
  readonly loadPayload: (caseId: string, digest: string) => Promise<StoredPayload | undefined>;
}

/** Bytes kept apart from the events of a case, so that they can be erased. */
export interface StoredPayload {
  readonly mediaType: string;
  readonly content: Uint8Array;
}
