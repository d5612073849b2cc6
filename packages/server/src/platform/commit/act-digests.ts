/**
 * The salted digests of an act, made when it is committed and again when its leaf is opened. Salts follow from a secret and
 * from the act's place in its case: none is stored, and one that is shown tells nothing about another. Texts are hashed as
 * they are and digests stay text: this runs for every act.
 */
import { hash } from "node:crypto";
import {
  actText,
  DIGESTS_AT_A_TIME,
  eventText,
  fieldText,
  type LoggedEvent,
} from "@customhouse/trust";
import type { KeyedHash } from "../keyed-hash.ts";

/**
 * Which fields of an event some reader of the event may not see, by type. They get digests of their own. What a version of
 * an event seals never changes: a leaf is opened by sealing it again.
 */
export type SealedFields = (type: string) => readonly string[];

export interface ActPlace {
  readonly caseId: string;
  /** Of the case, after the act. */
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
  const secret = salted(`act/${caseId}/${eventCount}`).toString("base64");
  const nextSalt = saltsFrom(secret);
  const digested = events.map((event) => digestEvent(event, sealedFields(event.type), nextSalt));
  const digests = digested.map(({ logged, salt }) => digestOf(eventText(logged, salt)));
  const wanted = Math.ceil(digests.length / DIGESTS_AT_A_TIME) * DIGESTS_AT_A_TIME;
  for (let decoy = digests.length; decoy < wanted; decoy += 1) {
    digests.push(digestOf(`${secret}/decoy/${decoy}`));
  }
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
  const logged = { type, v, at: new Date(at).toISOString(), body: body as LoggedEvent["body"] };
  const salt = nextSalt();
  if (names.length === 0) return { logged, salt, sealed: [] };
  const open = { ...logged.body };
  const sealed = names.map((name) => {
    const field = { name, value: open[name], salt: nextSalt() };
    delete open[name];
    return field;
  });
  const digests = sealed.map((field) => [field.name, digestOf(fieldText(field.value, field.salt))]);
  return { logged: { ...logged, body: open, sealed: Object.fromEntries(digests) }, salt, sealed };
}

const SALT_CHARACTERS = 24;
const SALTS_PER_HASH = 3;

/** Three salts of 18 bytes from each hash. */
function saltsFrom(secret: string): () => string {
  let block = "";
  let taken = 0;
  return () => {
    const place = taken % SALTS_PER_HASH;
    if (place === 0) block = hash("sha512", `${secret}/salts/${taken}`, "base64");
    taken += 1;
    return block.slice(place * SALT_CHARACTERS, (place + 1) * SALT_CHARACTERS);
  };
}
