/** A log's public key as C2SP signed notes write it: `<name>+<key id in hex>+<base64 of type and key>`. */
import { concatBytes, equalBytes, fromBase64, toBase64 } from "./bytes.ts";
import type { Hash } from "./merkle.ts";
import { ED25519, noteKeyId, validKeyName } from "./note.ts";

const PUBLIC_KEY_BYTES = 32;

export interface VerifierKey {
  readonly name: string;
  readonly keyId: Uint8Array;
  /** Raw Ed25519 public key. */
  readonly publicKey: Uint8Array;
}

export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${hex(keyId)}+${toBase64(concatBytes(Uint8Array.of(ED25519), publicKey))}`;
}

/** Undefined for anything but an Ed25519 key whose id is the one that follows from name and key. */
export function parseVerifierKey(text: string, hash: Hash): VerifierKey | undefined {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim());
  const [, name = "", id = "", encoded = ""] = match ?? [];
  const bytes = fromBase64(encoded);
  if (bytes?.length !== PUBLIC_KEY_BYTES + 1 || bytes[0] !== ED25519) return undefined;
  if (!validKeyName(name)) return undefined;
  const publicKey = bytes.slice(1);
  const keyId = noteKeyId(name, publicKey, hash);
  return hex(keyId) === id && !equalBytes(publicKey, new Uint8Array(PUBLIC_KEY_BYTES))
    ? { name, keyId, publicKey }
    : undefined;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
