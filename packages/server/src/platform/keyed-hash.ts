/**
 * HMAC-SHA-256 (RFC 2104) made of hashes that leave no object behind: Node's own makes one for every call, and at a
 * thousand calls a second collecting those cost several times what the hashing did.
 */
import { hash, type KeyObject } from "node:crypto";

const BLOCK_BYTES = 64;
const INNER = 0x36;
const OUTER = 0x5c;

export type KeyedHash = (text: string) => Buffer;

export function keyedHash(secret: KeyObject): KeyedHash {
  const exported = secret.export();
  const key = exported.length > BLOCK_BYTES ? hash("sha256", exported, "buffer") : exported;
  const inner = padded(key, INNER);
  const outer = padded(key, OUTER);
  return (text) => {
    const within = hash("sha256", Buffer.concat([inner, Buffer.from(text)]), "buffer");
    return hash("sha256", Buffer.concat([outer, within]), "buffer");
  };
}

function padded(key: Buffer, pad: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES, pad);
  key.forEach((byte, at) => {
    block[at] = byte ^ pad;
  });
  return block;
}

const PSEUDONYM_CHARACTERS = 24;

/** Keyed: who knows the name alone cannot find it. */
export function pseudonym(text: string, key: KeyedHash): string {
  return key(text).toString("base64url").slice(0, PSEUDONYM_CHARACTERS);
}
