/**
 * What lodging a message would find wrong with it; nothing is stored. Whoever may lodge the declaration is told what the
 * records say that it names, as at a submission. To anybody else those records do not exist, and only the message itself
 * is checked.
 */
import { examine, type NamedRecords, supplementRight, takenFindings } from "@customhouse/clearance";
import { type Finding, legalDay } from "@customhouse/model";
import type { Actor } from "../../../platform/access/principal.ts";
import type { ValidationReport } from "../contract.ts";
import { knownOf, recordsNamed } from "../decide/gather.ts";
import type { DeclarationParts } from "../parts.ts";
import { checkMessage } from "./check-message.ts";
import { lodgedBy } from "./prepare.ts";
import { type ReadMessage, readMessage } from "./read-message.ts";
import { representationIn } from "./representation.ts";

export async function validateMessage(
  parts: DeclarationParts,
  actor: Actor | undefined,
  bytes: Uint8Array,
  contentType?: string,
): Promise<ValidationReport> {
  const message = actor && lodgeable(parts, actor, bytes, contentType);
  if (actor === undefined || message === undefined) {
    const today = legalDay(parts.clock(), parts.country);
    return checkMessage(bytes, parts.country, today, contentType);
  }
  const records = await recordsNamed(parts, message.document.Declaration);
  const wrong = examine(knownOf(parts, message, [lodgedBy(actor)], records)).findings;
  const findings = wrong.length > 0 ? wrong : await takenAlready(parts, message, records);
  return { valid: findings.length === 0, messageType: message.messageType, findings };
}

/** Undefined: no declaration, or not this one's to lodge. */
function lodgeable(
  parts: DeclarationParts,
  actor: Actor,
  bytes: Uint8Array,
  contentType: string | undefined,
): ReadMessage | undefined {
  const read = readMessage(bytes, parts.country, contentType);
  if (!read.ok || read.message.kind !== "declaration") return undefined;
  const lodged = { stored: undefined, declaration: read.message.document.Declaration };
  const may = representationIn(parts, actor, "declaration", lodged);
  return typeof may === "object" ? read.message : undefined;
}

/** At a submission the ledger tells who was quicker; here its balances do. */
async function takenAlready(
  { country, readBalance }: DeclarationParts,
  { document: { Declaration: declaration = {} } }: ReadMessage,
  { simplified }: NamedRecords,
): Promise<readonly Finding[]> {
  const rights = [...simplified.values()].map(supplementRight);
  const left = await Promise.all(rights.map(({ account, unit }) => readBalance(account, unit)));
  const short = rights.filter(({ amountMinor }, index) => (left[index] ?? 0n) < amountMinor);
  return takenFindings(declaration, country, new Set(short.map(({ account }) => account)));
}
