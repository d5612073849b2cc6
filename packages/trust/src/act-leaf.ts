/**
 * What a leaf of version 2 commits to: the events of one act, each under a salted digest of its own. Whoever may not know
 * an event, or a field of one, is given its digest in place of it and can still recompute the leaf. Digests stand sorted
 * among decoys, so that neither the number of events that are kept back nor their place can be told.
 *
 * Every digest is the SHA-256 of a text; salts and digests are written in base64.
 */
import { canonicalJson } from "./canonical-json.ts";

/** A multiple of three, so that salts in base64 stand side by side without padding. */
export const SALT_BYTES = 18;
/** Decoys fill up to a multiple of it. */
export const DIGESTS_AT_A_TIME = 16;

/** An event as the log commits to it. */
export interface LoggedEvent {
  readonly type: string;
  readonly v: number;
  /** ISO instant in UTC with milliseconds. */
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields of the body that may be kept back one by one: digests in place of them. */
  readonly sealed?: Readonly<Record<string, string>>;
}

export function eventText({ type, v, at, body, sealed }: LoggedEvent, salt: string): string {
  return `customhouse/event/v2\n${salt}\n${canonicalJson({ type, v, at, body, sealed })}`;
}

/** Of a field that the event does not have, too: its absence is nobody's to know either. */
export function fieldText(value: unknown, salt: string): string {
  return `customhouse/field/v2\n${salt}\n${value === undefined ? "" : canonicalJson(value)}`;
}

/** Its digest is the entry of the log. `number`: MRN, or number of a formality. */
export function actText(number: string, digests: readonly string[]): string {
  return `customhouse/act/v2\n${canonicalJson({ number, digests })}`;
}
