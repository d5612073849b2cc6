/** A command on a case, from a person or a passed deadline. */
import { createHash } from "node:crypto";
import type { Command } from "@customhouse/clearance";
import type { WcoDocument } from "@customhouse/model";
import type { Actor } from "../../../platform/access/principal.ts";
import type { PromiseTerms, SignedPromise } from "../../../platform/commit/promise.ts";
import type { NewPayload } from "../../../platform/commit/types.ts";
import { keyUsedBefore, noSuchDeclaration } from "../../../platform/refusal.ts";
import { mayCommand } from "../../traders/standing.ts";
import type { ActOptions, ActResult } from "../contract.ts";
import { arrivalFindings, loadDeclaration } from "../lodge/lodge.ts";
import type { MainPathParts, StoredCase } from "../parts.ts";
import { notInForce } from "../refusals.ts";
import { commitAct } from "./commit-act.ts";
import { type NamedRecords, recordsNamed } from "./named-records.ts";

export async function act(
  parts: MainPathParts,
  actor: Actor,
  caseId: string,
  command: Command,
  options: ActOptions,
): Promise<ActResult> {
  const request = requestOf(actor, caseId, command, options);
  const answer = request && (await parts.store.findAnswer(request.scope, request.key));
  const stored = await parts.store.load(caseId);
  if (stored === undefined) return noSuchDeclaration();
  if (request !== undefined && answer !== undefined) {
    const same = Buffer.from(answer.requestDigest).equals(request.requestDigest);
    return same
      ? { status: "done", case: stored.case, promise: promised(parts, answer.response) }
      : keyUsedBefore();
  }
  return mayCommand(actor, command.type, parts.country.register)
    ? actOn(parts, stored, command, request)
    : notInForce();
}

interface ActRequest {
  readonly scope: string;
  readonly key: string;
  readonly requestDigest: Uint8Array;
}

function requestOf(
  actor: Actor,
  caseId: string,
  command: Command,
  options: ActOptions,
): ActRequest | undefined {
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
  parts: MainPathParts,
  stored: StoredCase,
  command: Command,
  request?: ActRequest,
): Promise<ActResult> {
  const document = await loadDeclaration(parts, stored);
  const named = await recordsNamed(parts, document?.Declaration);
  const { completed, payloads } = complete(parts, stored, command, document, named);
  const acted = await commitAct(parts, {
    stored,
    command: completed,
    declaration: document?.Declaration,
    payloads,
    named,
    claimsLrn: false,
    ...(request === undefined
      ? {}
      : { idempotency: (settled) => ({ ...request, response: settled.terms }) }),
  });
  if (acted.kind === "committed")
    return { status: "done", case: acted.case, promise: acted.promise };
  if (acted.kind === "refused") return acted.refused;
  return { status: "done", case: stored.case, promise: promised(parts, acted.response) };
}

/** What a repeated request was promised the first time. */
function promised(parts: MainPathParts, response: unknown): () => SignedPromise {
  return () => parts.sign(response as PromiseTerms);
}

/** What only the shell knows of a command: today's findings at an arrival, the digest of words that are stored apart. */
function complete(
  parts: MainPathParts,
  stored: StoredCase,
  command: Command,
  document: WcoDocument | undefined,
  named: NamedRecords,
): { readonly completed: Command; readonly payloads: readonly NewPayload[] } {
  if (command.type === "Arrive" && document !== undefined) {
    return {
      completed: { ...command, findings: arrivalFindings(parts, stored, document, named) },
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

/** What a person said, which is stored apart from the events. */
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
