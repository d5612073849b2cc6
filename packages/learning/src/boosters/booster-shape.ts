/** What of XGBoost's JSON is read. Whatever would change scores and is not understood is refused. */
import { z } from "zod";
import { TREE_LIMITS } from "../boosting/tree.ts";
import { everyOne, listOf } from "../files/lists.ts";
import { MAX_COLUMNS } from "../table/checked-schema.ts";

const MAX_TREES = 20_000;
const MAX_NODES = TREE_LIMITS.nodes;

/** XGBoost computes in single precision: a number beyond it was not written by XGBoost, and would be infinite here. */
function isSingle(one: unknown): one is number {
  return typeof one === "number" && Number.isFinite(Math.fround(one));
}
const singles = everyOne(isSingle, MAX_NODES, "are no numbers of single precision");
const covers = everyOne(
  (one): one is number => isSingle(one) && one >= 0,
  MAX_NODES,
  "are no numbers of single precision from 0 on",
);
const whole = everyOne(
  (one): one is number => Number.isSafeInteger(one),
  MAX_NODES,
  "are no whole numbers",
);
/** Some versions write flags as numbers, others as true and false. */
const flags = everyOne(
  (one): one is boolean | 0 | 1 => typeof one === "boolean" || one === 0 || one === 1,
  MAX_NODES,
  "are no flags",
);
const numeric = everyOne(
  (one): one is 0 => one === 0,
  MAX_NODES,
  "has a split that is not numeric",
);
const none = z.array(z.unknown()).max(0, "has categories").optional();

const TREE = z.object({
  categories_nodes: none,
  default_left: flags,
  left_children: whole,
  right_children: whole,
  split_conditions: singles,
  split_indices: whole,
  split_type: numeric.optional(),
  sum_hessian: covers,
  tree_param: z.object({ size_leaf_vector: z.enum(["0", "1"], "has leaves of several values") }),
});

export const BOOSTER = z.object({
  learner: z.object({
    feature_names: z
      .array(z.string().min(1).max(200))
      .min(1, "names no features")
      .max(MAX_COLUMNS, `are more than the ${MAX_COLUMNS} columns of a schema`),
    gradient_booster: z.object({
      name: z.literal("gbtree", "is no gbtree"),
      model: z.object({
        trees: listOf(TREE, MAX_TREES).refine(({ length }) => length > 0, "are none"),
      }),
    }),
    learner_model_param: z.object({
      base_score: z.string().regex(/^\[?[0-9.eE+-]{1,40}\]?$/),
      num_class: z.enum(["0", "1"], "has several classes"),
      num_target: z.literal("1", "has several targets").optional(),
    }),
    objective: z.object({ name: z.literal("binary:logistic", "is not binary:logistic") }),
  }),
});

export type BoosterTree = z.infer<typeof TREE>;
