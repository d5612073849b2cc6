/**
 * Decides, from what the database said, which requests of a batch may be written and how: pure, so the
 * rules for who wins, who is told what and which branch is taken can be read and tested on their own.
 */
import type { Reservation } from "@customhouse/model";
import { equalBytes } from "@customhouse/trust";
import { settledFrom, type Transfer, transfersOf } from "./transfers.ts";
import type {
  BranchName,
  CaseRow,
  CommitRequest,
  CommitResult,
  Committed,
  QueuedCommit,
  StoredBranch,
} from "./types.ts";

export interface LockedCase {
  readonly case_id: string;
  /** The number of acts: not the version of the declaration. */
  readonly version: number;
  readonly event_count: number;
  readonly notification_count: number;
  readonly leaf_count: number;
}

export interface StoredIdempotency {
  readonly scope: string;
  readonly key: string;
  readonly request_digest: Uint8Array;
  readonly case_id: string;
  readonly branch: BranchName;
  readonly response: unknown;
}

export interface Balance {
  amount: bigint;
  readonly floor: bigint;
}

/** The results of the first database queries of a batch. Maps are keyed by `pairKey`. */
export interface BatchReads {
  readonly wonIdempotency: ReadonlySet<string>;
  readonly storedIdempotency: ReadonlyMap<string, StoredIdempotency>;
  readonly wonLrn: ReadonlySet<string>;
  readonly storedLrn: ReadonlyMap<string, string>;
  readonly cases: ReadonlyMap<string, LockedCase>;
}

export interface PlannedWrite {
  readonly item: QueuedCommit;
  readonly isNew: boolean;
  readonly branch: StoredBranch;
  readonly row: CaseRow;
  readonly before: LockedCase;
  readonly result: Committed;
  readonly transfers: readonly Transfer[];
}

export function pairKey(first: string, second: string): string {
  return `${first}\u0000${second}`;
}

/** The answer for a request that lost before any reservation was tried; undefined when it may go on. */
export function refusalOf(item: QueuedCommit, reads: BatchReads): CommitResult | undefined {
  const { request } = item;
  const key = request.idempotency && pairKey(request.idempotency.scope, request.idempotency.key);
  if (request.idempotency && key !== undefined && !reads.wonIdempotency.has(key)) {
    const stored = reads.storedIdempotency.get(key);
    if (stored === undefined) return { status: "busy", retryAfterSeconds: 1 };
    const caseId = stored.case_id;
    if (!equalBytes(stored.request_digest, request.idempotency.requestDigest)) {
      return { status: "idempotency-mismatch", caseId };
    }
    return {
      status: "idempotent-replay",
      caseId,
      branch: stored.branch,
      response: stored.response,
    };
  }
  const lrn = request.lrnClaim && pairKey(request.lrnClaim.declarant, request.lrnClaim.lrn);
  if (lrn !== undefined && !reads.wonLrn.has(lrn)) {
    const holder = reads.storedLrn.get(lrn);
    if (holder !== request.caseId) {
      return holder === undefined
        ? { status: "busy", retryAfterSeconds: 1 }
        : { status: "duplicate-lrn", caseId: holder };
    }
  }
  if (request.expectedActCount === 0) return undefined;
  const actCount = reads.cases.get(request.caseId)?.version ?? null;
  return actCount === request.expectedActCount ? undefined : { status: "act-conflict", actCount };
}

/** The greatest value of a `bigint` column. */
const GREATEST_BALANCE = 2n ** 63n - 1n;

/**
 * Tries all reservations of one request against the locked balances, which it changes on success.
 * Returns the first that fails.
 */
export function reserve(
  reservations: readonly Reservation[],
  balances: ReadonlyMap<string, Balance>,
): Reservation | undefined {
  const after = new Map<string, bigint>();
  for (const reservation of reservations) {
    const key = pairKey(reservation.account, reservation.unit);
    const balance = balances.get(key);
    if (balance === undefined) return reservation;
    const left = (after.get(key) ?? balance.amount) - reservation.amountMinor;
    if (left < balance.floor || left > GREATEST_BALANCE) return reservation;
    after.set(key, left);
  }
  for (const [key, amount] of after) {
    const balance = balances.get(key);
    if (balance !== undefined) balance.amount = amount;
  }
  return undefined;
}

export const NO_EVENTS = "a branch without events cannot be committed";
const NEW_CASE = { version: 0, event_count: 0, notification_count: 0, leaf_count: 0 };

/** The write for a request that won, or its refusal when it has no branch for failed reservations. */
export function planWrite(
  item: QueuedCommit,
  reads: BatchReads,
  balances: ReadonlyMap<string, Balance>,
): PlannedWrite | CommitResult {
  const { request } = item;
  const taken = takeBranch(request, balances);
  if ("status" in taken) return taken;
  const { branch, reservations, shortAccounts } = taken;
  if (branch.events.length === 0) throw new Error(NO_EVENTS);
  const before = reads.cases.get(request.caseId) ?? { case_id: request.caseId, ...NEW_CASE };
  const result: Committed = {
    status: "committed",
    caseId: request.caseId,
    actCount: request.expectedActCount + 1,
    branch: shortAccounts.length === 0 ? "granted" : "refused",
    ...(shortAccounts.length === 0 ? {} : { shortAccounts }),
    eventSeqs: numbersAfter(before.event_count, branch.events.length),
    notificationSeqs: numbersAfter(before.notification_count, branch.notifications.length),
    leafSeqs: numbersAfter(before.leaf_count, branch.leaves.length),
  };
  const isNew = request.expectedActCount === 0;
  const transfers = [
    ...transfersOf(request.caseId, reservations),
    ...settledFrom(request.caseId, branch.settlements ?? []),
  ];
  return { item, isNew, branch, row: branch.row ?? request.row, before, result, transfers };
}

interface TakenBranch {
  readonly branch: StoredBranch;
  readonly reservations: readonly Reservation[];
  /** Empty: everything holds. */
  readonly shortAccounts: readonly string[];
}

/** Each account that is short changes what the others are asked for; there are never many. */
const MAX_SHORT_ACCOUNTS = 20;

function takeBranch(
  { branches, reservations: wanted }: CommitRequest,
  balances: ReadonlyMap<string, Balance>,
): TakenBranch | CommitResult {
  const shortAccounts: string[] = [];
  let branch = branches.granted;
  let reservations = wanted;
  for (;;) {
    const failed = reserve(reservations, balances);
    if (failed === undefined) return { branch, reservations, shortAccounts };
    const { account, unit } = failed;
    const stuck = shortAccounts.includes(account) || shortAccounts.length >= MAX_SHORT_ACCOUNTS;
    if (branches.refused === undefined || stuck) {
      return { status: "reservation-refused", account, unit };
    }
    shortAccounts.push(account);
    const other = branches.refused([...shortAccounts]);
    if (other === undefined) return { status: "reservation-refused", account, unit };
    branch = other;
    reservations = other.reservations ?? [];
  }
}

function numbersAfter(count: number, more: number): number[] {
  return Array.from({ length: more }, (_, index) => count + index + 1);
}
