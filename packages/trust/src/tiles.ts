/**
 * The tree kept as C2SP tiles: 256 hashes each; level 0 holds leaf hashes, every level above holds the
 * roots of full tiles below. The last tile of each level is the tree's right edge, so appending needs
 * only those, and a proof needs a handful of tiles however large the log is.
 */
import { concatBytes } from "./bytes.ts";
import type { Hash } from "./merkle.ts";
import { HASH_BYTES, joinSubtrees, nodeHash } from "./merkle.ts";

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8n;
const MAX_LEVELS = 8;

export interface Tile {
  readonly level: number;
  readonly n: bigint;
  /** 1 to 256 hashes of 32 bytes, one after the other. */
  readonly hashes: Uint8Array;
}

/** Returns a tile with at least the hashes the asked tree size implies; undefined when there is none. */
export type TileReader = (level: number, n: bigint) => Uint8Array | undefined;

/** How many hashes level `level` holds for a tree of `size` leaves. */
function levelLength(size: bigint, level: number): bigint {
  return size >> (TILE_HEIGHT * BigInt(level));
}

/** The partial tiles at the right edge: all that `appendLeaves` reads. */
export function edgeTiles(size: bigint): { level: number; n: bigint; width: number }[] {
  const edge: { level: number; n: bigint; width: number }[] = [];
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const length = levelLength(size, level);
    const width = Number(length % BigInt(TILE_WIDTH));
    if (width > 0) edge.push({ level, n: length / BigInt(TILE_WIDTH), width });
  }
  return edge;
}

export interface Appended {
  readonly size: bigint;
  readonly root: Uint8Array;
  /** Every tile that is new or grew, to be stored over its former self. */
  readonly tiles: readonly Tile[];
}

/** Appends leaf hashes to the tree of `size` leaves. Pure: the caller stores what it returns. */
export function appendLeaves(
  size: bigint,
  leaves: readonly Uint8Array[],
  read: TileReader,
  hash: Hash,
): Appended {
  const tiles: Tile[] = [];
  const changed = new Map<string, Uint8Array>();
  let level = 0;
  let incoming = leaves;
  while (incoming.length > 0 && level < MAX_LEVELS) {
    const full: Uint8Array[] = [];
    for (const tile of fillTiles(levelLength(size, level), level, incoming, read)) {
      tiles.push(tile);
      changed.set(`${tile.level}/${tile.n}`, tile.hashes);
      if (tile.hashes.length === TILE_WIDTH * HASH_BYTES) {
        full.push(perfectRoot(tile.hashes, 0, TILE_WIDTH, hash));
      }
    }
    incoming = full;
    level += 1;
  }
  const newSize = size + BigInt(leaves.length);
  const reader: TileReader = (atLevel, n) => changed.get(`${atLevel}/${n}`) ?? read(atLevel, n);
  return { size: newSize, root: treeRoot(newSize, reader, hash), tiles };
}

function fillTiles(
  length: bigint,
  level: number,
  incoming: readonly Uint8Array[],
  read: TileReader,
): Tile[] {
  const width = BigInt(TILE_WIDTH);
  const tiles: Tile[] = [];
  let n = length / width;
  let held = Number(length % width);
  let start = held > 0 ? needTile(read, level, n, held).slice(0, held * HASH_BYTES) : undefined;
  let taken = 0;
  while (taken < incoming.length) {
    const slice = incoming.slice(taken, taken + TILE_WIDTH - held);
    tiles.push({ level, n, hashes: concatBytes(start ?? new Uint8Array(0), ...slice) });
    taken += slice.length;
    n += 1n;
    held = 0;
    start = undefined;
  }
  return tiles;
}

function needTile(read: TileReader, level: number, n: bigint, width: number): Uint8Array {
  const hashes = read(level, n);
  if (hashes === undefined || hashes.length < width * HASH_BYTES) {
    throw new Error(`tile ${level}/${n} with ${width} hashes is missing from the log`);
  }
  return hashes;
}

/** Root of `count` (a power of two) consecutive hashes of a tile. */
function perfectRoot(hashes: Uint8Array, from: number, count: number, hash: Hash): Uint8Array {
  if (count === 1) return hashes.slice(from * HASH_BYTES, (from + 1) * HASH_BYTES);
  const half = count / 2;
  return nodeHash(
    perfectRoot(hashes, from, half, hash),
    perfectRoot(hashes, from + half, half, hash),
    hash,
  );
}

/** Root of the complete subtree of 2^height leaves that starts at leaf `start`. */
function subtreeRoot(start: bigint, height: bigint, read: TileReader, hash: Hash): Uint8Array {
  const level = height / TILE_HEIGHT;
  const inner = Number(height % TILE_HEIGHT);
  const position = start >> (level * TILE_HEIGHT);
  const n = position / BigInt(TILE_WIDTH);
  const from = Number(position % BigInt(TILE_WIDTH));
  const count = 2 ** inner;
  return perfectRoot(needTile(read, Number(level), n, from + count), from, count, hash);
}

/** Complete subtrees, largest first, that make up the leaves from `start` to `end`. */
function decompose(start: bigint, end: bigint): { start: bigint; height: bigint }[] {
  const parts: { start: bigint; height: bigint }[] = [];
  let at = start;
  while (at < end) {
    let height = 0n;
    while ((at >> height) % 2n === 0n && at + (1n << (height + 1n)) <= end) height += 1n;
    parts.push({ start: at, height });
    at += 1n << height;
  }
  return parts;
}

/** RFC 6962 MTH over the leaves from `start` to `end`, where `start` is aligned as in a proof. */
function rangeRoot(start: bigint, end: bigint, read: TileReader, hash: Hash): Uint8Array {
  const parts = decompose(start, end);
  return joinSubtrees(
    parts.map((part) => subtreeRoot(part.start, part.height, read, hash)),
    hash,
  );
}

export function treeRoot(size: bigint, read: TileReader, hash: Hash): Uint8Array {
  return rangeRoot(0n, size, read, hash);
}

/** The sibling ranges of an inclusion proof, leaf upwards. */
function inclusionRanges(index: bigint, size: bigint): [bigint, bigint][] {
  const ranges: [bigint, bigint][] = [];
  let start = 0n;
  let end = size;
  while (end - start > 1n) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
    }
  }
  return ranges;
}

/** The sibling ranges of a consistency proof, in RFC 6962's order. */
function consistencyRanges(size1: bigint, size2: bigint): [bigint, bigint][] {
  const ranges: [bigint, bigint][] = [];
  let start = 0n;
  let end = size2;
  let complete = true;
  while (end !== size1) {
    const middle = start + splitPoint(end - start);
    if (size1 <= middle) {
      ranges.unshift([middle, end]);
      end = middle;
    } else {
      ranges.unshift([start, middle]);
      start = middle;
      complete = false;
    }
  }
  return complete ? ranges : [[start, end], ...ranges];
}

/** The largest power of two below `count` (count of at least 2). */
function splitPoint(count: bigint): bigint {
  return 1n << BigInt((count - 1n).toString(2).length - 1);
}

export function inclusionProof(
  index: bigint,
  size: bigint,
  read: TileReader,
  hash: Hash,
): Uint8Array[] {
  if (index < 0n || index >= size) throw new RangeError("index outside the tree");
  return inclusionRanges(index, size).map(([start, end]) => rangeRoot(start, end, read, hash));
}

export function consistencyProof(
  size1: bigint,
  size2: bigint,
  read: TileReader,
  hash: Hash,
): Uint8Array[] {
  if (size1 <= 0n || size1 > size2) throw new RangeError("sizes out of order");
  if (size1 === size2) return [];
  return consistencyRanges(size1, size2).map(([start, end]) => rangeRoot(start, end, read, hash));
}

/** Every tile a proof about these ranges reads, so that storage can fetch them in one go. */
function tilesOfRanges(ranges: readonly [bigint, bigint][]): { level: number; n: bigint }[] {
  const wanted = new Map<string, { level: number; n: bigint }>();
  for (const [start, end] of ranges) {
    for (const part of decompose(start, end)) {
      const level = part.height / TILE_HEIGHT;
      const n = (part.start >> (level * TILE_HEIGHT)) / BigInt(TILE_WIDTH);
      wanted.set(`${level}/${n}`, { level: Number(level), n });
    }
  }
  return [...wanted.values()];
}

export function tilesForInclusion(index: bigint, size: bigint) {
  return tilesOfRanges(inclusionRanges(index, size));
}

export function tilesForConsistency(size1: bigint, size2: bigint) {
  return size1 === size2 ? [] : tilesOfRanges(consistencyRanges(size1, size2));
}
