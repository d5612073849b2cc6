/** A request to the commit queue, and its result. Types only. */
import type { OpenedAccount, Reservation, Settlement } from "@customhouse/model";
import type { OwnRow } from "./own-table.ts";

/** The columns of case_envelope that a command sets. The queue counts the acts (the column `version`). */
export interface CaseRow {
  /** UUIDv7 made by the server. */
  readonly caseId: string;
  readonly country: string;
  /** `declaration`, `formality`: what the snapshot holds, and who reads it. */
  readonly sort: string;
  /** MRN of a declaration, number of a formality. */
  readonly number: string | null;
  /** Declaration type (IMA, EXD), kind of a formality. */
  readonly kind: string;
  /** The one state that cases of some sorts have. */
  readonly state?: string;
  /** TIN of whose case it is: the declarant, the holder of the formality. */
  readonly holder: string;
  readonly office: string;
  /** Agencies with a control on this case: whose officers may see it. */
  readonly agencies?: readonly string[];
  /** TINs of everybody named in it: who may find it. */
  readonly parties?: readonly string[];
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly updatedAt: string;
  /** The pure core's case. No personal data. */
  readonly snapshot: unknown;
  /** The columns that only cases of this sort have, in their own table. */
  readonly own?: OwnRow;
}

export interface NewEvent {
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
  readonly legalAt: string;
  readonly knownAt: string;
}

export interface NewNotification {
  readonly party: string;
  readonly functionCode: string;
  readonly issuedAt: string;
  readonly body: unknown;
}

export interface NewPayload {
  readonly digest: Uint8Array;
  readonly kind: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

export interface NewDeadline {
  readonly kind: string;
  readonly dueAt: string;
}

/** The rows that an act writes in one of its two outcomes: every account covers what is asked of it, or some do not. */
export interface StoredBranch {
  /** Replaces the request's row when this branch is taken. */
  readonly row?: CaseRow;
  /** At least one: a command that changes nothing is not committed. */
  readonly events: readonly NewEvent[];
  readonly notifications: readonly NewNotification[];
  readonly payloads: readonly NewPayload[];
  /** The full set for the case; it replaces what was there. */
  readonly deadlines: readonly NewDeadline[];
  /** Salted digests: the entries of the transparency log. */
  readonly leaves: readonly Uint8Array[];
  /** Only of a refused branch: the reservations that it still makes on the accounts that the request named. */
  readonly reservations?: readonly Reservation[];
  /** Passed on for good from what the case holds; nothing guards them. */
  readonly settlements?: readonly Settlement[];
}

export interface CommitRequest {
  readonly caseId: string;
  /** The number of acts that the case had when the decision was made; 0 for a new case. */
  readonly expectedActCount: number;
  readonly row: CaseRow;
  /** `refused` is made only when an account is short, which is rare, and may then be asked for more than once. */
  readonly branches: {
    readonly granted: StoredBranch;
    readonly refused?: (shortAccounts: readonly string[]) => StoredBranch | undefined;
  };
  readonly reservations: readonly Reservation[];
  readonly opens?: readonly OpenedAccount[];
  readonly idempotency?: {
    readonly scope: string;
    readonly key: string;
    readonly requestDigest: Uint8Array;
    readonly response: unknown;
    /** Stored instead of `response` when the refused branch is taken. */
    readonly refusedResponse?: (shortAccounts: readonly string[]) => unknown;
  };
  readonly lrnClaim?: {
    readonly declarant: string;
    readonly lrn: string;
    /** ISO instants: from when on the LRN is taken, and from when on it is free again. */
    readonly at: string;
    readonly until: string;
  };
}

export type BranchName = "granted" | "refused";

export interface Committed {
  readonly status: "committed";
  readonly caseId: string;
  /** The number of acts that the case has now: the number of this one. */
  readonly actCount: number;
  readonly branch: BranchName;
  /** The accounts for which the refused branch was taken. */
  readonly shortAccounts?: readonly string[];
  /** Sequence numbers (from 1 within the case) given to this command's rows, in the branch's order. */
  readonly eventSeqs: readonly number[];
  readonly notificationSeqs: readonly number[];
  readonly leafSeqs: readonly number[];
}

export type CommitResult =
  | Committed
  /** Another act came first; decide again after `actCount` acts (null: no such case). */
  | { readonly status: "act-conflict"; readonly actCount: number | null }
  | { readonly status: "duplicate-lrn"; readonly caseId: string }
  | {
      readonly status: "idempotent-replay";
      readonly caseId: string;
      readonly branch: BranchName;
      readonly response: unknown;
    }
  /** The same key was used for a different request. */
  | { readonly status: "idempotency-mismatch"; readonly caseId: string }
  /** A reservation failed and the request has no `refused` branch. */
  | { readonly status: "reservation-refused"; readonly account: string; readonly unit: string }
  /** Nothing was written; try again later. */
  | { readonly status: "busy"; readonly retryAfterSeconds: number };

/**
 * The connection was lost during COMMIT and the database stayed away, so nobody knows yet. The caller
 * answers 503; a repeat with the same idempotency key finds out.
 */
export class CommitOutcomeUnknownError extends Error {
  constructor(cause: unknown) {
    super("the database was lost while committing; the outcome is not known yet", { cause });
    this.name = "CommitOutcomeUnknownError";
  }
}

/** One request on its way through the queue. */
export interface QueuedCommit {
  readonly request: CommitRequest;
  /** Stored with the events: finds a commit again whose acknowledgement was lost. */
  readonly commitId: string;
  /** The keys that no two requests of a batch may share: case, idempotency key, LRN. */
  readonly keys: readonly string[];
  readonly queuedAtMs: number;
  /** The result this request has if the transaction it was last part of did commit. */
  planned?: Committed;
  settle(result: CommitResult): void;
  fail(error: Error): void;
}
