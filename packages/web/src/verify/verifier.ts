/** The cryptography of the page that verifies: in the browser, so that nothing is sent. */
import { type Hash, type NoteVerifier, parseVerifierKey } from "@customhouse/trust";
import { hashes, verify } from "@noble/ed25519";
import { sha256 as hashOf, sha512 } from "@noble/hashes/sha2.js";

export const sha256: Hash = (bytes) => hashOf(bytes);

/** Undefined: the text is not the key of a log. */
export function verifierOf(text: string): NoteVerifier | undefined {
  const key = parseVerifierKey(text, sha256);
  if (key === undefined) return undefined;
  hashes.sha512 = sha512;
  return { ...key, verify: (message, signature) => fits(signature, message, key.publicKey) };
}

/** The library throws where a signature has not the length of one. */
function fits(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return verify(signature, message, publicKey);
  } catch {
    return false;
  }
}
