/** A command on a case, from a person or a passed deadline. */
import { createHash } from "node:crypto";
import type { Command } from "@customhouse/clearance";
import type { Declaration, WcoDocument } from "@customhouse/model";
import type { Actor } from "../../../platform/access/principal.ts";
import {
  answerRow,
  type IdempotentRequest,
  onceOnly,
} from "../../../platform/commit/idempotency.ts";
import type { PromiseTerms } from "../../../platform/commit/promise.ts";
import type { NewPayload } from "../../../platform/commit/types.ts";
import { noSuchDeclaration, notInForce } from "../../../platform/refusal.ts";
import type { ActOptions, ActResult, SystemCommand } from "../contract.ts";
import { arrivalFindings, loadMessage } from "../lodge/prepare.ts";
import type { DeclarationParts, StoredCase } from "../parts.ts";
import { commitAct } from "./commit-act.ts";
import { type Gathered, gather, NOTHING_GATHERED } from "./gather.ts";
import { mayCommand } from "./may-command.ts";

export async function act(
  parts: DeclarationParts,
  actor: Actor,
  caseId: string,
  command: Command,
  options: ActOptions,
): Promise<ActResult> {
  const stored = await parts.store.load(caseId);
  if (stored === undefined) return noSuchDeclaration();
  const request = requestOf(actor, caseId, command, options);
  return onceOnly(parts, request, {
    replay: async (response): Promise<ActResult> =>
      replayed(parts, (await parts.store.load(caseId)) ?? stored, response),
    act: async () =>
      mayCommand(actor, command.type, parts.country.register)
        ? actOn(parts, stored, command, request)
        : notInForce(),
  });
}

function requestOf(
  actor: Actor,
  caseId: string,
  command: Command,
  options: ActOptions,
): IdempotentRequest | undefined {
  if (options.idempotencyKey === undefined) return undefined;
  const content = JSON.stringify([caseId, command], (_name, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return {
    scope: `act/${actor.subject}`,
    key: options.idempotencyKey,
    requestDigest: createHash("sha256").update(content).digest(),
  };
}

export async function actOn(
  parts: DeclarationParts,
  stored: StoredCase,
  command: Command,
  request?: IdempotentRequest,
): Promise<ActResult> {
  const current = await loadMessage(parts, stored);
  const gathered = await gatherFor(parts, command, current?.Declaration);
  const { completed, payloads } = complete(parts, stored, command, current, gathered);
  const acted = await commitAct(parts, {
    stored,
    command: completed,
    declaration: current?.Declaration,
    payloads,
    gathered,
    claimsLrn: false,
    ...(request === undefined
      ? {}
      : { idempotency: (settled) => answerRow(request, settled.terms) }),
  });
  if (acted.kind === "committed")
    return { status: "done", case: acted.case, promise: acted.promise };
  if (acted.kind === "refused") return acted.refused;
  return replayed(parts, stored, acted.response);
}

/** The answer to a repeated request: the promise of the first time, and the case as it is now. */
function replayed(parts: DeclarationParts, stored: StoredCase, response: unknown): ActResult {
  return {
    status: "done",
    case: stored.case,
    promise: () => parts.sign(response as PromiseTerms),
  };
}

/** Whom an erasure names is not looked for: what is asked about a party is kept with it. */
async function gatherFor(
  parts: DeclarationParts,
  command: Command,
  declaration: Declaration | undefined,
): Promise<Gathered> {
  return command.type === "ErasePersonalData" ? NOTHING_GATHERED : gather(parts, declaration);
}

/** Completes a command with the findings of today (arrival) or with the digest of words that are stored apart. */
function complete(
  parts: DeclarationParts,
  stored: StoredCase,
  command: Command,
  current: WcoDocument | undefined,
  gathered: Gathered,
): { readonly completed: Command; readonly payloads: readonly NewPayload[] } {
  if (command.type === "Arrive" && current !== undefined) {
    return {
      completed: { ...command, findings: arrivalFindings(parts, stored, current, gathered) },
      payloads: [],
    };
  }
  const words = wordsOf(command);
  if (words === undefined) return { completed: command, payloads: [] };
  const content = new TextEncoder().encode(words);
  const digest = createHash("sha256").update(content).digest();
  return {
    completed: { ...command, textDigest: digest.toString("hex") } as Command,
    payloads: [{ digest, kind: "dialogue", mediaType: "text/plain", content }],
  };
}

/** The words of a person, which are stored apart from the events. */
function wordsOf(command: Command): string | undefined {
  switch (command.type) {
    case "RaiseQuery":
    case "AnswerQuery":
      return command.text;
    case "DecideAgencyCheck":
      return command.reason;
    case "RecordControlResult":
      return command.finding;
    default:
      return undefined;
  }
}

/** Undefined: there is no such declaration. Where somebody else was quicker the case is read anew. */
export async function giveCommand(
  parts: DeclarationParts,
  { mrn, command, subject, key, tries = 1 }: SystemCommand,
): Promise<ActResult | undefined> {
  let stored = await parts.store.loadByMrn(mrn);
  if (stored === undefined) return undefined;
  const { caseId } = stored.case;
  if (key !== undefined)
    return act(parts, { subject, role: "system" }, caseId, command, { idempotencyKey: key });
  for (let tried = 1; ; tried += 1) {
    const result = await actOn(parts, stored, command);
    const isLate = result.status === "refused" && result.httpStatus === 409;
    if (!isLate || tried === tries) return result;
    stored = (await parts.store.load(caseId)) ?? stored;
  }
}
