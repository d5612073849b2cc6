/** The log's key as the user names it, with Node's own cryptography behind it. */
import { createPublicKey, hash, verify } from "node:crypto";
import { type Hash, type NoteVerifier, parseVerifierKey } from "@customhouse/trust";
import { UserError } from "../fail.ts";
import { readInput } from "../files.ts";

export const sha256: Hash = (bytes) => hash("sha256", bytes, "buffer");

export async function verifierOf(given: string): Promise<NoteVerifier> {
  // A key has two plus signs and no place for a folder; what is not one is the name of a file.
  const direct = parseVerifierKey(given, sha256);
  const key =
    direct ?? parseVerifierKey(new TextDecoder().decode(await readKeyFile(given)), sha256);
  if (key === undefined) {
    throw new UserError(
      `${given} is not the key of a log.`,
      "A key is one line: name, key id and key, joined by plus signs. `customhouse receipt key` gives it.",
    );
  }
  const x = Buffer.from(key.publicKey).toString("base64url");
  const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return { ...key, verify: (message, signature) => verify(null, message, publicKey, signature) };
}

async function readKeyFile(given: string): Promise<Uint8Array> {
  try {
    return await readInput(given);
  } catch {
    throw new UserError(
      `${given} is neither the key of a log nor a file that can be read.`,
      "A key is one line: name, key id and key, joined by plus signs. `customhouse receipt key` gives it.",
    );
  }
}
