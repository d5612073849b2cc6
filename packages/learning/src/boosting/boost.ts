/** Gradient boosting of trees on the logistic loss. Deterministic by seed. */
import { LearningError } from "../errors.ts";
import { sample, seeded } from "../random.ts";
import type { Matrix } from "../table/profiles.ts";
import { binMatrix } from "./bins.ts";
import { type GrowLimits, growTree } from "./grow-tree.ts";
import { TREE_LIMITS, type Tree } from "./tree.ts";

export interface BoostSettings extends GrowLimits {
  readonly trees: number;
  /** Share of the rows, and of the features, that each tree may look at. */
  readonly rowShare: number;
  readonly featureShare: number;
  /** Names of features with the direction in which they may act: 1 rising, -1 falling. */
  readonly monotone: Readonly<Record<string, 1 | -1>>;
}

export const USUAL_SETTINGS: BoostSettings = {
  trees: 1000,
  depth: 8,
  learningRate: 0.05,
  rowShare: 0.8,
  featureShare: 0.3,
  minChildWeight: 1,
  lambda: 1,
  monotone: {},
};

/** Takes in far more of what single rows say: better where the same goods and parties come again and again, else worse. */
export const DEEP_SETTINGS: BoostSettings = {
  ...USUAL_SETTINGS,
  depth: 12,
  rowShare: 1,
  featureShare: 0.2,
  lambda: 0.3,
};

export interface Boosted {
  /** Log-odds before any tree has spoken. */
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Rows that are not learnt from: they say when more trees no longer help. */
export interface HeldOut {
  readonly matrix: Matrix;
  readonly target: Uint8Array;
  /** Trees without a better one after which it stops. */
  readonly patience: number;
}

export interface BoostOptions {
  /** Told how many trees stand. */
  readonly onTree?: (trees: number) => void;
  readonly heldOut?: HeldOut;
}

/** Errors: CH4109. */
export function refuseTooDeep({ depth }: Pick<BoostSettings, "depth">): void {
  if (depth > TREE_LIMITS.depth) throw new LearningError("CH4109", `trees of depth ${depth}`);
}

/** `weights` say how much each row counts. With rows held out, the trees after the best are left off. */
export function boost(
  matrix: Matrix,
  target: Uint8Array,
  weights: Float64Array,
  settings: BoostSettings,
  seed: number,
  { onTree = () => {}, heldOut }: BoostOptions = {},
): Boosted {
  refuseTooDeep(settings);
  const random = seeded(seed);
  const data = binMatrix(matrix);
  const { rows } = matrix;
  const base = logOdds(target, weights);
  const scores = new Float64Array(rows).fill(base);
  const gradients = new Float32Array(rows);
  const curvatures = new Float32Array(rows);
  const monotone = Int8Array.from(matrix.names, (name) => settings.monotone[name] ?? 0);
  const featureCount = Math.max(1, Math.round(matrix.names.length * settings.featureShare));
  const trees: Tree[] = [];
  const watch = heldOut && new Watch(heldOut, base);
  for (let index = 0; index < settings.trees; index += 1) {
    for (let row = 0; row < rows; row += 1) {
      const probability = 1 / (1 + Math.exp(-(scores[row] as number)));
      const weight = weights[row] as number;
      gradients[row] = weight * (probability - (target[row] as number));
      curvatures[row] = weight * Math.max(probability * (1 - probability), 1e-12);
    }
    const tree = growTree({
      data,
      rows: drawRows(rows, settings.rowShare, random),
      features: sample(matrix.names.length, featureCount, random),
      gradients,
      curvatures,
      monotone,
      limits: settings,
    });
    addTraining(tree, matrix, scores);
    trees.push(tree);
    onTree(trees.length);
    if (watch?.isOver(tree, trees.length)) break;
  }
  return { base, trees: watch === undefined ? trees : trees.slice(0, watch.best) };
}

/** The loss on rows held out, tree by tree. */
class Watch {
  readonly #heldOut: HeldOut;
  readonly #scores: Float64Array;
  #least = Number.POSITIVE_INFINITY;
  best = 0;

  constructor(heldOut: HeldOut, base: number) {
    this.#heldOut = heldOut;
    this.#scores = new Float64Array(heldOut.target.length).fill(base);
  }

  isOver(tree: Tree, count: number): boolean {
    const { matrix, target, patience } = this.#heldOut;
    addTraining(tree, matrix, this.#scores);
    const loss = this.#scores.reduce(
      (sum, odds, row) => sum + Math.log1p(Math.exp(target[row] === 1 ? -odds : odds)),
      0,
    );
    if (loss < this.#least) {
      this.#least = loss;
      this.best = count;
    }
    return count - this.best >= patience;
  }
}

function logOdds(target: Uint8Array, weights: Float64Array): number {
  let yes = 0;
  let all = 0;
  target.forEach((value, row) => {
    all += weights[row] ?? 0;
    yes += value * (weights[row] ?? 0);
  });
  return Math.log(yes / (all - yes));
}

function drawRows(rows: number, share: number, random: () => number): Int32Array {
  const drawn = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    if (random() >= share) continue;
    drawn[count] = row;
    count += 1;
  }
  return drawn.slice(0, count);
}

/** The training rows need not be laid out again: the columns are at hand. */
function addTraining(tree: Tree, { columns }: Matrix, scores: Float64Array): void {
  const { feature, threshold, missingLeft, left, right, value } = tree;
  for (let row = 0; row < scores.length; row += 1) {
    let node = 0;
    let asked = feature[0] as number;
    while (asked >= 0) {
      const found = (columns[asked] as Float32Array)[row] as number;
      if (found <= (threshold[node] as number)) node = left[node] as number;
      else if (found > (threshold[node] as number)) node = right[node] as number;
      else node = (missingLeft[node] === 1 ? left[node] : right[node]) as number;
      asked = feature[node] as number;
    }
    scores[row] = (scores[row] as number) + (value[node] as number);
  }
}
