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
  const block = new Float32Array(BLOCK_ROWS * width);
  for (let from = 0; from < scores.length; from += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, scores.length - from);
    columns.forEach((column, feature) => {
      for (let row = 0; row < rows; row += 1) {
        block[row * width + feature] = column[from + row] ?? Number.NaN;
      }
    });
    for (const tree of trees) addTree(tree, block, width, scores.subarray(from, from + rows));
  }
}

const BLOCK_ROWS = 256;

function addTree(tree: Tree, block: Float32Array, width: number, scores: Float64Array): void {
  const { feature, threshold, missingLeft, left, right, value } = tree;
  for (let row = 0; row < scores.length; row += 1) {
    const base = row * width;
    let node = 0;
    let asked = feature[0] as number;
    while (asked >= 0) {
      const found = block[base + asked] as number;
      // Of a missing value both comparisons are false.
      if (found <= (threshold[node] as number)) node = left[node] as number;
      else if (found > (threshold[node] as number)) node = right[node] as number;
      else node = (missingLeft[node] === 1 ? left[node] : right[node]) as number;
      asked = feature[node] as number;
    }
    scores[row] = (scores[row] as number) + (value[node] as number);
  }
}
