/** A trader's message, whatever it asks for: declaration, amendment, cancellation, arrival. */
import { type Command, stockFindings } from "@customhouse/clearance";
import { applyAmendment, decode, encodeJson, validate } from "@customhouse/messages";
import {
  type Declaration,
  type Finding,
  formatPointer,
  type MessageKind,
  type WcoDocument,
} from "@customhouse/model";
import { partyFindings, registerFindings } from "@customhouse/traders";
import type { Actor } from "../../../platform/access/principal.ts";
import type { PromiseTerms } from "../../../platform/commit/promise.ts";
import type { NewPayload } from "../../../platform/commit/types.ts";
import { keyUsedBefore, noSuchDeclaration } from "../../../platform/refusal.ts";
import type { LodgeOptions, LodgeResult } from "../contract.ts";
import { type ActInput, commitAct, type Settled } from "../decide/commit-act.ts";
import {
  type NamedRecords,
  NOTHING_NAMED,
  recordFindings,
  recordsNamed,
} from "../decide/named-records.ts";
import type { MainPathParts, StoredCase } from "../parts.ts";
import { invalidMessage, notEmpowered, notThisKind, notYours } from "../refusals.ts";
import { digestOf, type ReadMessage, readMessage } from "./read-message.ts";
import { representationIn } from "./representation.ts";

const TRADER_KINDS: readonly MessageKind[] = [
  "declaration",
  "amendment",
  "cancellation",
  "arrival",
];

export async function lodge(
  parts: MainPathParts,
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
  if (kind !== "declaration") {
    const answered = await answeredBefore(parts, request);
    if (answered !== undefined) return answered;
  }
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
  return commitLodged(parts, request, message, options, { ...prepared, command });
}

interface Prepared {
  readonly stored: StoredCase | undefined;
  readonly command: Command;
  readonly declaration: Declaration | undefined;
  readonly payloads: readonly NewPayload[];
  readonly named: NamedRecords;
}

async function prepareDeclaration(
  parts: MainPathParts,
  actor: Actor,
  message: ReadMessage,
  bytes: Uint8Array,
  options: LodgeOptions,
): Promise<Prepared> {
  const { document, digest } = message;
  const declaration = document.Declaration ?? {};
  const named = await recordsNamed(parts, declaration);
  return {
    stored: undefined,
    named,
    command: {
      type: "Submit",
      document,
      digest,
      findings: submissionFindings(parts, actor, message, named),
      ...(actor.tin === undefined ? {} : { submitter: actor.tin }),
    },
    declaration,
    payloads: [payload(digest, options.contentType ?? sniff(bytes), bytes)],
  };
}

/** Everything that keeps a new declaration from being accepted. */
export function submissionFindings(
  parts: MainPathParts,
  actor: Actor,
  { document, messageType }: ReadMessage,
  named: NamedRecords,
): readonly Finding[] {
  const { Declaration: declaration = {} } = document;
  return [
    ...allFindings(parts, document, messageType, named),
    ...partyFindings(declaration, parts.country, lodgedBy(actor)),
  ];
}

/** The profile's rules and the register, as of today. */
function allFindings(
  parts: MainPathParts,
  document: WcoDocument,
  messageType: string,
  named: NamedRecords,
): readonly Finding[] {
  const date = parts.clock().toISOString().slice(0, 10);
  const findings = validate(document, messageType, parts.country.messages, { date });
  const { Declaration: declaration } = document;
  return declaration === undefined
    ? findings
    : [
        ...findings,
        ...registerFindings(declaration, parts.country),
        ...recordFindings(parts, declaration, named, date),
        ...stockFindings(declaration, parts.country),
      ];
}

function lodgedBy({ role, tin }: Actor): string | undefined {
  return role === "trader" ? tin : undefined;
}

/**
 * An arrival is what accepts a pre-lodged declaration, whoever reports it: the register is asked again as it is at a
 * submission. Who was suspended since has the declaration rejected (03) and not merely controlled, since acceptance
 * makes it owe a debt and nothing of its goods has been let go yet. Findings count for nothing once it is accepted.
 */
export function arrivalFindings(
  parts: MainPathParts,
  { case: { submitter } }: StoredCase,
  document: WcoDocument,
  named: NamedRecords,
  presentedBy?: string,
): readonly Finding[] {
  const { Declaration: declaration = {} } = document;
  return [
    ...allFindings(parts, document, "declaration", named),
    ...partyFindings(declaration, parts.country, submitter, presentedBy),
  ];
}

/** What customs itself changes goes on whoever was suspended since. */
function changeFindings(
  parts: MainPathParts,
  actor: Actor,
  document: WcoDocument,
  named: NamedRecords,
): readonly Finding[] {
  const { Declaration: declaration = {} } = document;
  const isCustoms = actor.role === "officer" || actor.role === "administrator";
  return [
    ...allFindings(parts, document, "declaration", named),
    ...(isCustoms ? [] : partyFindings(declaration, parts.country, lodgedBy(actor))),
  ];
}

async function prepareChange(
  parts: MainPathParts,
  actor: Actor,
  kind: MessageKind,
  message: ReadMessage,
  options: LodgeOptions,
): Promise<Prepared | undefined> {
  const mrn = message.document.Declaration?.ID;
  if (mrn === undefined || (options.mrn !== undefined && options.mrn !== mrn)) return undefined;
  const stored = await parts.store.loadByMrn(mrn);
  if (stored === undefined) return undefined;
  const document = await loadDeclaration(parts, stored);
  const lrn = message.document.Declaration?.FunctionalReferenceID ?? "";
  const base = { stored, declaration: document?.Declaration };
  if (kind === "arrival") {
    const named = await recordsNamed(parts, document?.Declaration);
    const findings =
      document === undefined
        ? []
        : arrivalFindings(parts, stored, document, named, lodgedBy(actor));
    return {
      ...base,
      named,
      command: { type: "Arrive", by: "presentation", findings },
      payloads: [],
    };
  }
  if (kind === "cancellation")
    return { ...base, named: NOTHING_NAMED, command: { type: "Cancel", lrn }, payloads: [] };
  if (document === undefined) return undefined;
  const amended = applyAmendment(document, message.document, parts.country.messages);
  const named = await recordsNamed(parts, amended.document.Declaration);
  const findings = [
    ...amended.findings,
    ...(amended.findings.length > 0 ? [] : changeFindings(parts, actor, amended.document, named)),
  ];
  const changes = amended.changes.map(({ pointer, reason }) => ({
    pointer: formatPointer(pointer),
    reason,
  }));
  const content = new TextEncoder().encode(encodeJson(amended.document));
  const digest = digestOf(content);
  return {
    ...base,
    named,
    command: { type: "Amend", lrn, document: amended.document, digest, changes, findings },
    payloads: findings.length > 0 ? [] : [payload(digest, "application/json", content)],
  };
}

/** The current version of the declaration, or undefined when its personal data were erased. */
export async function loadDeclaration(
  parts: MainPathParts,
  stored: StoredCase,
): Promise<WcoDocument | undefined> {
  const document = await parts.store.loadDocument(stored.case.caseId, stored.case.documentDigest);
  if (document === undefined) return undefined;
  return decode(document.content, { profile: parts.country.messages }).document;
}

interface IdempotentRequest {
  readonly scope: string;
  readonly key: string;
  readonly requestDigest: Uint8Array;
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

/** A change that was made already is answered as it was: deciding it again would find the case changed. */
async function answeredBefore(
  parts: MainPathParts,
  request: IdempotentRequest,
): Promise<LodgeResult | undefined> {
  const answer = await parts.store.findAnswer(request.scope, request.key);
  if (answer === undefined) return undefined;
  const same = Buffer.from(answer.requestDigest).equals(request.requestDigest);
  return same ? replayed(parts, answer.response) : keyUsedBefore();
}

async function commitLodged(
  parts: MainPathParts,
  request: IdempotentRequest,
  message: ReadMessage,
  options: LodgeOptions,
  prepared: Prepared,
): Promise<LodgeResult> {
  const isNew = prepared.command.type === "Submit";
  // Each message starts a conversation of its own; the first one's name is the case's.
  const conversationId = isNew ? undefined : parts.newCaseId();
  const answer = (settled: Settled) => storedAnswer(settled, lrnOf(message), conversationId);
  const input: ActInput = {
    ...prepared,
    claimsLrn: isNew,
    lowValue: options.channel === "low-value",
    idempotency: (settled) => ({ ...request, response: answer(settled) }),
  };
  const acted = await commitAct(parts, input);
  if (acted.kind === "refused") return acted.refused;
  if (acted.kind === "replayed") return replayed(parts, acted.response);
  const promise = acted.promise();
  return { status: "lodged", ...answer(acted), promise, replayed: false };
}

/** What is kept to answer the same request again: all but the signature, which follows from the terms. */
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

function replayed(parts: MainPathParts, response: unknown): LodgeResult {
  const stored = response as StoredLodging;
  const promise = parts.sign(stored.promise);
  return { status: "lodged", ...stored, promise, replayed: true };
}

function payload(digest: string, mediaType: string, content: Uint8Array): NewPayload {
  return { digest: Buffer.from(digest, "hex"), kind: "declaration", mediaType, content };
}

/** JSON starts with a brace; all else was accepted as XML. */
function sniff(bytes: Uint8Array): string {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x7b ? "application/json" : "application/xml";
}
