/**
 * What a leaf of version 2 commits to: the events of one act, each under a salted digest of its own. Whoever may not know
 * an event, or a field of one, is given its digest in place of it and can still recompute the leaf. Digests stand in order
 * of their bytes among decoys, so that neither the number of events that are kept back nor their place can be told.
 */
import { concatBytes, toBase64, utf8 } from "./bytes.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Hash } from "./merkle.ts";

export const SALT_BYTES = 16;
/** Decoys fill up to a multiple of it. */
export const DIGESTS_AT_A_TIME = 16;

const EVENT_TAG = utf8("customhouse/event/v2\n");
const FIELD_TAG = utf8("customhouse/field/v2\n");
const ACT_TAG = utf8("customhouse/act/v2\n");

/** An event as the log commits to it. */
export interface LoggedEvent {
  readonly type: string;
  readonly v: number;
  /** ISO instant in UTC with milliseconds. */
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields of the body that may be kept back one by one: base64 digests in place of them. */
  readonly sealed?: Readonly<Record<string, string>>;
}

export function eventDigest(event: LoggedEvent, salt: Uint8Array, hash: Hash): Uint8Array {
  const { type, v, at, body, sealed } = event;
  const text = canonicalJson({ type, v, at, body, sealed });
  return hash(concatBytes(EVENT_TAG, salt, utf8(text)));
}

/** Of a field that the event does not have, too: its absence is nobody's to know either. */
export function fieldDigest(value: unknown, salt: Uint8Array, hash: Hash): Uint8Array {
  const text = value === undefined ? "" : canonicalJson(value);
  return hash(concatBytes(FIELD_TAG, salt, utf8(text)));
}

/** The entry of the log, whose RFC 6962 leaf hash is in the tree. `number`: MRN, or number of a formality. */
export function actEntry(number: string, digests: readonly string[], hash: Hash): Uint8Array {
  return hash(concatBytes(ACT_TAG, utf8(canonicalJson({ number, digests }))));
}

/** Digests of events and decoys in the order of the leaf. */
export function orderedDigests(digests: readonly Uint8Array[]): string[] {
  return digests.map(toBase64).sort();
}
