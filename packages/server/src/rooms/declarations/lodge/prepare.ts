/** Turns a message into a command, with all that the decision needs. */
import { type Command, examine } from "@customhouse/clearance";
import { applyAmendment, decode, encodeJson } from "@customhouse/messages";
import {
  type Declaration,
  type Finding,
  formatPointer,
  type MessageKind,
  type WcoDocument,
} from "@customhouse/model";
import type { Actor } from "../../../platform/access/principal.ts";
import type { NewPayload } from "../../../platform/commit/types.ts";
import type { LodgeOptions } from "../contract.ts";
import { type Gathered, gather, knownOf, NOTHING_GATHERED } from "../decide/gather.ts";
import type { DeclarationParts, StoredCase } from "../parts.ts";
import { digestOf, type ReadMessage } from "./read-message.ts";

export interface Prepared {
  readonly stored: StoredCase | undefined;
  readonly command: Command;
  readonly declaration: Declaration | undefined;
  readonly payloads: readonly NewPayload[];
  readonly gathered: Gathered;
}

export async function prepareDeclaration(
  parts: DeclarationParts,
  actor: Actor,
  message: ReadMessage,
  bytes: Uint8Array,
  options: LodgeOptions,
): Promise<Prepared> {
  const { document, digest } = message;
  const { Declaration: declaration = {} } = document;
  const gathered = await gather(parts, declaration);
  const known = knownOf(parts, message, [lodgedBy(actor)], gathered.records);
  return {
    stored: undefined,
    gathered,
    command: {
      type: "Submit",
      declaration,
      digest,
      findings: examine(known).findings,
      ...(actor.tin === undefined ? {} : { submitter: actor.tin }),
    },
    declaration,
    payloads: [newPayload(digest, options.contentType ?? mediaTypeOf(bytes), bytes)],
  };
}

export function lodgedBy({ role, tin }: Actor): string | undefined {
  return role === "trader" ? tin : undefined;
}

/**
 * An arrival accepts a pre-lodged declaration, whoever reports it, so that the register is asked again as at a submission.
 * If the trader was suspended since, the declaration is rejected (03): a control would not do, because acceptance creates
 * a debt. Once a declaration is accepted, an arrival is examined for nothing.
 */
export function arrivalFindings(
  parts: DeclarationParts,
  { case: { submitter } }: StoredCase,
  current: WcoDocument,
  { records }: Gathered,
  presentedBy?: string,
): readonly Finding[] {
  const message = { document: current, messageType: "declaration" };
  return examine(knownOf(parts, message, [submitter, presentedBy], records)).findings;
}

export async function prepareChange(
  parts: DeclarationParts,
  actor: Actor,
  kind: MessageKind,
  message: ReadMessage,
  options: LodgeOptions,
): Promise<Prepared | undefined> {
  const mrn = message.document.Declaration?.ID;
  if (mrn === undefined || (options.mrn !== undefined && options.mrn !== mrn)) return undefined;
  const stored = await parts.store.loadByMrn(mrn);
  if (stored === undefined) return undefined;
  const current = await loadMessage(parts, stored);
  const lrn = message.document.Declaration?.FunctionalReferenceID ?? "";
  const base = { stored, declaration: current?.Declaration, payloads: [] };
  if (kind === "cancellation")
    return { ...base, gathered: NOTHING_GATHERED, command: { type: "Cancel", lrn } };
  if (kind === "arrival") {
    const gathered = await gather(parts, current?.Declaration);
    const findings =
      current === undefined
        ? []
        : arrivalFindings(parts, stored, current, gathered, lodgedBy(actor));
    return { ...base, gathered, command: { type: "Arrive", by: "presentation", findings } };
  }
  return current && prepareAmendment(parts, actor, { stored, current, message, lrn });
}

interface Amendment {
  readonly stored: StoredCase;
  /** The declaration's message as it stands. */
  readonly current: WcoDocument;
  readonly message: ReadMessage;
  readonly lrn: string;
}

async function prepareAmendment(
  parts: DeclarationParts,
  actor: Actor,
  { stored, current, message, lrn }: Amendment,
): Promise<Prepared> {
  const amended = applyAmendment(current, message.document, parts.country.messages);
  const gathered = await gather(parts, amended.document.Declaration);
  const isCustoms = actor.role === "officer" || actor.role === "administrator";
  const findings =
    amended.findings.length > 0
      ? amended.findings
      : examine(
          knownOf(
            parts,
            { document: amended.document, messageType: "declaration" },
            // What customs itself changes goes on whoever was suspended since.
            isCustoms ? "customs" : [lodgedBy(actor)],
            gathered.records,
          ),
        ).findings;
  const changes = amended.changes.map(({ pointer, reason }) => ({
    pointer: formatPointer(pointer),
    reason,
  }));
  const content = new TextEncoder().encode(encodeJson(amended.document));
  const digest = digestOf(content);
  return {
    stored,
    declaration: current.Declaration,
    gathered,
    command: {
      type: "Amend",
      lrn,
      declaration: amended.document.Declaration ?? {},
      digest,
      changes,
      findings,
    },
    payloads: findings.length > 0 ? [] : [newPayload(digest, "application/json", content)],
  };
}

/** The message with the current version of the declaration, or undefined when its personal data were erased. */
export async function loadMessage(
  parts: DeclarationParts,
  stored: StoredCase,
): Promise<WcoDocument | undefined> {
  const payload = await parts.loadPayload(stored.case.caseId, stored.case.documentDigest);
  if (payload === undefined) return undefined;
  return decode(payload.content, { profile: parts.country.messages }).document;
}

function newPayload(digest: string, mediaType: string, content: Uint8Array): NewPayload {
  return { digest: Buffer.from(digest, "hex"), kind: "declaration", mediaType, content };
}

/** JSON starts with a brace; all else was accepted as XML. */
function mediaTypeOf(bytes: Uint8Array): string {
  const first = bytes.find((byte) => byte > 0x20);
  return first === 0x7b ? "application/json" : "application/xml";
}
