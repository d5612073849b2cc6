/** A decision tree in flat arrays: node 0 is the root, children come after their parent. */
export interface Tree {
  /** Feature that the node asks about, or -1 in a leaf. */
  readonly feature: Int16Array;
  /** A value up to it goes left. */
  readonly threshold: Float32Array;
  /** 1 when a missing value goes left. */
  readonly missingLeft: Uint8Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What a leaf adds to the log-odds; in an inner node the mean of its leaves by cover. */
  readonly value: Float64Array;
  /** Rows of the training data that came by. */
  readonly cover: Float64Array;
}

/** What the layout of a forest has room for. */
export const TREE_LIMITS = { features: 5_000, nodes: 2 ** 17, depth: 16 } as const;

/** Adds to `scores` what each tree says of each row. Rows go in blocks that stay in the cache. */
export function addScores(
  trees: readonly Tree[],
  columns: readonly Float32Array[],
  scores: Float64Array,
): void {
  const forest = forestOf(trees);
  const width = columns.length * 2;
  const block = new Int32Array(Math.min(BLOCK_ROWS, scores.length) * width);
  for (let from = 0; from < scores.length; from += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, scores.length - from);
    for (const feature of forest.features) {
      const column = columns[feature] as Float32Array;
      for (let row = 0; row < rows; row += 1) {
        layValue(block, row * width + feature * 2, column[from + row] as number);
      }
    }
    const fours = rows - (rows % 4);
    for (let tree = 0; tree < trees.length; tree += 1) {
      addTree(forest, tree, block, width, scores.subarray(from, from + fours));
    }
    for (let row = fours; row < rows; row += 1) {
      scores[from + row] = sumOfTrees(forest, block, row * width, scores[from + row] as number);
    }
  }
}

/** The same of one row, a number a feature: `base` and what each tree says. */
export function scoreOfRow(trees: readonly Tree[], row: Float32Array, base: number): number {
  const forest = forestOf(trees);
  const block = forest.block ?? new Int32Array(row.length * 2);
  forest.block = block;
  for (const feature of forest.features) layValue(block, feature * 2, row[feature] as number);
  return sumOfTrees(forest, block, 0, base);
}

const BLOCK_ROWS = 64;
/** Bits of a node that say which value it asks for; what is left of 32 says how far its first child is. */
const ASKED_BITS = 14;
const ASKED_MASK = 2 ** ASKED_BITS - 1;

const HIGHEST = 2 ** 31 - 1;
const LOWEST = -(2 ** 31);

/** Every value stands twice, as higher and as lower than any other when it is missing. */
function layValue(block: Int32Array, at: number, value: number): void {
  const missing = Number.isNaN(value);
  const rank = rankOf(value);
  block[at] = missing ? HIGHEST : rank;
  block[at + 1] = missing ? LOWEST : rank;
}

const asFloat = new Float32Array(1);
const asBits = new Int32Array(asFloat.buffer);

/**
 * Whole numbers in the order of the single-precision numbers that they stand for: they are compared at half the price. The
 * bits of numbers below zero are in falling order; there are two zeros.
 */
function rankOf(value: number): number {
  asFloat[0] = value + 0;
  const bits = asBits[0] as number;
  return bits < 0 ? bits ^ HIGHEST : bits;
}

/**
 * Trees one after the other, laid out to be walked without a branch that the processor could guess wrong. Two numbers a
 * node, as a walk waits for memory above all: in one, which value of the block it asks for and how far the first child is
 * (the second comes right after); in the other, the rank of its threshold. A leaf leads to itself, so that all rows take
 * as many steps. Places and distances count numbers, two a node.
 */
interface Forest {
  readonly nodes: Int32Array;
  /** By node. */
  readonly values: Float64Array;
  /** Of each tree where it begins, and how deep it is. */
  readonly roots: Int32Array;
  readonly steps: Int32Array;
  /** Features that some node asks about. */
  readonly features: Int32Array;
  /** For one row at a time. */
  block?: Int32Array;
}

const forests = new WeakMap<readonly Tree[], Forest>();

function forestOf(trees: readonly Tree[]): Forest {
  const known = forests.get(trees);
  if (known !== undefined) return known;
  const count = trees.reduce((sum, { feature }) => sum + feature.length, 0);
  const forest: Forest = {
    nodes: new Int32Array(count * 2),
    values: new Float64Array(count),
    roots: new Int32Array(trees.length),
    steps: new Int32Array(trees.length),
    features: featuresIn(trees),
  };
  let root = 0;
  trees.forEach((tree, index) => {
    forest.roots[index] = root * 2;
    forest.steps[index] = layTree(forest, tree, root);
    root += tree.feature.length;
  });
  forests.set(trees, forest);
  return forest;
}

function featuresIn(trees: readonly Tree[]): Int32Array {
  const features = new Set<number>();
  for (const { feature } of trees) for (const one of feature) if (one >= 0) features.add(one);
  return Int32Array.from(features).sort();
}

/** Returns the depth. Nodes go level by level; children are given their places as their parent is laid. */
function layTree({ nodes, values }: Forest, tree: Tree, root: number): number {
  const count = tree.feature.length;
  const order = new Int32Array(count);
  const depths = new Int32Array(count);
  let placed = 1;
  for (let at = 0; at < placed; at += 1) {
    const node = order[at] ?? 0;
    const place = (root + at) * 2;
    const feature = tree.feature[node] ?? -1;
    values[root + at] = tree.value[node] ?? 0;
    nodes[place + 1] = feature < 0 ? HIGHEST : rankOf(tree.threshold[node] ?? 0);
    if (feature < 0) continue;
    const asked = feature * 2 + (tree.missingLeft[node] ?? 0);
    nodes[place] = ((placed - at) << (ASKED_BITS + 1)) | asked;
    order[placed] = tree.left[node] ?? 0;
    order[placed + 1] = tree.right[node] ?? 0;
    depths.fill((depths[at] ?? 0) + 1, placed, placed + 2);
    placed += 2;
  }
  return depths.reduce((most, depth) => Math.max(most, depth), 0);
}

/** Four rows at a time: a step waits for memory, and four can wait together. */
function addTree(
  { nodes, values, roots, steps: depths }: Forest,
  tree: number,
  block: Int32Array,
  width: number,
  scores: Float64Array,
): void {
  const root = roots[tree] as number;
  const steps = depths[tree] as number;
  for (let row = 0; row < scores.length; row += 4) {
    const base = row * width;
    let a = root;
    let b = root;
    let c = root;
    let d = root;
    for (let step = 0; step < steps; step += 1) {
      a = next(nodes, block, base, a);
      b = next(nodes, block, base + width, b);
      c = next(nodes, block, base + 2 * width, c);
      d = next(nodes, block, base + 3 * width, d);
    }
    scores[row] = (scores[row] as number) + (values[a >> 1] as number);
    scores[row + 1] = (scores[row + 1] as number) + (values[b >> 1] as number);
    scores[row + 2] = (scores[row + 2] as number) + (values[c >> 1] as number);
    scores[row + 3] = (scores[row + 3] as number) + (values[d >> 1] as number);
  }
}

/** One row, four trees at a time. What they say is added in the order of the trees, as for many rows. */
function sumOfTrees(forest: Forest, block: Int32Array, base: number, from: number): number {
  const { nodes, values, roots, steps: depths } = forest;
  const fours = roots.length - (roots.length % 4);
  let sum = from;
  for (let tree = 0; tree < fours; tree += 4) {
    let a = roots[tree] as number;
    let b = roots[tree + 1] as number;
    let c = roots[tree + 2] as number;
    let d = roots[tree + 3] as number;
    const steps = Math.max(
      depths[tree] as number,
      depths[tree + 1] as number,
      depths[tree + 2] as number,
      depths[tree + 3] as number,
    );
    for (let step = 0; step < steps; step += 1) {
      a = next(nodes, block, base, a);
      b = next(nodes, block, base, b);
      c = next(nodes, block, base, c);
      d = next(nodes, block, base, d);
    }
    sum += values[a >> 1] as number;
    sum += values[b >> 1] as number;
    sum += values[c >> 1] as number;
    sum += values[d >> 1] as number;
  }
  for (let tree = fours; tree < roots.length; tree += 1) {
    let place = roots[tree] as number;
    for (let step = 0; step < (depths[tree] as number); step += 1) {
      place = next(nodes, block, base, place);
    }
    sum += values[place >> 1] as number;
  }
  return sum;
}

function next(nodes: Int32Array, block: Int32Array, base: number, place: number): number {
  const node = nodes[place] as number;
  const found = block[base + (node & ASKED_MASK)] as number;
  const right = Number(found > (nodes[place + 1] as number));
  return place + (node >>> ASKED_BITS) + (right << 1);
}
