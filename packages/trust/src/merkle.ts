/**
 * RFC 6962 section 2.1: the Merkle tree's hashes and the checking of proofs. Hashing is passed in
 * (SHA-256), so the same code runs in Node and in a browser. Sizes and indexes are `bigint`: a log may
 * outgrow 2^53, and the public test vectors do.
 */
import { concatBytes, equalBytes } from "./bytes.ts";

/** SHA-256. */
export type Hash = (bytes: Uint8Array) => Uint8Array;

export const HASH_BYTES = 32;
/** A tree of 2^63 leaves has proofs of 63 hashes; nothing honest is longer. */
export const MAX_PROOF_HASHES = 64;

const LEAF_PREFIX = Uint8Array.of(0);
const NODE_PREFIX = Uint8Array.of(1);

export function leafHash(entry: Uint8Array, hash: Hash): Uint8Array {
  return hash(concatBytes(LEAF_PREFIX, entry));
}

export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  return hash(concatBytes(NODE_PREFIX, left, right));
}

export function emptyRoot(hash: Hash): Uint8Array {
  return hash(new Uint8Array(0));
}

/** The root over complete subtrees in order, largest first: how RFC 6962 joins an uneven right edge. */
export function joinSubtrees(subtrees: readonly Uint8Array[], hash: Hash): Uint8Array {
  const last = subtrees.at(-1);
  if (last === undefined) return emptyRoot(hash);
  return subtrees.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, hash), last);
}

export interface InclusionClaim {
  readonly index: bigint;
  readonly size: bigint;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  /** From the leaf's sibling up. */
  readonly proof: readonly Uint8Array[];
}

/** True when the proof shows that the leaf is at `index` in the tree of `size` leaves with `root`. */
export function verifyInclusion(claim: InclusionClaim, hash: Hash): boolean {
  const { index, size, proof } = claim;
  if (index < 0n || index >= size || !wellFormed(proof)) return false;
  if (claim.leafHash.length !== HASH_BYTES || claim.root.length !== HASH_BYTES) return false;
  let node = index;
  let last = size - 1n;
  let current = claim.leafHash;
  for (const sibling of proof) {
    if (last === 0n) return false;
    if ((node & 1n) === 1n || node === last) {
      current = nodeHash(sibling, current, hash);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      current = nodeHash(current, sibling, hash);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(current, claim.root);
}

export interface ConsistencyClaim {
  readonly size1: bigint;
  readonly root1: Uint8Array;
  readonly size2: bigint;
  readonly root2: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** True when the proof shows that the tree of `size2` only adds leaves to the tree of `size1`. */
export function verifyConsistency(claim: ConsistencyClaim, hash: Hash): boolean {
  const { size1, size2, root1, root2, proof } = claim;
  // Nothing can be proven from an empty tree, so asking is refused rather than answered with yes.
  if (size1 <= 0n || size2 < size1 || !wellFormed(proof)) return false;
  if (size1 === size2) return proof.length === 0 && equalBytes(root1, root2);
  if (root1.length !== HASH_BYTES || root2.length !== HASH_BYTES) return false;
  let node = size1 - 1n;
  let last = size2 - 1n;
  while ((node & 1n) === 1n) {
    node >>= 1n;
    last >>= 1n;
  }
  // When the old tree is complete, its own root is the implied first hash.
  const hashes = node === 0n ? [root1, ...proof] : [...proof];
  const [first, ...rest] = hashes;
  if (first === undefined || proof.length === 0) return false;
  let old = first;
  let current = first;
  for (const sibling of rest) {
    if (last === 0n) return false;
    if ((node & 1n) === 1n || node === last) {
      old = nodeHash(sibling, old, hash);
      current = nodeHash(sibling, current, hash);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      current = nodeHash(current, sibling, hash);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && equalBytes(old, root1) && equalBytes(current, root2);
}

function wellFormed(proof: readonly Uint8Array[]): boolean {
  return proof.length <= MAX_PROOF_HASHES && proof.every((item) => item.length === HASH_BYTES);
}
