/** The origin and the quality of a model, and the comparison of two models. */
import { z } from "@hono/zod-openapi";
import { jsonObject, jsonValue } from "../shapes/json.ts";

const count = z.number();

const evaluation = z.object({
  rows: count,
  positives: count,
  auc: z.number().openapi({ description: "Area under the curve of the cases" }),
  aucOfAll: z
    .number()
    .openapi({ description: "Of all declarations, as the weights of the cases tell it" }),
  averagePrecision: z.number(),
  brier: z.number(),
  at: z
    .array(
      z.object({
        share: z.number(),
        selected: count,
        precision: z.number(),
        recall: z.number(),
        revenue: z.number().optional(),
      }),
    )
    .openapi({ description: "Of the rows with the highest scores" }),
});

export const comparison = z
  .object({
    cases: count,
    found: count,
    byChance: count,
    effectiveCases: z.number(),
    champion: evaluation,
    challenger: evaluation,
    difference: z.object({ from: z.number(), to: z.number() }),
    beats: z.boolean(),
  })
  .openapi("ModelComparison");

const statedOfModel = z.object({
  target: z.string(),
  revenue: z.string().optional(),
  trainedAt: z.string(),
  data: z.object({ sha256: z.string(), rows: count, positives: count }),
  seed: z.number(),
  settings: jsonObject,
  limits: z.array(z.string()).openapi({ description: "What it must not be used for" }),
  lineage: jsonObject
    .optional()
    .openapi({ description: "Of a model that the server learnt by itself" }),
});

const statedOfDescriptions = z.object({
  trainedAt: z.string(),
  data: z.array(z.object({ sha256: z.string(), rows: count })),
  seed: z.number(),
  heldOut: z.array(jsonObject),
  limits: z.array(z.string()),
});

// Whoever trained a model may say more of it, in names of their own: it is given back, and nothing is made of it.
export const modelCard = statedOfModel
  .catchall(jsonValue)
  .openapi("ModelCard") as unknown as typeof statedOfModel;
export const descriptionCard = statedOfDescriptions
  .catchall(jsonValue)
  .openapi("DescriptionCard") as unknown as typeof statedOfDescriptions;
