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

/** Adds to `scores` what each tree says of each row. Rows go in blocks that stay in the cache. */
export function addScores(
  trees: readonly Tree[],
  columns: readonly Float32Array[],
  scores: Float64Array,
): void {
  const width = columns.length;
  const block = new Float32Array(Math.min(BLOCK_ROWS, scores.length) * width * 2);
  const laid = trees.map(walkOf);
  for (let from = 0; from < scores.length; from += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, scores.length - from);
    columns.forEach((column, feature) => {
      for (let row = 0; row < rows; row += 1) {
        const value = column[from + row] as number;
        const missing = Number.isNaN(value);
        const at = (row * width + feature) * 2;
        block[at] = missing ? Number.POSITIVE_INFINITY : value;
        block[at + 1] = missing ? Number.NEGATIVE_INFINITY : value;
      }
    });
    const part = scores.subarray(from, from + rows);
    for (const walk of laid) addTree(walk, block, width * 2, part);
  }
}

const BLOCK_ROWS = 64;

/**
 * A tree laid out to be walked without a branch that the processor could guess wrong. Every value stands twice in the
 * block, as infinitely high and as infinitely low when it is missing. Four numbers a node: which of them it asks for, the
 * threshold, the first child (the second comes right after), and nothing. A leaf leads to itself, so that all rows take
 * as many steps.
 */
interface Walk {
  readonly nodes: Int32Array;
  readonly thresholds: Float32Array;
  readonly values: Float64Array;
  readonly steps: number;
}

const walks = new WeakMap<Tree, Walk>();

function walkOf(tree: Tree): Walk {
  const known = walks.get(tree);
  if (known !== undefined) return known;
  const count = tree.feature.length;
  const nodes = new Int32Array(count * 4);
  const thresholds = new Float32Array(nodes.buffer);
  const values = new Float64Array(count);
  /** Node of the tree at each place, and its depth; children are given their places as their parent is laid. */
  const order = new Int32Array(count);
  const depths = new Int32Array(count);
  let placed = 1;
  for (let place = 0; place < placed; place += 1) {
    const node = order[place] ?? 0;
    const feature = tree.feature[node] ?? -1;
    values[place] = tree.value[node] ?? 0;
    nodes[4 * place] = Math.max(0, feature) * 2 + (tree.missingLeft[node] ?? 0);
    thresholds[4 * place + 1] =
      feature < 0 ? Number.POSITIVE_INFINITY : (tree.threshold[node] ?? 0);
    nodes[4 * place + 2] = feature < 0 ? place : placed;
    if (feature < 0) continue;
    order[placed] = tree.left[node] ?? 0;
    order[placed + 1] = tree.right[node] ?? 0;
    depths.fill((depths[place] ?? 0) + 1, placed, placed + 2);
    placed += 2;
  }
  const steps = depths.reduce((most, depth) => Math.max(most, depth), 0);
  const walk = { nodes, thresholds, values, steps };
  walks.set(tree, walk);
  return walk;
}

/** Four rows at a time: a step waits for memory, and four can wait together. */
function addTree(walk: Walk, block: Float32Array, width: number, scores: Float64Array): void {
  const { nodes, thresholds, values, steps } = walk;
  const fours = scores.length - (scores.length % 4);
  for (let row = 0; row < fours; row += 4) {
    const base = row * width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let step = 0; step < steps; step += 1) {
      a = next(nodes, thresholds, block, base, a);
      b = next(nodes, thresholds, block, base + width, b);
      c = next(nodes, thresholds, block, base + 2 * width, c);
      d = next(nodes, thresholds, block, base + 3 * width, d);
    }
    scores[row] = (scores[row] as number) + (values[a] as number);
    scores[row + 1] = (scores[row + 1] as number) + (values[b] as number);
    scores[row + 2] = (scores[row + 2] as number) + (values[c] as number);
    scores[row + 3] = (scores[row + 3] as number) + (values[d] as number);
  }
  for (let row = fours; row < scores.length; row += 1) {
    let place = 0;
    for (let step = 0; step < steps; step += 1) {
      place = next(nodes, thresholds, block, row * width, place);
    }
    scores[row] = (scores[row] as number) + (values[place] as number);
  }
}

function next(
  nodes: Int32Array,
  thresholds: Float32Array,
  block: Float32Array,
  base: number,
  place: number,
): number {
  const at = place << 2;
  const found = block[base + (nodes[at] as number)] as number;
  return (nodes[at + 2] as number) + Number(found > (thresholds[at + 1] as number));
}
