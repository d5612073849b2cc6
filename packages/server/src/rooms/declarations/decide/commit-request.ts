/** Turns a decided act into the rows of one transaction. */
import type { Case } from "@customhouse/clearance";
import { DECLARATION } from "../../../platform/cases/case-sorts.ts";
import { leafOf, storedEvents } from "../../../platform/commit/stored-events.ts";
import type {
  CaseRow,
  CommitRequest,
  NewPayload,
  StoredBranch,
} from "../../../platform/commit/types.ts";
import type { KeyedHash } from "../../../platform/keyed-hash.ts";
import { onceEach } from "../../../platform/once.ts";
import { declarationRow } from "../store/declaration-row.ts";
import { sealedFields } from "../wire/event-view.ts";
import type { DecidedBranch, Outcome } from "./compose.ts";

export interface RequestInput {
  /** How many acts the case has; 0 for a new one. */
  readonly actCount: number;
  readonly outcome: Outcome;
  readonly now: string;
  readonly payloads: readonly NewPayload[];
  readonly office: string;
  /** Makes the salts of log leaves, so that a digest on the log tells nothing about a guessed content. */
  readonly salted: KeyedHash;
  /** From when on the declarant may use the LRN again; absent: the act takes none. */
  readonly lrnUntil?: string;
}

export function commitRequest(input: RequestInput): CommitRequest {
  const { granted, refused } = input.outcome;
  const { reservations } = granted;
  const state = granted.case;
  return {
    caseId: state.caseId,
    expectedActCount: input.actCount,
    row: rowOf(state, input),
    branches: {
      granted: storedBranch(granted, input),
      ...(refused === undefined
        ? {}
        : { refused: onceEach((accounts) => storedRefusal(refused(accounts), input)) }),
    },
    reservations: [...reservations],
    opens: reservations.flatMap(({ account, unit, floorIfNew }) =>
      floorIfNew === undefined ? [] : [{ account, unit, floor: floorIfNew }],
    ),
    ...lrnClaimOf(state, input),
  };
}

function lrnClaimOf(
  { declarant, lrn }: Case,
  { now, lrnUntil }: RequestInput,
): Pick<CommitRequest, "lrnClaim"> {
  return lrnUntil === undefined ? {} : { lrnClaim: { declarant, lrn, at: now, until: lrnUntil } };
}

function rowOf(state: Case, input: RequestInput): CaseRow {
  return {
    caseId: state.caseId,
    country: state.country,
    sort: DECLARATION,
    number: state.mrn,
    kind: state.declarationType,
    holder: state.declarant,
    office: input.office,
    parties: state.parties,
    agencies: [...new Set(state.checks.map((check) => check.agency))],
    submittedAt: state.at.registered ?? input.now,
    updatedAt: input.now,
    snapshot: state,
    own: declarationRow(state),
  };
}

function storedRefusal(
  branch: DecidedBranch | undefined,
  input: RequestInput,
): StoredBranch | undefined {
  if (branch === undefined) return undefined;
  const { reservations } = branch;
  return { ...storedBranch(branch, input), row: rowOf(branch.case, input), reservations };
}

function storedBranch(branch: DecidedBranch, input: RequestInput): StoredBranch {
  return {
    events: storedEvents(branch.events, input.now),
    notifications: branch.notifications.map(({ party, functionCode, issuedAt, response }) => ({
      party,
      functionCode,
      issuedAt,
      body: response,
    })),
    payloads: input.payloads,
    deadlines: branch.case.deadlines,
    leaves: [leafOf(branch.case, branch.events, input.salted, sealedFields)],
    settlements: branch.settlements,
  };
}
