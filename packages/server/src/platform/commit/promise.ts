/**
 * The promise given with every acknowledgement, before the leaf has a number: "this leaf, committed at
 * this time, will be in the log within this delay". A compact JWS (EdDSA), so any JOSE library checks
 * it. Together with a later head that lacks the leaf it proves that the operator broke its word.
 */
import type { LogKey } from "./log-key.ts";

const MAX_PROMISE_CHARACTERS = 4_096;
export const DEFAULT_MAX_DELAY_SECONDS = 60;

export interface LeafPromise {
  /** The log's origin. */
  readonly log: string;
  readonly caseId: string;
  /** The leaf's number within its case, from 1: what the receipt is asked for by. */
  readonly seq: number;
  /** RFC 6962 leaf hash, base64url. */
  readonly leafHash: string;
  /** When it was committed, seconds since 1970. */
  readonly at: number;
  readonly maxDelaySeconds: number;
}

/** The terms of a promise about a leaf, without the signature: enough to sign the same again. */
export interface PromiseTerms {
  readonly caseId: string;
  /** Position among the leaves of the case, from 1: one leaf an act. */
  readonly seq: number;
  /** RFC 6962 leaf hash, base64url. */
  readonly leaf: string;
  /** ISO instant. */
  readonly at: string;
}

/** A signed promise that a leaf will be in the log by `by`. */
export interface SignedPromise {
  readonly leaf: string;
  readonly at: string;
  readonly by: string;
  readonly signature: string;
}

export function signPromise(
  leaf: Pick<LeafPromise, "caseId" | "seq" | "leafHash"> & { readonly at: Date },
  key: LogKey,
  maxDelaySeconds = DEFAULT_MAX_DELAY_SECONDS,
): string {
  const promise: LeafPromise = {
    log: key.name,
    caseId: leaf.caseId,
    seq: leaf.seq,
    leafHash: leaf.leafHash,
    at: Math.floor(leaf.at.getTime() / 1_000),
    maxDelaySeconds,
  };
  const kid = Buffer.from(key.keyId).toString("hex");
  const signed = `${encode({ alg: "EdDSA", typ: "leaf-promise+jws", kid })}.${encode(promise)}`;
  return `${signed}.${Buffer.from(key.sign(Buffer.from(signed))).toString("base64url")}`;
}

/** The promise, or undefined when this key did not sign it. */
export function readPromise(jws: string, key: LogKey): LeafPromise | undefined {
  const parts = jws.split(".");
  const [header, body, signature] = parts;
  if (jws.length > MAX_PROMISE_CHARACTERS || parts.length !== 3) return undefined;
  if (header === undefined || body === undefined || signature === undefined) return undefined;
  try {
    const { alg, typ } = decode(header) as { alg?: string; typ?: string };
    if (alg !== "EdDSA" || typ !== "leaf-promise+jws") return undefined;
    const bytes = Buffer.from(signature, "base64url");
    if (!key.verify(Buffer.from(`${header}.${body}`), bytes)) return undefined;
    return decode(body) as LeafPromise;
  } catch {
    return undefined;
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function decode(text: string): unknown {
  return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
}
