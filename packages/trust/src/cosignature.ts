/**
 * C2SP tlog-cosignature v1 with Ed25519 (type 0x04): a witness's timestamped signature on a checkpoint.
 * The signature is 8 bytes of time followed by 64 bytes of Ed25519.
 */
import { concatBytes, utf8 } from "./bytes.ts";
import type { Hash } from "./merkle.ts";
import type { NoteSigner, NoteVerifier } from "./note.ts";
import { noteKeyId } from "./note.ts";

export const COSIGNATURE_TYPE = 0x04;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

function signedMessage(timeSeconds: bigint, noteText: Uint8Array): Uint8Array {
  return concatBytes(utf8(`cosignature/v1\ntime ${timeSeconds}\n`), noteText);
}

export function witnessKeyId(name: string, publicKey: Uint8Array, hash: Hash): Uint8Array {
  return noteKeyId(name, publicKey, hash, COSIGNATURE_TYPE);
}

/** A note signer that cosigns at the given time (seconds since 1970). */
export function cosigner(
  name: string,
  keyId: Uint8Array,
  timeSeconds: bigint,
  sign: (message: Uint8Array) => Uint8Array,
): NoteSigner {
  return {
    name,
    keyId,
    sign: (text) => {
      const time = new Uint8Array(TIME_BYTES);
      new DataView(time.buffer).setBigUint64(0, timeSeconds);
      return concatBytes(time, sign(signedMessage(timeSeconds, text)));
    },
  };
}

export function cosignatureVerifier(
  name: string,
  keyId: Uint8Array,
  verify: (message: Uint8Array, signature: Uint8Array) => boolean,
): NoteVerifier {
  return {
    name,
    keyId,
    verify: (text, signature) => {
      if (signature.length !== TIME_BYTES + SIGNATURE_BYTES) return false;
      const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
      return verify(signedMessage(time, text), signature.slice(TIME_BYTES));
    },
  };
}
