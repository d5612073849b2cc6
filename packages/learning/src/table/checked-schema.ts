/** A schema that somebody has written as JSON: what the columns of a table mean. */
import { z } from "zod";
import { LearningError } from "../errors.ts";
import { boundedJson, type JsonLimits } from "../files/bounded-json.ts";
import { BrokenFile } from "../files/broken-file.ts";
import { smallPart } from "../files/lists.ts";
import type { TableSchema } from "./schema.ts";
import { refuseWrongNames } from "./schema-names.ts";

const NAME = z.string().min(1).max(200);
const NAMES = z.array(NAME).max(50);
export const MAX_COLUMNS = 500;

const SHAPE = z.strictObject({
  id: NAME,
  columns: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({
          name: NAME,
          kind: z.literal("category"),
          digits: z.int().min(1).max(40).optional(),
          prefixes: z.array(z.int().min(1).max(40)).max(10).optional(),
        }),
        z.strictObject({ name: NAME, kind: z.literal("number") }),
        z.strictObject({ name: NAME, kind: z.literal("date") }),
      ]),
    )
    .min(1)
    .max(MAX_COLUMNS),
  profiles: z.array(NAMES.min(2)).max(500).default([]),
  ratios: z
    .array(z.strictObject({ name: NAME, of: NAME, by: NAME, within: NAMES }))
    .max(50)
    .default([]),
  monotone: z.record(NAME, z.union([z.literal(1), z.literal(-1)])).optional(),
});

const SCHEMA = smallPart(SHAPE);
const LIMITS: JsonLimits = { bytes: 32_000_000, values: 100_000, depth: 20 };

/** Errors: CH4108. */
export function schemaOfJson(json: Buffer): TableSchema {
  try {
    return checkedSchema(boundedJson(json, LIMITS));
  } catch (error) {
    if (error instanceof BrokenFile) throw new LearningError("CH4108", error.message);
    throw error;
  }
}

/** Errors: CH4108, also for a name that means nothing or two things. */
export function checkedSchema(value: unknown): TableSchema {
  const { success, data, error } = SCHEMA.safeParse(value);
  if (success) {
    refuseWrongNames(data);
    return data;
  }
  const [first] = error.issues;
  throw new LearningError("CH4108", `${first?.path.join(".")}: ${first?.message}`);
}
