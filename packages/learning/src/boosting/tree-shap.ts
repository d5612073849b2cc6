/**
 * How much each feature moved a score: exact Shapley values of a tree ensemble in polynomial time (Lundberg and others,
 * "Consistent individualized feature attribution for tree ensembles", algorithm 2). What is not known of a feature is
 * averaged by the rows that took each branch in training.
 */
import type { Tree } from "./tree.ts";

/** Adds each feature's contribution to the log-odds of one row. With the expected value they add up to the score. */
export function addContributions(tree: Tree, row: Float32Array, contributions: Float64Array): void {
  walk({ tree, row, contributions, paths: pathsFor(depthOf(tree)) }, 0, 0, 0, 1, 1, -1);
}

/** The mean answer of a tree over its training rows. */
export function expectedValue(tree: Tree): number {
  return tree.value[0] ?? 0;
}

/**
 * The ways from the root to where the walk is, one after the other: each node copies that of its parent and goes on behind
 * it, so that nothing has to be made while walking. Of each step: which feature it is about, the shares of ways that go on
 * without it and with it, and the weight.
 */
interface Paths {
  readonly feature: Int32Array;
  readonly without: Float64Array;
  readonly given: Float64Array;
  readonly weight: Float64Array;
}

interface Walk {
  readonly tree: Tree;
  readonly row: Float32Array;
  readonly contributions: Float64Array;
  readonly paths: Paths;
}

/** Used again for the next tree: walks do not overlap, as nothing waits within one. */
let spare: Paths | undefined;

function pathsFor(depth: number): Paths {
  // Ways of 1, 2, … depth + 1 steps.
  const steps = ((depth + 1) * (depth + 2)) / 2;
  if (spare === undefined || spare.feature.length < steps) {
    spare = {
      feature: new Int32Array(steps),
      without: new Float64Array(steps),
      given: new Float64Array(steps),
      weight: new Float64Array(steps),
    };
  }
  return spare;
}

/** Questions on the longest way to a leaf. Children come after their parent, so that one pass is enough. */
function depthOf({ feature, left, right }: Tree): number {
  const depths = new Int32Array(feature.length);
  let most = 0;
  for (let node = 0; node < feature.length; node += 1) {
    if ((feature[node] as number) < 0) continue;
    const below = (depths[node] as number) + 1;
    depths[left[node] as number] = below;
    depths[right[node] as number] = below;
    most = Math.max(most, below);
  }
  return most;
}

/** The way of the parent is `length` steps from `parent` on; one step more leads to this node. */
function walk(
  run: Walk,
  node: number,
  parent: number,
  length: number,
  without: number,
  given: number,
  cameBy: number,
): void {
  const { tree, paths } = run;
  const at = parent + length;
  extend(paths, parent, length, { without, given, feature: cameBy });
  const feature = tree.feature[node] as number;
  if (feature < 0) {
    addLeaf(run, node, at, length + 1);
    return;
  }
  const again = stepAbout(paths, at, length + 1, feature);
  let [shareWithout, shareGiven, rest] = [1, 1, length + 1];
  if (again > 0) {
    shareWithout = paths.without[at + again] as number;
    shareGiven = paths.given[at + again] as number;
    unwind(paths, at, length + 1, again);
    rest = length;
  }
  const cover = tree.cover[node] as number;
  const share = (child: number) => (shareWithout * (tree.cover[child] as number)) / cover;
  const left = tree.left[node] as number;
  const right = tree.right[node] as number;
  const goesLeft = isLeft(tree, node, run.row[feature] ?? Number.NaN);
  walk(run, left, at, rest, share(left), goesLeft ? shareGiven : 0, feature);
  walk(run, right, at, rest, share(right), goesLeft ? 0 : shareGiven, feature);
}

function isLeft(tree: Tree, node: number, value: number): boolean {
  if (Number.isNaN(value)) return tree.missingLeft[node] === 1;
  return value <= (tree.threshold[node] as number);
}

/** Where on the way the feature was asked for before; 0: nowhere. */
function stepAbout({ feature }: Paths, at: number, length: number, sought: number): number {
  for (let index = 1; index < length; index += 1) if (feature[at + index] === sought) return index;
  return 0;
}

/** Copies the way of the parent to behind it, with one step more. */
function extend(
  paths: Paths,
  parent: number,
  length: number,
  step: { readonly without: number; readonly given: number; readonly feature: number },
): void {
  const at = parent + length;
  const { weight } = paths;
  for (let index = 0; index < length; index += 1) {
    copyStep(paths, parent + index, at + index);
    weight[at + index] = weight[parent + index] as number;
  }
  paths.feature[at + length] = step.feature;
  paths.without[at + length] = step.without;
  paths.given[at + length] = step.given;
  weight[at + length] = length === 0 ? 1 : 0;
  for (let index = length - 1; index >= 0; index -= 1) {
    const here = weight[at + index] as number;
    weight[at + index + 1] =
      (weight[at + index + 1] as number) + (step.given * here * (index + 1)) / (length + 1);
    weight[at + index] = (step.without * here * (length - index)) / (length + 1);
  }
}

/** Makes the way as if the step `taken` had never been on it. */
function unwind(paths: Paths, at: number, length: number, taken: number): void {
  const last = length - 1;
  const { weight } = paths;
  const given = paths.given[at + taken] as number;
  const without = paths.without[at + taken] as number;
  let carried = weight[at + last] as number;
  for (let index = last - 1; index >= 0; index -= 1) {
    const here = weight[at + index] as number;
    if (given !== 0) {
      const next = (carried * (last + 1)) / ((index + 1) * given);
      weight[at + index] = next;
      carried = here - (next * without * (last - index)) / (last + 1);
    } else {
      weight[at + index] = (here * (last + 1)) / (without * (last - index));
    }
  }
  for (let index = taken; index < last; index += 1) copyStep(paths, at + index + 1, at + index);
}

/** All of it but the weight. */
function copyStep({ feature, without, given }: Paths, from: number, to: number): void {
  feature[to] = feature[from] as number;
  without[to] = without[from] as number;
  given[to] = given[from] as number;
}

/** What the weights of a way would add up to without the step. */
function unwoundSum(paths: Paths, at: number, length: number, taken: number): number {
  const last = length - 1;
  const { weight } = paths;
  const given = paths.given[at + taken] as number;
  const without = paths.without[at + taken] as number;
  let sum = 0;
  let carried = weight[at + last] as number;
  for (let index = last - 1; index >= 0; index -= 1) {
    const here = weight[at + index] as number;
    if (given !== 0) {
      const next = (carried * (last + 1)) / ((index + 1) * given);
      sum += next;
      carried = here - (next * without * (last - index)) / (last + 1);
    } else {
      sum += (here * (last + 1)) / (without * (last - index));
    }
  }
  return sum;
}

function addLeaf({ tree, paths, contributions }: Walk, node: number, at: number, length: number) {
  const value = tree.value[node] as number;
  for (let index = 1; index < length; index += 1) {
    const weight = unwoundSum(paths, at, length, index);
    const moved = (paths.given[at + index] as number) - (paths.without[at + index] as number);
    const feature = paths.feature[at + index] as number;
    contributions[feature] = (contributions[feature] as number) + weight * moved * value;
  }
}
