/** The promise given with every acknowledgement: this leaf will be in the log by then. */
import { leafHash } from "@customhouse/trust";
import { type LogKey, sha256 } from "./commit/log-key.ts";
import { DEFAULT_MAX_DELAY_SECONDS } from "./commit/promise.ts";
import type { SignedPromise } from "./mainpath/contract.ts";

/** The signature is a compact JWS (EdDSA) over log, leaf and both times, so any JOSE library checks it. */
export function makePromise(key: LogKey): (leaf: Uint8Array, at: Date) => SignedPromise {
  const kid = Buffer.from(key.keyId).toString("hex");
  const header = encode({ alg: "EdDSA", typ: "leaf-promise+jws", kid });
  return (digest, madeAt) => {
    const leaf = Buffer.from(leafHash(digest, sha256)).toString("base64url");
    const at = madeAt.toISOString();
    const by = new Date(madeAt.getTime() + DEFAULT_MAX_DELAY_SECONDS * 1000).toISOString();
    const signed = `${header}.${encode({ log: key.name, leaf, at, by })}`;
    const signature = Buffer.from(key.sign(Buffer.from(signed))).toString("base64url");
    return { leaf, at, by, signature: `${signed}.${signature}` };
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
