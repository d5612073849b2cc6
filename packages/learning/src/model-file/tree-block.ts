/** A tree as one block of bytes, and what a tree that somebody else has written must be to be walked. */
import { TREE_LIMITS, type Tree } from "../boosting/tree.ts";
import type { BlockReader } from "../files/block-reader.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { isSingle } from "./single.ts";

/** Each of them begins where the ones before it end; the widest numbers come first, so that each begins where it may. */
const ARRAYS = {
  value: Float64Array,
  cover: Float64Array,
  threshold: Float32Array,
  left: Int32Array,
  right: Int32Array,
  feature: Int16Array,
  missingLeft: Uint8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
export const ARRAY_NAMES = Object.keys(ARRAYS) as readonly ArrayName[];
const NODE_BYTES = ARRAY_NAMES.reduce((sum, name) => sum + ARRAYS[name].BYTES_PER_ELEMENT, 0);
/** Ours end at 16; of others some are deeper. An explanation calls itself once a level. */
export const MAX_DEPTH = 64;

export function treeBlock(tree: Tree): Uint8Array {
  return Buffer.concat(
    ARRAY_NAMES.map((name) => {
      const { buffer, byteOffset, byteLength } = tree[name];
      return new Uint8Array(buffer, byteOffset, byteLength);
    }),
  );
}

/** Throws `BrokenFile`. */
export async function readTree(
  reader: BlockReader,
  nodes: number,
  features: number,
): Promise<Tree> {
  // Before anything is read for it.
  if (nodes > TREE_LIMITS.nodes) throw unsound();
  const block = await reader.take(nodes * NODE_BYTES);
  let at = 0;
  const place = (name: ArrayName) => {
    const from = at;
    at += nodes * ARRAYS[name].BYTES_PER_ELEMENT;
    return from;
  };
  const tree: Tree = {
    value: new Float64Array(block, place("value"), nodes),
    cover: new Float64Array(block, place("cover"), nodes),
    threshold: new Float32Array(block, place("threshold"), nodes),
    left: new Int32Array(block, place("left"), nodes),
    right: new Int32Array(block, place("right"), nodes),
    feature: new Int16Array(block, place("feature"), nodes),
    missingLeft: new Uint8Array(block, place("missingLeft"), nodes),
  };
  refuseBadTree(tree, features);
  return tree;
}

/** No walk leaves a tree or goes round in it, none is long, and what it ends with is a number. Throws `BrokenFile`. */
export function refuseBadTree(tree: Tree, features: number): void {
  const nodes = tree.feature.length;
  if (nodes > TREE_LIMITS.nodes) throw unsound();
  if (nodes === 0 || ARRAY_NAMES.some((name) => tree[name].length !== nodes)) throw unsound();
  const depths = new Uint8Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    const feature = tree.feature[node] ?? -1;
    if (feature >= features) throw unsound();
    const cover = tree.cover[node] ?? 0;
    if (!isSingle(tree.value[node]) || !(cover > 0 && Number.isFinite(cover))) throw unsound();
    if (feature < 0) continue;
    const depth = (depths[node] ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new BrokenFile(`a tree in it is deeper than ${MAX_DEPTH}`);
    if (Number.isNaN(tree.threshold[node])) throw unsound();
    for (const child of [tree.left[node] ?? 0, tree.right[node] ?? 0]) {
      // Children come after their parent and have no other, so that every walk ends.
      if (child <= node || child >= nodes || depths[child] !== 0) throw unsound();
      depths[child] = depth;
    }
  }
}

function unsound(): BrokenFile {
  return new BrokenFile("a tree in it is not sound");
}
