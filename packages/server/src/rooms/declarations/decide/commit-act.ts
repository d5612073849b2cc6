/** One act from command to durable outcome: compose, build the rows, commit, promise. */
import { type Case, type Command, makeMrn } from "@customhouse/clearance";
import { afterDays, type Country, type Declaration, legalDay } from "@customhouse/model";
import { leafHash } from "@customhouse/trust";
import { sha256 } from "../../../platform/commit/log-key.ts";
import type { PromiseTerms, SignedPromise } from "../../../platform/commit/promise.ts";
import type { CommitRequest, NewPayload, StoredBranch } from "../../../platform/commit/types.ts";
import { once, onceEach } from "../../../platform/once.ts";
import type { Refused } from "../../../platform/refusal.ts";
import { coreRefused, notCommitted } from "../../../platform/refusal.ts";
import type { DeclarationParts, StoredCase } from "../parts.ts";
import { notScreened } from "../refusals.ts";
import { commitRequest } from "./commit-request.ts";
import { compose } from "./compose.ts";
import { type Gathered, NOTHING_GATHERED } from "./gather.ts";
import { isScreened, keepScreened } from "./screened.ts";

export interface ActInput {
  readonly stored: StoredCase | undefined;
  readonly command: Command;
  readonly declaration: Declaration | undefined;
  readonly payloads: readonly NewPayload[];
  readonly claimsLrn: boolean;
  readonly lowValue?: boolean;
  readonly gathered?: Gathered;
  /** Builds the idempotency row once the outcome is known: its response is what a repeat will get. */
  readonly idempotency?: (outcome: Settled) => CommitRequest["idempotency"];
}

export interface Settled {
  readonly case: Case;
  readonly terms: PromiseTerms;
  readonly promise: () => SignedPromise;
}

export type Acted =
  | ({ readonly kind: "committed" } & Settled)
  | { readonly kind: "replayed"; readonly response: unknown }
  | { readonly kind: "refused"; readonly refused: Refused };

/** Random bytes for an MRN of any country. */
const MRN_RANDOM_BYTES = 32;

export async function commitAct(parts: DeclarationParts, input: ActInput): Promise<Acted> {
  const now = parts.clock();
  const before = input.stored?.case;
  const caseId = before?.caseId ?? parts.newCaseId();
  const office = officeOf(input, parts.country);
  const { records, lookedUp } = input.gathered ?? NOTHING_GATHERED;
  if (input.command.type === "Reassess" && !(await isScreened(parts, caseId, lookedUp))) {
    return { kind: "refused", refused: notScreened() };
  }
  const outcome = compose({
    office,
    before,
    command: input.command,
    declaration: input.declaration,
    country: parts.country,
    now: now.toISOString(),
    caseId,
    mrn:
      before?.mrn ??
      makeMrn(parts.country, legalDay(now, parts.country), parts.randomBytes(MRN_RANDOM_BYTES)),
    draws: [draw(parts), draw(parts)],
    counts: parts.laneCounts(),
    ...(parts.risk === undefined ? {} : { risk: parts.risk }),
    records,
    lookedUp,
  });
  if (outcome.kind === "refused") return { kind: "refused", refused: coreRefused(outcome) };
  const request = commitRequest({
    actCount: input.stored?.actCount ?? 0,
    outcome,
    now: now.toISOString(),
    payloads: input.payloads,
    office,
    salted: parts.salted,
    ...(input.claimsLrn
      ? { lrnUntil: afterDays(now, parts.country.clearance.days.lrn, parts.country) }
      : {}),
  });
  const seq = (input.stored?.actCount ?? 0) + 1;
  const { granted, refused } = request.branches;
  const settle = (state: Case, [digest = never()]: StoredBranch["leaves"]): Settled => {
    const leaf = Buffer.from(leafHash(digest, sha256)).toString("base64url");
    const terms = { caseId, seq, leaf, at: now.toISOString() };
    return { case: state, terms, promise: once(() => parts.sign(terms)) };
  };
  const settled = settle(outcome.granted.case, granted.leaves);
  const settledShort = onceEach((accounts) =>
    settle(outcome.refused?.(accounts)?.case ?? never(), refused?.(accounts)?.leaves ?? []),
  );
  const idempotency = input.idempotency?.(settled);
  const withKey = idempotency && {
    idempotency: {
      ...idempotency,
      refusedResponse: (accounts: readonly string[]) =>
        input.idempotency?.(settledShort(accounts))?.response,
    },
  };
  const result = await parts.commit({ ...request, ...withKey }, input.lowValue ?? false);
  if (result.status === "committed") {
    const { shortAccounts } = result;
    const done = shortAccounts === undefined ? settled : settledShort(shortAccounts);
    if (outcome.seen !== undefined) parts.risk?.keep(caseId, outcome.seen);
    const routed = outcome.granted.events.some(({ type }) => type === "LaneAssigned");
    keepScreened(parts, { case: done.case, routed }, lookedUp, input.declaration);
    return { kind: "committed", ...done };
  }
  if (result.status === "idempotent-replay") return { kind: "replayed", response: result.response };
  return { kind: "refused", refused: notCommitted(result) };
}

function never(): never {
  throw new Error("an outcome without a leaf");
}

/** 53 random bits as a number in [0, 1). */
function draw(parts: DeclarationParts): number {
  const bytes = parts.randomBytes(8);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Number(view.getBigUint64(0) >> 11n) / 2 ** 53;
}

/**
 * The office in charge: declared, or the one that supervises the goods location. A case keeps its office in an act that does
 * not read the declaration.
 */
function officeOf({ stored, declaration }: ActInput, country: Country): string {
  if (stored !== undefined && declaration === undefined) return stored.office;
  const declared = declaration?.DeclarationOfficeID ?? declaration?.PresentationOffice?.ID;
  if (country.offices.some((office) => office.code === declared)) return declared ?? "";
  const location = declaration?.GoodsShipment?.Consignment?.GoodsLocation?.Name ?? "";
  const office = country.offices.find((entry) =>
    entry.locations.some((prefix) => location.startsWith(prefix)),
  );
  return office?.code ?? country.offices[0]?.code ?? "";
}
