/** The payloads of a formality: its personal fields as one JSON text, and words. */
import { createHash } from "node:crypto";
import { behaviourOf, type Formality } from "@customhouse/formalities";
import type { Facts } from "@customhouse/model";
import type { NewPayload } from "../../../platform/commit/types.ts";
import type { FormalityParts } from "../parts.ts";

const PERSONAL = "formality";
const WORDS = "dialogue";

type Reading = Pick<FormalityParts, "loadPayload" | "country">;

/** Personal fields are one document; what is not given again stays as it was. */
export async function personalPayload(
  parts: Reading,
  before: Formality | undefined,
  given: Facts,
): Promise<NewPayload | undefined> {
  if (Object.keys(given).length === 0) return undefined;
  const earlier = before === undefined ? {} : await personalFacts(parts, before);
  return payloadOf({ ...earlier, ...given });
}

export function payloadOf(personal: Readonly<Record<string, unknown>>): NewPayload {
  const content = new TextEncoder().encode(JSON.stringify(personal));
  return { digest: sha256Of(content), kind: PERSONAL, mediaType: "application/json", content };
}

/** Empty when there are none, or they were erased. `filer`: only what this one gave, where several give their parts. */
export async function personalFacts(
  parts: Reading,
  formality: Formality,
  filer?: string,
): Promise<Facts> {
  const stored = await storedPersonal(parts, formality);
  const parted = partedIn(parts, formality);
  if (parted === undefined) return stored;
  return filer === undefined
    ? parted.whole(stored, formality)
    : parted.ofFiler(stored, formality, filer);
}

/** All that this filer gave of a formality of which several give their parts; empty when it gave none, or it was erased. */
export async function givenFacts(
  parts: Reading,
  formality: Formality,
  filer: string,
): Promise<Facts> {
  const stored = await storedPersonal(parts, formality);
  return partedIn(parts, formality)?.givenBy(stored, formality, filer) ?? {};
}

/** Reads the parts of several filers, where the kind has them. */
function partedIn({ country }: Reading, { kind }: Formality) {
  return behaviourOf(country.formalities.find((entry) => entry.kind === kind)).personal;
}

/** As it is stored. */
export async function storedPersonal(
  parts: Pick<Reading, "loadPayload">,
  formality: Formality,
): Promise<Facts> {
  if (formality.personalDigest === undefined) return {};
  const stored = await parts.loadPayload(formality.caseId, formality.personalDigest);
  return stored === undefined
    ? {}
    : (JSON.parse(new TextDecoder().decode(stored.content)) as Facts);
}

/** All personal fields after a step that stored `kept`. */
export async function knownPersonal(
  parts: Reading,
  before: Formality | undefined,
  kept: NewPayload | undefined,
): Promise<Facts> {
  if (kept !== undefined) return JSON.parse(new TextDecoder().decode(kept.content)) as Facts;
  return before === undefined ? {} : personalFacts(parts, before);
}

export function wordsPayload(words: string): NewPayload {
  const content = new TextEncoder().encode(words);
  return { digest: sha256Of(content), kind: WORDS, mediaType: "text/plain", content };
}

export function hex(digest: Uint8Array): string {
  return Buffer.from(digest).toString("hex");
}

function sha256Of(content: Uint8Array): Uint8Array {
  return createHash("sha256").update(content).digest();
}
