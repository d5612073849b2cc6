/**
 * The salted digests of an act, made when it is committed and again when its leaf is opened. Salts follow from a secret and
 * from the act's place in its case: none is stored, and one that is shown tells nothing about another.
 */
import { hash } from "node:crypto";
import {
  actEntry,
  DIGESTS_AT_A_TIME,
  eventDigest,
  fieldDigest,
  type LoggedEvent,
  orderedDigests,
  SALT_BYTES,
} from "@customhouse/trust";
import type { KeyedHash } from "../keyed-hash.ts";
import { sha256 } from "./log-key.ts";

/** Which fields of an event some reader of the event may not see, by type. They get digests of their own. */
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
  readonly salt: Uint8Array;
  readonly sealed: readonly SealedField[];
}

interface SealedField {
  readonly name: string;
  readonly value: unknown;
  readonly salt: Uint8Array;
}

export interface DigestedAct {
  readonly events: readonly DigestedEvent[];
  /** Base64, in the order of the leaf, with decoys. */
  readonly digests: readonly string[];
}

type Salts = (of: string) => Uint8Array;

export function digestAct(
  { caseId, eventCount }: ActPlace,
  events: readonly DecidedEvent[],
  salted: KeyedHash,
  sealedFields: SealedFields,
): DigestedAct {
  const secret = salted(`act/${caseId}/${eventCount}`);
  const derive = (of: string) => sha256(Buffer.concat([secret, Buffer.from(of)]));
  const salts: Salts = (of) => derive(of).subarray(0, SALT_BYTES);
  const digested = events.map((event, index) =>
    digestEvent(event, `${index}`, sealedFields(event.type), salts),
  );
  const digests = digested.map(({ logged, salt }) => eventDigest(logged, salt, sha256));
  const decoys = decoysFor(digests.length, secret);
  return { events: digested, digests: orderedDigests([...digests, ...decoys]) };
}

/** The entry of the log for an act of the case with this MRN, or formality with this number. */
export function entryOf(number: string, { digests }: DigestedAct): Uint8Array {
  return actEntry(number, digests, sha256);
}

function digestEvent(
  { type, v, body, at }: DecidedEvent,
  place: string,
  names: readonly string[],
  salts: Salts,
): DigestedEvent {
  const open: Record<string, unknown> = { ...(body as object) };
  const sealed = names.map((name) => {
    const field = { name, value: open[name], salt: salts(`field/${place}/${name}`) };
    delete open[name];
    return field;
  });
  const logged: LoggedEvent = {
    type,
    v,
    at: new Date(at).toISOString(),
    body: open,
    ...(sealed.length === 0 ? {} : { sealed: digestsOf(sealed) }),
  };
  return { logged, salt: salts(`event/${place}`), sealed };
}

function digestsOf(fields: readonly SealedField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map(({ name, value, salt }) => [
      name,
      Buffer.from(fieldDigest(value, salt, sha256)).toString("base64"),
    ]),
  );
}

const DIGEST_BYTES = 32;

/** Two of every hash: there are more of them than of events. */
function decoysFor(count: number, secret: Buffer): Uint8Array[] {
  const wanted = Math.ceil(Math.max(count, 1) / DIGESTS_AT_A_TIME) * DIGESTS_AT_A_TIME - count;
  return Array.from({ length: Math.ceil(wanted / 2) }, (_none, index) => {
    const of = Buffer.concat([secret, Buffer.from(`decoy/${index}`)]);
    const both = hash("sha512", of, "buffer");
    return [both.subarray(0, DIGEST_BYTES), both.subarray(DIGEST_BYTES)];
  })
    .flat()
    .slice(0, wanted);
}
