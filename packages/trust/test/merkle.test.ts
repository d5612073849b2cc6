import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendLeaves,
  consistencyProof,
  emptyRoot,
  inclusionProof,
  leafHash,
  nodeHash,
  type TileReader,
  tilesForConsistency,
  tilesForInclusion,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from "../src/index.ts";

const sha256 = (bytes: Uint8Array): Uint8Array => createHash("sha256").update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** RFC 6962 2.1 exactly as written, to compare against. */
function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const first = entries[0];
  if (first === undefined) return emptyRoot(sha256);
  if (entries.length === 1) return leafHash(first, sha256);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return nodeHash(naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k)), sha256);
}

const entry = (index: number) => Uint8Array.of(index >> 16, (index >> 8) & 255, index & 255);

class Store {
  readonly tiles = new Map<string, Uint8Array>();
  size = 0n;
  read: TileReader = (level, n) => this.tiles.get(`${level}/${n}`);
  append(entries: readonly Uint8Array[]) {
    const leaves = entries.map((item) => leafHash(item, sha256));
    const result = appendLeaves(this.size, leaves, this.read, sha256);
    for (const tile of result.tiles) this.tiles.set(`${tile.level}/${tile.n}`, tile.hashes);
    this.size = result.size;
    return result.root;
  }
}

test("RFC 6962 leaf and empty hashes", () => {
  expect(hex(emptyRoot(sha256))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  expect(hex(leafHash(new Uint8Array(0), sha256))).toBe(
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  );
});

test("appending in any batches gives the tree of RFC 6962, and only changed tiles", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 8 }), (batches) => {
      const store = new Store();
      const all: Uint8Array[] = [];
      for (const count of batches) {
        const more = Array.from({ length: count }, (_, i) => entry(all.length + i));
        all.push(...more);
        expect(hex(store.append(more))).toBe(hex(naiveRoot(all)));
      }
    }),
    { numRuns: 40 },
  );
});

test("every proof of a large tree verifies and reads only the tiles it says", () => {
  const store = new Store();
  const count = 70_000;
  store.append(Array.from({ length: count }, (_, i) => entry(i)));
  const size = BigInt(count);
  expect(hex(treeRoot(size, store.read, sha256))).toBe(
    hex(naiveRoot(Array.from({ length: count }, (_, i) => entry(i)))),
  );
  const only =
    (wanted: { level: number; n: bigint }[]): TileReader =>
    (level, n) =>
      wanted.some((tile) => tile.level === level && tile.n === n)
        ? store.read(level, n)
        : undefined;
  fc.assert(
    fc.property(fc.integer({ min: 1, max: count }), fc.nat(), (at, pick) => {
      const part = BigInt(at);
      const index = BigInt(pick) % part;
      const root = treeRoot(part, store.read, sha256);
      const proof = inclusionProof(index, part, only(tilesForInclusion(index, part)), sha256);
      const claim = {
        index,
        size: part,
        leafHash: leafHash(entry(Number(index)), sha256),
        root,
        proof,
      };
      expect(verifyInclusion(claim, sha256)).toBe(true);
      expect(verifyInclusion({ ...claim, index: index + 1n }, sha256)).toBe(false);
      const tiles = tilesForConsistency(part, size);
      const consistency = consistencyProof(part, size, only(tiles), sha256);
      const root2 = treeRoot(size, store.read, sha256);
      const both = { size1: part, root1: root, size2: size, root2, proof: consistency };
      expect(verifyConsistency(both, sha256)).toBe(true);
      if (part < size) expect(verifyConsistency({ ...both, root1: root2 }, sha256)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

const vectors = fileURLToPath(new URL("../../../../shared/trust/merkle", import.meta.url));

interface Vector {
  leafIdx?: number;
  treeSize?: number;
  leafHash?: string;
  root?: string;
  size1?: number;
  size2?: number;
  root1?: string;
  root2?: string;
  proof: string[] | null;
  wantErr: boolean;
}

/** JSON numbers above 2^53 keep their digits: sizes in the vectors go up to 2^64. */
function parseVector(path: string): Record<string, string> & Vector {
  const text = readFileSync(path, "utf8").replace(/: (\d+)/g, ': "$1"');
  return JSON.parse(text);
}

function files(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile() && item.name.endsWith(".json"))
    .map((item) => join(item.parentPath, item.name));
}

const bytes = (text: string | undefined) => new Uint8Array(Buffer.from(text ?? "", "base64"));

describe.skipIf(!existsSync(vectors))("public vectors in ../shared/trust/merkle", () => {
  test("inclusion", () => {
    const all = files(join(vectors, "inclusion"));
    expect(all.length).toBeGreaterThan(50);
    for (const path of all) {
      const v = parseVector(path);
      const claim = {
        index: BigInt(v.leafIdx ?? 0),
        size: BigInt(v.treeSize ?? 0),
        leafHash: bytes(v.leafHash),
        root: bytes(v.root),
        proof: (v.proof ?? []).map(bytes),
      };
      expect(verifyInclusion(claim, sha256), path).toBe(!v.wantErr);
    }
  });
  test("consistency", () => {
    const all = files(join(vectors, "consistency"));
    expect(all.length).toBeGreaterThan(50);
    for (const path of all) {
      const v = parseVector(path);
      const claim = {
        size1: BigInt(v.size1 ?? 0),
        size2: BigInt(v.size2 ?? 0),
        root1: bytes(v.root1),
        root2: bytes(v.root2),
        proof: (v.proof ?? []).map(bytes),
      };
      expect(verifyConsistency(claim, sha256), path).toBe(!v.wantErr);
    }
  });
});
