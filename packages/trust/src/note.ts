/**
 * C2SP signed notes with Ed25519 signatures (type 0x01). Signing and verifying are passed in: this
 * package holds no key and calls no crypto library.
 */
import { concatBytes, equalBytes, fromBase64, toBase64, utf8 } from "./bytes.ts";
import type { Hash } from "./merkle.ts";

export const ED25519 = 0x01;
const MAX_NOTE_BYTES = 1_000_000;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;

export interface NoteSigner {
  /** Usually the log's origin. No spaces, no `+`. */
  readonly name: string;
  readonly keyId: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export interface NoteVerifier {
  readonly name: string;
  readonly keyId: Uint8Array;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** First four bytes of SHA-256(name, newline, type, public key). */
export function noteKeyId(
  name: string,
  publicKey: Uint8Array,
  hash: Hash,
  type: number = ED25519,
): Uint8Array {
  return hash(concatBytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).slice(
    0,
    KEY_ID_BYTES,
  );
}

export function validKeyName(name: string): boolean {
  return name.length > 0 && !/[\s+]/u.test(name) && !hasControlCharacter(name);
}

export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith("\n")) throw new Error("a note's text must end with a newline");
  const lines = signers.map((signer) => {
    if (!validKeyName(signer.name)) throw new Error("key name must not contain spaces or +");
    const signature = concatBytes(signer.keyId, signer.sign(utf8(text)));
    return `\u2014 ${signer.name} ${toBase64(signature)}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** Undefined for anything malformed. Says nothing about whether a signature is right. */
export function parseNote(note: string): Note | undefined {
  if (note.length > MAX_NOTE_BYTES || hasControlCharacter(note.replaceAll("\n", "")))
    return undefined;
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) return undefined;
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const match = /^\u2014 (\S+) (\S+)$/u.exec(line);
    const bytes = fromBase64(match?.[2] ?? "");
    const name = match?.[1] ?? "";
    if (bytes === undefined || bytes.length <= KEY_ID_BYTES || !validKeyName(name))
      return undefined;
    signatures.push({
      name,
      keyId: bytes.slice(0, KEY_ID_BYTES),
      signature: bytes.slice(KEY_ID_BYTES),
    });
  }
  return { text: note.slice(0, split + 1), signatures };
}

/**
 * The names of the known keys that signed. Undefined when the note is malformed, when no known key
 * signed it, or when a known key's signature is wrong: one bad known signature spoils the note.
 */
export function verifyNote(
  note: string,
  verifiers: readonly NoteVerifier[],
): { text: string; signedBy: string[] } | undefined {
  const parsed = parseNote(note);
  if (parsed === undefined) return undefined;
  const message = utf8(parsed.text);
  const signedBy = new Set<string>();
  for (const item of parsed.signatures) {
    const verifier = verifiers.find(
      (known) => known.name === item.name && equalBytes(known.keyId, item.keyId),
    );
    if (verifier === undefined) continue;
    if (!verifier.verify(message, item.signature)) return undefined;
    signedBy.add(verifier.name);
  }
  return signedBy.size === 0 ? undefined : { text: parsed.text, signedBy: [...signedBy] };
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    if (character < " ") return true;
  }
  return false;
}
