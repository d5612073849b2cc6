/** A trader's message, whatever it asks for: declaration, amendment, cancellation, arrival. */
import type { MessageKind } from "@customhouse/model";
import type { Actor } from "../../../platform/access/principal.ts";
import {
  answerRow,
  type IdempotentRequest,
  onceOnly,
} from "../../../platform/commit/idempotency.ts";
import type { PromiseTerms } from "../../../platform/commit/promise.ts";
import { invalidMessage, noSuchDeclaration } from "../../../platform/refusal.ts";
import type { LodgeOptions, LodgeResult } from "../contract.ts";
import { commitAct, type Settled } from "../decide/commit-act.ts";
import type { DeclarationParts } from "../parts.ts";
import { notEmpowered, notThisKind, notYours } from "../refusals.ts";
import { type Prepared, prepareChange, prepareDeclaration } from "./prepare.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";
import { representationIn } from "./representation.ts";

const TRADER_KINDS: readonly MessageKind[] = [
  "declaration",
  "amendment",
  "cancellation",
  "arrival",
];

export async function lodge(
  parts: DeclarationParts,
  actor: Actor,
  bytes: Uint8Array,
  options: LodgeOptions,
): Promise<LodgeResult> {
  const read = readMessage(bytes, parts.country, options.contentType);
  if (!read.ok) return invalidMessage(read.findings);
  const { message } = read;
  const expected = options.expect ?? TRADER_KINDS;
  const kind = expected.find((entry) => entry === message.kind);
  if (kind === undefined) return notThisKind(message.kind, expected);
  const request = requestOf(actor, message, options);
  const act = () => lodgeAs(parts, actor, kind, { message, bytes, options, request });
  // The same declaration again is found by the commit, which claims its LRN anyhow; a change is looked for first, as
  // deciding it again would find the case changed.
  if (kind === "declaration") return act();
  return onceOnly(parts, request, { act, replay: (response) => replayed(parts, response) });
}

interface Lodging {
  readonly message: ReadMessage;
  readonly bytes: Uint8Array;
  readonly options: LodgeOptions;
  readonly request: IdempotentRequest;
}

async function lodgeAs(
  parts: DeclarationParts,
  actor: Actor,
  kind: MessageKind,
  lodging: Lodging,
): Promise<LodgeResult> {
  const { message, bytes, options } = lodging;
  const prepared =
    kind === "declaration"
      ? await prepareDeclaration(parts, actor, message, bytes, options)
      : await prepareChange(parts, actor, kind, message, options);
  if (prepared === undefined) return noSuchDeclaration();
  const representation = representationIn(parts, actor, kind, prepared);
  if (representation === "not-covered") return notEmpowered();
  if (representation === undefined) {
    return kind === "declaration" ? notYours() : noSuchDeclaration();
  }
  const command =
    prepared.command.type === "Submit"
      ? { ...prepared.command, debtors: representation.debtors }
      : prepared.command;
  return commitLodged(parts, lodging, { ...prepared, command });
}

/** The caller's key, else the declarant's reference with the digest of what was sent. */
function requestOf(actor: Actor, message: ReadMessage, options: LodgeOptions): IdempotentRequest {
  return {
    scope: actor.tin ?? actor.subject,
    key: options.idempotencyKey ?? `${lrnOf(message)}/${message.digest}`,
    requestDigest: Buffer.from(message.digest, "hex"),
  };
}

function lrnOf(message: ReadMessage): string {
  return message.document.Declaration?.FunctionalReferenceID ?? "";
}

async function commitLodged(
  parts: DeclarationParts,
  { request, message, options }: Lodging,
  prepared: Prepared,
): Promise<LodgeResult> {
  const isNew = prepared.command.type === "Submit";
  // Each message starts a conversation of its own; the first one's name is the case's.
  const conversationId = isNew ? undefined : parts.newCaseId();
  const answer = (settled: Settled) => storedAnswer(settled, lrnOf(message), conversationId);
  const acted = await commitAct(parts, {
    ...prepared,
    claimsLrn: isNew,
    lowValue: options.channel === "low-value",
    idempotency: (settled) => answerRow(request, answer(settled)),
  });
  if (acted.kind === "refused") return acted.refused;
  if (acted.kind === "replayed") return replayed(parts, acted.response);
  const promise = acted.promise();
  return { status: "lodged", ...answer(acted), promise, replayed: false };
}

/** The stored answer for a repeated request: all but the signature, which follows from the terms. */
interface StoredLodging {
  readonly caseId: string;
  readonly conversationId: string;
  readonly lrn: string;
  readonly mrn: string;
  readonly promise: PromiseTerms;
}

function storedAnswer(
  { case: { caseId, mrn }, terms }: Settled,
  lrn: string,
  conversationId: string | undefined,
): StoredLodging {
  return { caseId, conversationId: conversationId ?? caseId, lrn, mrn, promise: terms };
}

function replayed(parts: DeclarationParts, response: unknown): LodgeResult {
  const stored = response as StoredLodging;
  const promise = parts.sign(stored.promise);
  return { status: "lodged", ...stored, promise, replayed: true };
}
