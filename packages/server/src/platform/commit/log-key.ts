/** The log's Ed25519 key: node:crypto behind the plain functions that packages/trust asks for. */
import type { KeyObject } from "node:crypto";
import { createPublicKey, hash, sign, verify } from "node:crypto";
import type { Hash, NoteSigner, NoteVerifier } from "@customhouse/trust";
import { noteKeyId } from "@customhouse/trust";

const RAW_KEY_BYTES = 32;

export const sha256: Hash = (bytes) => hash("sha256", bytes, "buffer");

export interface LogKey extends NoteSigner, NoteVerifier {
  /** Raw 32-byte public key, to publish. */
  readonly publicKey: Uint8Array;
}

/** `origin` is the log's never-changing name, for example `customs.example.org/log`. */
export function logKey(origin: string, privateKey: KeyObject): LogKey {
  const publicKey = createPublicKey(privateKey);
  const spki = publicKey.export({ type: "spki", format: "der" });
  const raw = new Uint8Array(spki.subarray(-RAW_KEY_BYTES));
  return {
    name: origin,
    keyId: noteKeyId(origin, raw, sha256),
    publicKey: raw,
    sign: (message) => sign(null, message, privateKey),
    verify: (message, signature) => verify(null, message, publicKey, signature),
  };
}
