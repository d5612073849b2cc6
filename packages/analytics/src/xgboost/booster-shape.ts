/** What of XGBoost's JSON is read. Whatever would change scores and is not understood is refused. */
import { TREE_LIMITS } from "@customhouse/risk";
import { z } from "zod";
import { MAX_COLUMNS } from "../schema-file.ts";

const MAX_TREES = 20_000;
const MAX_NODES = TREE_LIMITS.nodes;

/** XGBoost computes in single precision: a number beyond it was not written by XGBoost, and would be infinite here. */
const single = z
  .number()
  .refine((value) => Number.isFinite(Math.fround(value)), "is beyond single precision");
const singles = z.array(single).max(MAX_NODES);
const covers = z.array(single.refine((value) => value >= 0, "is below 0")).max(MAX_NODES);
const whole = z.array(z.int()).max(MAX_NODES);
/** Some versions write flags as numbers, others as true and false. */
const flags = z.array(z.union([z.boolean(), z.literal(0), z.literal(1)])).max(MAX_NODES);
const none = z.array(z.unknown()).max(0, "has categories").optional();

const TREE = z.object({
  categories_nodes: none,
  default_left: flags,
  left_children: whole,
  right_children: whole,
  split_conditions: singles,
  split_indices: whole,
  split_type: z.array(z.literal(0, "has a split that is not numeric")).max(MAX_NODES).optional(),
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
      model: z.object({ trees: z.array(TREE).min(1).max(MAX_TREES) }),
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
