/**
 * How much each feature moved a score: exact Shapley values of a tree ensemble in polynomial time (Lundberg and others,
 * "Consistent individualized feature attribution for tree ensembles", algorithm 2). What is not known of a feature is
 * averaged by the rows that took each branch in training.
 */
import type { Tree } from "./tree.ts";

/** One feature on the way from the root: the shares of ways that go on without it and with it, and the weight. */
interface Step {
  readonly feature: number;
  readonly without: number;
  readonly given: number;
  weight: number;
}

/** Adds each feature's contribution to the log-odds of one row. With the expected value they add up to the score. */
export function addContributions(tree: Tree, row: Float32Array, contributions: Float64Array): void {
  walk(tree, row, contributions, 0, [], 1, 1, -1);
}

/** The mean answer of a tree over its training rows. */
export function expectedValue(tree: Tree): number {
  return tree.value[0] ?? 0;
}

function walk(
  tree: Tree,
  row: Float32Array,
  contributions: Float64Array,
  node: number,
  before: readonly Step[],
  without: number,
  given: number,
  cameBy: number,
): void {
  const path = extend(before, without, given, cameBy);
  const feature = tree.feature[node] ?? -1;
  if (feature < 0) {
    const value = tree.value[node] ?? 0;
    for (let index = 1; index < path.length; index += 1) {
      const step = path[index] as Step;
      const weight = unwound(path, index).reduce((sum, { weight }) => sum + weight, 0);
      contributions[step.feature] =
        (contributions[step.feature] ?? 0) + weight * (step.given - step.without) * value;
    }
    return;
  }
  const [taken, other] = branches(tree, node, row[feature] ?? Number.NaN);
  const again = path.findIndex((step, index) => index > 0 && step.feature === feature);
  const earlier = again < 0 ? undefined : path[again];
  const rest = again < 0 ? path : unwound(path, again);
  const cover = tree.cover[node] ?? 1;
  const share = (child: number) => ((earlier?.without ?? 1) * (tree.cover[child] ?? 0)) / cover;
  walk(tree, row, contributions, taken, rest, share(taken), earlier?.given ?? 1, feature);
  walk(tree, row, contributions, other, rest, share(other), 0, feature);
}

function branches(tree: Tree, node: number, value: number): [taken: number, other: number] {
  const left = tree.left[node] ?? 0;
  const right = tree.right[node] ?? 0;
  const goesLeft = Number.isNaN(value)
    ? tree.missingLeft[node] === 1
    : value <= (tree.threshold[node] ?? 0);
  return goesLeft ? [left, right] : [right, left];
}

function extend(path: readonly Step[], without: number, given: number, feature: number): Step[] {
  const length = path.length;
  const next = path.map((step) => ({ ...step }));
  next.push({ feature, without, given, weight: length === 0 ? 1 : 0 });
  for (let index = length - 1; index >= 0; index -= 1) {
    const here = next[index] as Step;
    const after = next[index + 1] as Step;
    after.weight += (given * here.weight * (index + 1)) / (length + 1);
    here.weight = (without * here.weight * (length - index)) / (length + 1);
  }
  return next;
}

/** The path as if the step at `at` had never been taken. */
function unwound(path: readonly Step[], at: number): Step[] {
  const last = path.length - 1;
  const { given, without } = path[at] as Step;
  const weights = path.map(({ weight }) => weight);
  let carried = weights[last] ?? 0;
  for (let index = last - 1; index >= 0; index -= 1) {
    const weight = weights[index] ?? 0;
    if (given !== 0) {
      weights[index] = (carried * (last + 1)) / ((index + 1) * given);
      carried = weight - ((weights[index] ?? 0) * without * (last - index)) / (last + 1);
    } else {
      weights[index] = (weight * (last + 1)) / (without * (last - index));
    }
  }
  return path
    .filter((_, index) => index !== at)
    .map((step, index) => ({ ...step, weight: weights[index] ?? 0 }));
}
