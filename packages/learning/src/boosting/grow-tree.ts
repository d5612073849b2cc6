/**
 * Grows one tree on histograms of gradients (second order, as XGBoost and LightGBM do): the smaller child is counted, the
 * larger is its parent less its sibling.
 */
import type { Binned } from "./bins.ts";
import { MISSING_BIN } from "./bins.ts";
import type { Tree } from "./tree.ts";

export interface GrowLimits {
  readonly depth: number;
  /** Least sum of second derivatives in a child. */
  readonly minChildWeight: number;
  /** Added to the second derivatives of every leaf. */
  readonly lambda: number;
  readonly learningRate: number;
}

export interface GrowInput {
  readonly data: Binned;
  /** Rows to learn from, in rising order. It is reordered. */
  readonly rows: Int32Array;
  /** Features that this tree may ask about. */
  readonly features: Int32Array;
  readonly gradients: Float32Array;
  readonly curvatures: Float32Array;
  /** For each feature 1 when the answer must not fall as it rises, -1 when it must not rise, else 0. */
  readonly monotone: Int8Array;
  readonly limits: GrowLimits;
}

const BINS = 256;
/** Gradient and curvature side by side. */
const STRIDE = BINS * 2;
const MIN_GAIN = 1e-9;

interface Split {
  gain: number;
  feature: number;
  /** Bins up to this one go left. */
  bin: number;
  missingLeft: boolean;
  leftGradient: number;
  leftCurvature: number;
}

interface Node {
  readonly from: number;
  readonly to: number;
  readonly gradient: number;
  readonly curvature: number;
  readonly depth: number;
  /** What a leaf below may say, under monotone constraints. */
  readonly lowest: number;
  readonly highest: number;
}

export function growTree(input: GrowInput): Tree {
  return new Grower(input).grow();
}

class Grower {
  readonly #input: GrowInput;
  readonly #scratch: Int32Array;
  readonly #gradients: Float64Array;
  readonly #curvatures: Float64Array;
  readonly #free: Float64Array[] = [];
  readonly #nodes: {
    feature: number;
    threshold: number;
    missingLeft: number;
    left: number;
    right: number;
    value: number;
    cover: number;
  }[] = [];

  constructor(input: GrowInput) {
    this.#input = input;
    this.#scratch = new Int32Array(input.rows.length);
    this.#gradients = new Float64Array(input.rows.length);
    this.#curvatures = new Float64Array(input.rows.length);
  }

  grow(): Tree {
    const { rows, gradients, curvatures } = this.#input;
    let gradient = 0;
    let curvature = 0;
    for (const row of rows) {
      gradient += gradients[row] as number;
      curvature += curvatures[row] as number;
    }
    const root = {
      from: 0,
      to: rows.length,
      gradient,
      curvature,
      depth: 0,
      lowest: Number.NEGATIVE_INFINITY,
      highest: Number.POSITIVE_INFINITY,
    };
    const histogram = this.#take();
    this.#count(root, histogram);
    this.#node(root, histogram);
    return this.#flat();
  }

  /** Adds the node and all below; gives its index. The histogram is used up. */
  #node(node: Node, histogram: Float64Array | undefined): number {
    const index = this.#nodes.length;
    const made = {
      feature: -1,
      threshold: 0,
      missingLeft: 0,
      left: -1,
      right: -1,
      value: this.#answer(node.gradient, node.curvature, node),
      cover: node.to - node.from,
    };
    this.#nodes.push(made);
    const split = histogram === undefined ? undefined : this.#bestSplit(node, histogram);
    if (split === undefined || histogram === undefined) {
      made.value *= this.#input.limits.learningRate;
      if (histogram !== undefined) this.#free.push(histogram);
      return index;
    }
    const middle = this.#partition(node, split);
    const [left, right] = this.#children(node, split, middle);
    const { leftOf, rightOf } = this.#childHistograms(left, right, histogram);
    made.feature = split.feature;
    made.threshold = this.#input.data.cuts[split.feature]?.[split.bin - 1] ?? 0;
    made.missingLeft = split.missingLeft ? 1 : 0;
    made.left = this.#node(left, leftOf);
    made.right = this.#node(right, rightOf);
    const [{ value: low, cover: lowCover }, { value: high, cover: highCover }] = [
      this.#nodes[made.left] ?? made,
      this.#nodes[made.right] ?? made,
    ];
    made.value = (low * lowCover + high * highCover) / (lowCover + highCover);
    return index;
  }

  #childHistograms(left: Node, right: Node, parent: Float64Array) {
    if (left.depth >= this.#input.limits.depth) {
      this.#free.push(parent);
      return {};
    }
    const leftIsSmall = left.to - left.from <= right.to - right.from;
    const small = this.#take();
    this.#count(leftIsSmall ? left : right, small);
    this.#subtract(parent, small);
    return leftIsSmall ? { leftOf: small, rightOf: parent } : { leftOf: parent, rightOf: small };
  }

  #children(node: Node, split: Split, middle: number): [Node, Node] {
    const { leftGradient, leftCurvature } = split;
    const depth = node.depth + 1;
    const rightGradient = node.gradient - leftGradient;
    const rightCurvature = node.curvature - leftCurvature;
    const direction = this.#input.monotone[split.feature] ?? 0;
    const between =
      (this.#answer(leftGradient, leftCurvature, node) +
        this.#answer(rightGradient, rightCurvature, node)) /
      2;
    const left = {
      from: node.from,
      to: middle,
      gradient: leftGradient,
      curvature: leftCurvature,
      depth,
      lowest: direction < 0 ? between : node.lowest,
      highest: direction > 0 ? between : node.highest,
    };
    const right = {
      from: middle,
      to: node.to,
      gradient: rightGradient,
      curvature: rightCurvature,
      depth,
      lowest: direction > 0 ? between : node.lowest,
      highest: direction < 0 ? between : node.highest,
    };
    return [left, right];
  }

  #answer(gradient: number, curvature: number, { lowest, highest }: Node): number {
    const free = -gradient / (curvature + this.#input.limits.lambda);
    return Math.min(highest, Math.max(lowest, free));
  }

  #bestSplit(node: Node, histogram: Float64Array): Split | undefined {
    const { features, limits, data } = this.#input;
    if (node.curvature < 2 * limits.minChildWeight) return undefined;
    const best: Split = {
      gain: MIN_GAIN,
      feature: -1,
      bin: 0,
      missingLeft: false,
      leftGradient: 0,
      leftCurvature: 0,
    };
    const own = (node.gradient * node.gradient) / (node.curvature + limits.lambda);
    for (let index = 0; index < features.length; index += 1) {
      const feature = features[index] as number;
      const bins = (data.cuts[feature]?.length ?? 0) + 1;
      const start = index * STRIDE;
      const missing = (histogram[start + 2 * MISSING_BIN + 1] as number) > 0;
      this.#scan(node, histogram, start, bins, feature, own, false, best);
      if (missing) this.#scan(node, histogram, start, bins, feature, own, true, best);
    }
    return best.feature < 0 ? undefined : best;
  }

  #scan(
    node: Node,
    histogram: Float64Array,
    start: number,
    bins: number,
    feature: number,
    own: number,
    missingLeft: boolean,
    best: Split,
  ): void {
    const { lambda, minChildWeight } = this.#input.limits;
    const direction = this.#input.monotone[feature] ?? 0;
    let gradient = missingLeft ? (histogram[start] as number) : 0;
    let curvature = missingLeft ? (histogram[start + 1] as number) : 0;
    for (let bin = 1; bin < bins; bin += 1) {
      const more = histogram[start + 2 * bin + 1] as number;
      // An empty bin cuts where the one before it cuts.
      if (more === 0) continue;
      gradient += histogram[start + 2 * bin] as number;
      curvature += more;
      if (curvature < minChildWeight) continue;
      const rest = node.curvature - curvature;
      if (rest < minChildWeight) break;
      const other = node.gradient - gradient;
      const gain =
        (gradient * gradient) / (curvature + lambda) + (other * other) / (rest + lambda) - own;
      if (gain <= best.gain) continue;
      if (direction !== 0) {
        const rise = this.#answer(other, rest, node) - this.#answer(gradient, curvature, node);
        if (rise * direction < 0) continue;
      }
      best.gain = gain;
      best.feature = feature;
      best.bin = bin;
      best.missingLeft = missingLeft;
      best.leftGradient = gradient;
      best.leftCurvature = curvature;
    }
  }

  /** Rows that go left come first, both sides in their order; gives where the right side begins. */
  #partition({ from, to }: Node, { feature, bin, missingLeft }: Split): number {
    const { rows, data } = this.#input;
    const bins = data.bins[feature] as Uint8Array;
    let left = from;
    let right = 0;
    for (let index = from; index < to; index += 1) {
      const row = rows[index] as number;
      const found = bins[row] as number;
      if (found === MISSING_BIN ? missingLeft : found <= bin) {
        rows[left] = row;
        left += 1;
      } else {
        this.#scratch[right] = row;
        right += 1;
      }
    }
    rows.set(this.#scratch.subarray(0, right), left);
    return left;
  }

  #count({ from, to }: Node, histogram: Float64Array): void {
    const { rows, gradients, curvatures, features, data } = this.#input;
    const near = this.#gradients;
    const bent = this.#curvatures;
    for (let index = from; index < to; index += 1) {
      const row = rows[index] as number;
      near[index] = gradients[row] as number;
      bent[index] = curvatures[row] as number;
    }
    histogram.fill(0);
    for (let index = 0; index < features.length; index += 1) {
      const bins = data.bins[features[index] as number] as Uint8Array;
      countFeature(histogram, index * STRIDE, bins, rows, near, bent, from, to);
    }
  }

  #subtract(parent: Float64Array, child: Float64Array): void {
    const { features, data } = this.#input;
    for (let index = 0; index < features.length; index += 1) {
      const start = index * STRIDE;
      const end = start + 2 * ((data.cuts[features[index] as number]?.length ?? 0) + 2);
      for (let cell = start; cell < end; cell += 2) {
        // What is left of an emptied bin must be nothing, not what rounding left.
        const rest = (parent[cell + 1] as number) - (child[cell + 1] as number);
        const empty = rest < EMPTY;
        parent[cell] = empty ? 0 : (parent[cell] as number) - (child[cell] as number);
        parent[cell + 1] = empty ? 0 : rest;
      }
    }
  }

  #take(): Float64Array {
    return this.#free.pop() ?? new Float64Array(this.#input.features.length * STRIDE);
  }

  #flat(): Tree {
    const nodes = this.#nodes;
    return {
      feature: Int16Array.from(nodes, (node) => node.feature),
      threshold: Float32Array.from(nodes, (node) => node.threshold),
      missingLeft: Uint8Array.from(nodes, (node) => node.missingLeft),
      left: Int32Array.from(nodes, (node) => node.left),
      right: Int32Array.from(nodes, (node) => node.right),
      value: Float64Array.from(nodes, (node) => node.value),
      cover: Float64Array.from(nodes, (node) => node.cover),
    };
  }
}

const EMPTY = 1e-10;

function countFeature(
  histogram: Float64Array,
  start: number,
  bins: Uint8Array,
  rows: Int32Array,
  gradients: Float64Array,
  curvatures: Float64Array,
  from: number,
  to: number,
): void {
  for (let index = from; index < to; index += 1) {
    const cell = start + 2 * (bins[rows[index] as number] as number);
    histogram[cell] = (histogram[cell] as number) + (gradients[index] as number);
    histogram[cell + 1] = (histogram[cell + 1] as number) + (curvatures[index] as number);
  }
}
