/** A booster that XGBoost has saved as JSON, as a model: its features are number columns of the same names. */
import type { Tree } from "../boosting/tree.ts";
import { LearningError } from "../errors.ts";
import { boundedJson, type JsonLimits } from "../files/bounded-json.ts";
import { BrokenFile } from "../files/broken-file.ts";
import type { Model } from "../model/model.ts";
import { MAX_DEPTH } from "../model-file/tree-block.ts";
import { BOOSTER, type BoosterTree } from "./booster-shape.ts";
import { nextDown } from "./float-order.ts";

/** A node is some dozen values: two million nodes. */
const LIMITS: JsonLimits = { bytes: 450_000_000, values: 25_000_000, depth: 40 };
/** Where a booster counts nothing, a node still has to count for something in explanations. */
const LEAST_COVER = 1e-6;

/** A table has to have no column of this name; one with identifiers of its own names it. */
const USUAL_ID = "row";

/** Of UTF-8. `id` is the column that identifies a row of the tables to score. Errors: CH4607. */
export function modelOfBooster(json: Buffer, id = USUAL_ID): Model {
  const { feature_names: features, ...learner } = parsed(json).learner;
  const base = baseOdds(learner.learner_model_param.base_score);
  const trees = learner.gradient_booster.model.trees.map((tree, index) =>
    treeOf(tree, index, features.length),
  );
  if (new Set(features).size < features.length) throw refused("a feature is named twice");
  if (features.includes(id)) throw refused(`${id}, which identifies a row, is a feature`);
  return {
    profiles: {
      schema: {
        id,
        columns: features.map((name) => ({ name, kind: "number" as const })),
        profiles: [],
        ratios: [],
      },
      prior: 1 / (1 + Math.exp(-base)),
      histories: [],
      positions: [],
    },
    features,
    members: [{ base, trees }],
  };
}

function parsed(json: Buffer) {
  let value: unknown;
  try {
    value = boundedJson(json, LIMITS);
  } catch (error) {
    if (error instanceof BrokenFile) throw refused(error.message);
    throw error;
  }
  const { success, data, error } = BOOSTER.safeParse(value);
  if (success) return data;
  const [first] = error.issues;
  throw refused(`${first?.path.join(".")} ${first?.message}`);
}

/** Written as a probability. */
function baseOdds(text: string): number {
  const score = Math.fround(Number(text.replaceAll(/[[\]]/g, "")));
  if (score > 0 && score < 1) return Math.log(score / (1 - score));
  throw refused("base_score is no probability");
}

/** Laid again from the root on: what cannot be reached is left out, what is reached twice is refused. */
function treeOf(given: BoosterTree, index: number, features: number): Tree {
  const order = nodesInOrder(given, index, features);
  const place = new Map(order.map((node, at) => [node, at]));
  const of = <T>(list: readonly T[], node: number) => list[node] as T;
  const isLeaf = (node: number) => of(given.left_children, node) === -1;
  const inner = <T>(node: number, value: T, ofLeaf: T) => (isLeaf(node) ? ofLeaf : value);
  const child = (children: readonly number[], node: number) => place.get(of(children, node)) ?? 0;
  const cover = Float64Array.from(order, (node) =>
    Math.max(of(given.sum_hessian, node), LEAST_COVER),
  );
  const tree = {
    feature: Int16Array.from(order, (node) => inner(node, of(given.split_indices, node), -1)),
    threshold: Float32Array.from(order, (node) =>
      inner(node, nextDown(of(given.split_conditions, node)), 0),
    ),
    missingLeft: Uint8Array.from(order, (node) =>
      inner(node, Number(of(given.default_left, node)), 0),
    ),
    left: Int32Array.from(order, (node) => inner(node, child(given.left_children, node), 0)),
    right: Int32Array.from(order, (node) => inner(node, child(given.right_children, node), 0)),
    value: Float64Array.from(order, (node) => Math.fround(of(given.split_conditions, node))),
    cover,
  };
  fillMeans(tree);
  return tree;
}

/** The two children of a node stand side by side, after it. */
function nodesInOrder(given: BoosterTree, index: number, features: number): readonly number[] {
  const count = given.left_children.length;
  const lists = [given.right_children, given.split_conditions, given.split_indices];
  const all = [...lists, given.sum_hessian, given.default_left];
  if (count === 0 || all.some((list) => list.length !== count)) {
    throw refused(`tree ${index} has lists of different lengths`);
  }
  // How many nodes stand on the way to each; the root counts itself, so that 0 is a node that was not seen.
  const levels = new Uint8Array(count);
  const order = [0];
  levels[0] = 1;
  for (let at = 0; at < order.length; at += 1) {
    const node = order[at] ?? 0;
    const children = [given.left_children[node] ?? -1, given.right_children[node] ?? -1];
    if (children[0] === -1 && children[1] === -1) continue;
    const feature = given.split_indices[node] ?? -1;
    if (feature < 0 || feature >= features) throw refused(`tree ${index} asks for no feature`);
    const level = (levels[node] ?? 0) + 1;
    if (level > MAX_DEPTH + 1) throw refused(`tree ${index} is deeper than ${MAX_DEPTH}`);
    for (const child of children) {
      if (child < 0 || child >= count || levels[child] !== 0)
        throw refused(`tree ${index} is no tree`);
      levels[child] = level;
      order.push(child);
    }
  }
  return order;
}

/** In an inner node stands the mean of its leaves by cover, for explanations. Children come later. */
function fillMeans({ feature, left, right, value, cover }: Tree): void {
  for (let node = feature.length - 1; node >= 0; node -= 1) {
    if ((feature[node] ?? -1) < 0) continue;
    const [a, b] = [left[node] ?? 0, right[node] ?? 0];
    const [first, second] = [cover[a] ?? 0, cover[b] ?? 0];
    cover[node] = first + second;
    value[node] = ((value[a] ?? 0) * first + (value[b] ?? 0) * second) / (first + second);
  }
}

function refused(why: string): LearningError {
  return new LearningError("CH4607", why);
}
