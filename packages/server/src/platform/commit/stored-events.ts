/** Events as they are stored, and the leaf of the log that commits to them: the same for every sort of case. */
import { hash } from "node:crypto";
import type { KeyedHash } from "../keyed-hash.ts";
import { JsonText } from "../storage/binary-array.ts";

interface DecidedEvent {
  readonly type: string;
  readonly v: number;
  readonly body: unknown;
  readonly at: string;
}

/** Serialised once, for the row and for the log. */
export function storedEvents(events: readonly DecidedEvent[], now: string): SerialisedEvent[] {
  return events.map(({ type, v, body, at }) => ({
    type,
    v,
    body: new JsonText(body),
    legalAt: at,
    knownAt: now,
  }));
}

interface SerialisedEvent {
  readonly type: string;
  readonly v: number;
  readonly body: JsonText;
  readonly legalAt: string;
  readonly knownAt: string;
}

/** The salt of the leaf that covers the events of a case up to `eventCount`. */
function leafSalt(salted: KeyedHash, caseId: string, eventCount: number): Buffer {
  return salted(`${caseId}/${eventCount}`);
}

interface LeafOf {
  readonly caseId: string;
  readonly eventCount: number;
  /** MRN, or number of a formality. */
  readonly mrn: string;
}

/** What the leaf commits to: the events of this act, as stored. */
export function leafOf(
  { caseId, eventCount, mrn }: LeafOf,
  events: readonly SerialisedEvent[],
  salted: KeyedHash,
): Uint8Array {
  const texts = events.map(
    ({ type, v, legalAt, body }) =>
      `{"type":"${type}","v":${v},"at":"${legalAt}","body":${body.text}}`,
  );
  const content = `{"mrn":${JSON.stringify(mrn)},"upTo":${eventCount},"events":[${texts.join(",")}]}`;
  const salt = leafSalt(salted, caseId, eventCount);
  return hash("sha256", Buffer.concat([salt, Buffer.from(content)]), "buffer");
}
