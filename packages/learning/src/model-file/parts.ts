/** The parts of a model that are small, and the same in every version of the file. */
import { z } from "zod";
import { TREE_LIMITS } from "../boosting/tree.ts";
import { LearningError } from "../errors.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { everyOne, isText, smallPart } from "../files/lists.ts";
import type { Model } from "../model/model.ts";
import { checkedSchema } from "../table/checked-schema.ts";
import { featureNames, positionSets, profileSets } from "../table/profiles.ts";
import type { TableSchema } from "../table/schema.ts";
import { CARD } from "./card.ts";
import { MAX_SINGLE } from "./single.ts";

export const REAL = z.number().min(-MAX_SINGLE).max(MAX_SINGLE);
/** The least of single precision: nothing that is divided by it leaves double precision. */
const LEAST_DEVIATION = 2 ** -149;

/** `schema` is looked at by itself, as that of a file. */
export const SMALL_PARTS = {
  card: smallPart(CARD),
  features: smallPart(z.array(z.string()).min(1).max(TREE_LIMITS.features)),
  linear: smallPart(
    z.strictObject({
      intercept: REAL,
      features: z
        .array(
          z.strictObject({
            mean: REAL,
            deviation: REAL.min(LEAST_DEVIATION),
            weight: REAL,
            missing: REAL,
          }),
        )
        .max(TREE_LIMITS.features),
    }),
  ).optional(),
  calibration: z.strictObject({ slope: REAL.positive(), offset: REAL }).optional(),
};
export const PRIOR = z.number().min(0).max(1);
/** Of one history. */
export const CATEGORIES = everyOne(isText, 50, "are no categories");
/** As many rows as can be learnt at once, each with a key of its own. */
export const MOST_KEYS = 20_000_000;
export const MOST_HISTORIES = 10_000;
export const MOST_POSITIONS = 10_000;
export const MOST_MEMBERS = 20_000;
export const MOST_TREES = 100_000;

/** Throws `BrokenFile`. */
export function schemaIn(value: unknown): TableSchema {
  try {
    return checkedSchema(value);
  } catch (error) {
    if (error instanceof LearningError) throw new BrokenFile("its schema is not right");
    throw error;
  }
}

/** A model whose parts fit each other: a scorer finds features by their place alone. Throws `BrokenFile`. */
export function soundModel(model: Model): Model {
  const { features, linear, members, profiles } = model;
  const { schema, histories, positions } = profiles;
  const fits =
    (members.length === 0) === (linear !== undefined) &&
    (linear === undefined || linear.features.length === features.length) &&
    isSame(features, featureNames(schema)) &&
    isSame(
      histories.map(({ categories }) => categories),
      profileSets(schema),
    ) &&
    isSame(
      positions.map(({ ratio, within }) => ({ ratio, within })),
      positionSets(schema),
    );
  if (fits) return model;
  throw new BrokenFile("its features are not those of its schema");
}

/** Lists of texts, or of parts that name their members in the same order. */
function isSame(some: unknown, others: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(others);
}
