/**
 * A model as XGBoost reads it (JSON of version 1.7): one booster of all forests, whose leaves are scaled so that the sum is
 * our average with its calibration. It scores features as `encode` makes them; it cannot make them. The result is for
 * `JSON.stringify`.
 */
import type { Tree } from "../boosting/tree.ts";
import { LearningError } from "../errors.ts";
import { UNCALIBRATED } from "../model/calibrate.ts";
import type { Model } from "../model/model.ts";
import { nextUp } from "./float-order.ts";

/** Errors: CH4607 for a linear model. */
export function boosterOf(model: Model): Readonly<Record<string, unknown>> {
  const { members, features, linear } = model;
  if (linear !== undefined || members.length === 0) throw new LearningError("CH4607", "no trees");
  const { slope, offset } = model.calibration ?? UNCALIBRATED;
  const scale = slope / members.length;
  const odds = offset + members.reduce((sum, { base }) => sum + base * scale, 0);
  const trees = members.flatMap((member) => member.trees);
  const parameters = { num_class: "0", num_feature: String(features.length), num_target: "1" };
  return {
    learner: {
      attributes: {},
      feature_names: features.map(plainName),
      feature_types: features.map(() => "float"),
      gradient_booster: {
        model: {
          gbtree_model_param: {
            num_parallel_tree: "1",
            num_trees: String(trees.length),
            size_leaf_vector: "0",
          },
          tree_info: trees.map(() => 0),
          trees: trees.map((tree, id) => boosterTree(tree, id, scale, features.length)),
        },
        name: "gbtree",
      },
      learner_model_param: {
        ...parameters,
        base_score: (1 / (1 + Math.exp(-odds))).toExponential(SINGLE_DIGITS - 1),
        boost_from_average: "1",
      },
      objective: { name: "binary:logistic", reg_loss_param: { scale_pos_weight: "1" } },
    },
    version: [1, 7, 4],
  };
}

/** XGBoost allows neither brackets nor a less-than sign. */
function plainName(name: string): string {
  return name.replaceAll(/[[\]<]/g, "_");
}

/** Not yet in the types of the language: a number that is written as it is given. */
const { rawJSON } = JSON as unknown as { readonly rawJSON: (text: string) => object };

/** XGBoost takes a number without a point for a whole one, and refuses it where it wants another. */
function real(value: number): object {
  const text = String(Math.fround(value));
  return rawJSON(/^-?\d+$/.test(text) ? `${text}.0` : text);
}

/** As many as tell every number of single precision; XGBoost reads no more of a parameter. */
const SINGLE_DIGITS = 9;
const NO_PARENT = 2_147_483_647;

function boosterTree(tree: Tree, id: number, scale: number, features: number) {
  const { feature, threshold, missingLeft, value, cover } = tree;
  const nodes = nodesByLevel(tree);
  const ofSplit = <T>(split: (entry: Placed) => T, ofLeaf: T) =>
    nodes.map((entry) => (entry.first < 0 ? ofLeaf : split(entry)));
  const weights = nodes.map(({ node }) => (value[node] ?? 0) * scale);
  return {
    base_weights: weights.map(real),
    categories: [],
    categories_nodes: [],
    categories_segments: [],
    categories_sizes: [],
    default_left: ofSplit(({ node }) => missingLeft[node] ?? 0, 0),
    id,
    left_children: nodes.map(({ first }) => first),
    loss_changes: nodes.map(() => real(0)),
    parents: nodes.map(({ parent }) => parent),
    right_children: ofSplit(({ first }) => first + 1, -1),
    split_conditions: nodes.map(({ node, first }, at) =>
      real(first < 0 ? (weights[at] ?? 0) : nextUp(threshold[node] ?? 0)),
    ),
    split_indices: ofSplit(({ node }) => feature[node] ?? 0, 0),
    split_type: nodes.map(() => 0),
    sum_hessian: nodes.map(({ node }) => real(cover[node] ?? 0)),
    tree_param: {
      num_deleted: "0",
      num_feature: String(features),
      num_nodes: String(nodes.length),
      size_leaf_vector: "0",
    },
  };
}

interface Placed {
  readonly node: number;
  readonly parent: number;
  /** Place of the first child, or -1 of a leaf. */
  first: number;
}

/** XGBoost finds the second child right after the first, whatever the lists say. */
function nodesByLevel({ feature, left, right }: Tree): readonly Placed[] {
  const nodes: Placed[] = [{ node: 0, parent: NO_PARENT, first: -1 }];
  for (let at = 0; at < nodes.length; at += 1) {
    const entry = nodes[at];
    if (entry === undefined || (feature[entry.node] ?? -1) < 0) continue;
    entry.first = nodes.length;
    for (const child of [left[entry.node] ?? 0, right[entry.node] ?? 0]) {
      nodes.push({ node: child, parent: at, first: -1 });
    }
  }
  return nodes;
}
