/**
 * The salted digests of an act, made when it is committed and again when its leaf is opened. Salts and decoys follow from
 * a secret and from the act's place in its case: none is stored, and one that is shown tells nothing about another. Texts
 * are hashed as they are and digests stay text: this runs for every act.
 */
import { hash } from "node:crypto";
import {
  actText,
  DIGESTS_AT_A_TIME,
  eventText,
  fieldText,
  type LoggedEvent,
  SALT_BYTES,
} from "@customhouse/trust";
import type { KeyedHash } from "../keyed-hash.ts";

/**
 * Which fields of an event some reader of the event may not see, by type. They get digests of their own. What a version of
 * an event seals never changes: a leaf is opened by sealing it again.
 */
export type SealedFields = (type: string) => readonly string[];

export interface ActPlace {
  readonly caseId: string;
  /** The number of events of the case after the act. */
  readonly eventCount: number;
}

export interface DecidedEvent {
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
  readonly at: string;
}

export interface DigestedEvent {
  readonly logged: LoggedEvent;
  /** Base64. */
  readonly salt: string;
  readonly sealed: readonly SealedField[];
}

const DIGEST_BYTES = 32;

interface SealedField {
  readonly name: string;
  readonly value: unknown;
  readonly salt: string;
}

export interface DigestedAct {
  readonly events: readonly DigestedEvent[];
  /** Base64, in the order of the leaf, with decoys. */
  readonly digests: readonly string[];
}

export function digestAct(
  { caseId, eventCount }: ActPlace,
  events: readonly DecidedEvent[],
  salted: KeyedHash,
  sealedFields: SealedFields,
): DigestedAct {
  const sealed = events.map(({ type }) => sealedFields(type));
  const salts = events.length + sealed.reduce((sum, names) => sum + names.length, 0);
  const decoys = Math.ceil(events.length / DIGESTS_AT_A_TIME) * DIGESTS_AT_A_TIME - events.length;
  const secret = salted(`act/${caseId}/${eventCount}`);
  const take = expanded(secret, salts * SALT_BYTES + decoys * DIGEST_BYTES);
  const digested = events.map((event, at) =>
    digestEvent(event, sealed[at] ?? [], () => take(SALT_BYTES)),
  );
  const digests = digested.map(({ logged, salt }) => digestOf(eventText(logged, salt)));
  for (let decoy = 0; decoy < decoys; decoy += 1) digests.push(take(DIGEST_BYTES));
  return { events: digested, digests: digests.sort() };
}

/** The entry of the log for an act of the case with this MRN, or formality with this number. */
export function entryOf(number: string, { digests }: DigestedAct): Uint8Array {
  return hash("sha256", actText(number, digests), "buffer");
}

function digestOf(text: string): string {
  return hash("sha256", text, "base64");
}

function digestEvent(
  { type, v, body, at }: DecidedEvent,
  names: readonly string[],
  nextSalt: () => string,
): DigestedEvent {
  const logged = { type, v, at: instantOf(at), body: body as LoggedEvent["body"] };
  const salt = nextSalt();
  if (names.length === 0) return { logged, salt, sealed: [] };
  const fields = Object.entries(logged.body);
  const open = Object.fromEntries(fields.filter(([name]) => !names.includes(name)));
  const sealed = names.map((name) => ({ name, value: logged.body[name], salt: nextSalt() }));
  const digests = sealed.map((field) => [field.name, digestOf(fieldText(field.value, field.salt))]);
  return { logged: { ...logged, body: open, sealed: Object.fromEntries(digests) }, salt, sealed };
}

const IN_MILLISECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Most times are written as the log writes them already. */
function instantOf(at: string): string {
  return IN_MILLISECONDS.test(at) ? at : new Date(at).toISOString();
}

/** As many bytes of the secret's own as an act needs, from one hash (SHAKE256, FIPS 202), given out piece by piece in base64. */
function expanded(secret: Buffer, bytes: number): (bytes: number) => string {
  const stream = hash("shake256", secret, { outputEncoding: "buffer", outputLength: bytes });
  let taken = 0;
  return (wanted) => {
    taken += wanted;
    return stream.toString("base64", taken - wanted, taken);
  };
}
