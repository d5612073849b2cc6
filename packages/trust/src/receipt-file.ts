/** The file of receipts that the owner of a case keeps, and the checks that anybody can make of it offline. */

import { actText, eventText, fieldText, type LoggedEvent, SALT_BYTES } from "./act-leaf.ts";
import { equalBytes, fromBase64, toBase64, utf8 } from "./bytes.ts";
import type { Hash } from "./merkle.ts";
import { HASH_BYTES } from "./merkle.ts";
import { type NoteVerifier, parseNote } from "./note.ts";
import { checkReceipt, parseReceipt } from "./receipt.ts";

/** A field that was sealed, and what opens it. Without `value` the event has no such field. */
export interface OpenedField {
  readonly salt: string;
  readonly value?: unknown;
}

export interface OpenedEvent extends LoggedEvent {
  readonly salt: string;
  readonly opened?: Readonly<Record<string, OpenedField>>;
}

/** What the leaf was made of, as far as the reader may know it. */
export interface LeafContent {
  readonly v: 2;
  /** MRN, or number of a formality. */
  readonly number: string;
  /** Base64, in the order of the leaf. */
  readonly digests: readonly string[];
  readonly events: readonly OpenedEvent[];
}

export interface ReceiptItem {
  readonly index: string;
  /** The log's entry, base64. */
  readonly leaf: string;
  /** C2SP tlog-proof. */
  readonly proof: string;
  /** Absent for leaves of version 1, whose content cannot be opened. */
  readonly content?: LeafContent;
}

/** In this order; the first that fails is named. */
export const RECEIPT_CHECKS = ["format", "key", "signature", "inclusion", "content"] as const;
export type ReceiptCheck = (typeof RECEIPT_CHECKS)[number];

export interface CheckedItem {
  readonly index?: string;
  readonly failed?: ReceiptCheck;
  /** What is proven to have happened. Empty when the leaf was not opened. */
  readonly events: readonly OpenedEvent[];
  readonly number?: string;
}

export interface CheckedFile {
  readonly sound: boolean;
  readonly items: readonly CheckedItem[];
}

const MAX_CHARACTERS = 20_000_000;
const UNREADABLE: CheckedFile = { sound: false, items: [{ failed: "format", events: [] }] };

export function checkReceiptFile(text: string, log: NoteVerifier, hash: Hash): CheckedFile {
  const items = readItems(text);
  if (items === undefined) return UNREADABLE;
  const checked = items.map((item) => checkItem(item, log, hash));
  return { sound: checked.every((item) => item.failed === undefined), items: checked };
}

function checkItem(given: unknown, log: NoteVerifier, hash: Hash): CheckedItem {
  const item = isReceiptItem(given) ? given : undefined;
  if (item === undefined) return { failed: "format", events: [] };
  const failed = firstFailure(item, log, hash);
  const { index, content } = item;
  if (failed !== undefined) return { index, failed, events: [] };
  return {
    index,
    events: content?.events ?? [],
    ...(content === undefined ? {} : { number: content.number }),
  };
}

function firstFailure(item: ReceiptItem, log: NoteVerifier, hash: Hash): ReceiptCheck | undefined {
  const receipt = parseReceipt(item.proof);
  const note = parseNote(receipt?.checkpoint ?? "");
  const entry = fromBase64(item.leaf);
  if (receipt === undefined || note === undefined || entry?.length !== HASH_BYTES) return "format";
  const isSignedByLog = note.signatures.some(
    ({ name, keyId }) => name === log.name && equalBytes(keyId, log.keyId),
  );
  if (!isSignedByLog) return "key";
  const problem = checkReceipt(item.proof, entry, { log }, hash);
  if (problem === "malformed") return "format";
  if (problem === "signature") return "signature";
  if (problem === "origin") return "key";
  if (problem !== undefined || item.index !== String(receipt.index)) return "inclusion";
  return item.content === undefined || opens(item.content, entry, hash) ? undefined : "content";
}

/** Do the events, under their salts, stand among the digests, and do the digests give the entry? */
function opens({ number, digests, events }: LeafContent, entry: Uint8Array, hash: Hash): boolean {
  if (!equalBytes(hash(utf8(actText(number, digests))), entry)) return false;
  const left = new Set(digests);
  return events.every((event) => {
    if (!isSalt(event.salt) || !fieldsOpen(event, hash)) return false;
    // Taken out: one digest proves one event.
    return left.delete(toBase64(hash(utf8(eventText(event, event.salt)))));
  });
}

function fieldsOpen({ opened = {}, sealed = {} }: OpenedEvent, hash: Hash): boolean {
  return Object.entries(opened).every(([name, { salt, value }]) => {
    if (!isSalt(salt) || !Object.hasOwn(sealed, name)) return false;
    return toBase64(hash(utf8(fieldText(value, salt)))) === sealed[name];
  });
}

function isSalt(text: string): boolean {
  return fromBase64(text)?.length === SALT_BYTES;
}

function readItems(text: string): readonly unknown[] | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  try {
    const file: unknown = JSON.parse(text);
    const known = isObject(file) && hasOnly(file, ["items"]) ? file.items : undefined;
    return Array.isArray(known) && known.length > 0 ? known : undefined;
  } catch {
    return undefined;
  }
}

// A field that nothing checks would be believed all the same, so there may be none.

function isReceiptItem(item: unknown): item is ReceiptItem {
  return (
    isObject(item) &&
    hasOnly(item, ["index", "leaf", "proof", "content"]) &&
    [item.index, item.leaf, item.proof].every((text) => typeof text === "string") &&
    (item.content === undefined || isContent(item.content))
  );
}

function isContent(content: unknown): content is LeafContent {
  return (
    isObject(content) &&
    hasOnly(content, ["v", "number", "digests", "events"]) &&
    content.v === 2 &&
    typeof content.number === "string" &&
    Array.isArray(content.digests) &&
    content.digests.every((digest) => typeof digest === "string") &&
    Array.isArray(content.events) &&
    content.events.every(isOpenedEvent)
  );
}

function isOpenedEvent(event: unknown): event is OpenedEvent {
  return (
    isObject(event) &&
    hasOnly(event, ["salt", "type", "v", "at", "body", "sealed", "opened"]) &&
    [event.salt, event.type, event.at].every((text) => typeof text === "string") &&
    typeof event.v === "number" &&
    isObject(event.body) &&
    isRecordOf(event.sealed ?? {}, (digest) => typeof digest === "string") &&
    isRecordOf(
      event.opened ?? {},
      (field) =>
        isObject(field) && hasOnly(field, ["salt", "value"]) && typeof field.salt === "string",
    )
  );
}

function isRecordOf(value: unknown, check: (field: unknown) => boolean): boolean {
  return isObject(value) && Object.values(value).every(check);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasOnly(value: Record<string, unknown>, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}
