/** Events as they are stored, and the leaf of the log that commits to them: the same for every sort of case. */
import type { KeyedHash } from "../keyed-hash.ts";
import { JsonText } from "../storage/binary-array.ts";
import {
  type ActPlace,
  type DecidedEvent,
  digestAct,
  entryOf,
  type SealedFields,
} from "./act-digests.ts";
import type { NewEvent } from "./types.ts";

/** Serialised once, for every branch that stores them. */
export function storedEvents(events: readonly DecidedEvent[], now: string): NewEvent[] {
  return events.map(({ type, v, body, at }) => ({
    type,
    v,
    body: new JsonText(body),
    legalAt: at,
    knownAt: now,
  }));
}

interface ActOf extends ActPlace {
  /** MRN, or number of a formality. */
  readonly mrn: string;
}

/** The log entry of an act. docs/RECEIPTS.md says how anybody can make it again. */
export function leafOf(
  act: ActOf,
  events: readonly DecidedEvent[],
  salted: KeyedHash,
  sealedFields: SealedFields,
): Uint8Array {
  return entryOf(act.mrn, digestAct(act, events, salted, sealedFields));
}
