/**
 * The shape of a policy of risk as it is given, to the API or in a file. Its rules are read later, so that everything
 * wrong with them is said at once.
 */
import { z } from "zod";

export const MAX_RULES = 5_000;
const MAX_OFFICES = 1_000;

const threshold = z.number().gt(0).max(1);
const digest = z.string().regex(/^[0-9a-f]{64}$/, "is no digest");
const daily = z.int().min(0).max(1_000_000);

const retraining = z.strictObject({
  everyDays: z.int().min(1).max(366),
  minimumCases: z.int().min(1).max(1_000_000).optional(),
  holdOut: z.number().min(0.05).max(0.5).optional(),
  margin: z.number().min(0).max(0.5).optional(),
  members: z.int().min(1).max(16).optional(),
  trees: z.int().min(1).max(5_000).optional(),
  depth: z.int().min(1).max(16).optional(),
  seed: z.int().min(1).max(1_000_000).optional(),
  activates: z.enum(["by-signature", "by-itself"]).optional(),
});

export const givenPolicy = z.strictObject({
  rules: z.array(z.unknown()).max(MAX_RULES),
  model: digest.optional(),
  challenger: digest.optional(),
  descriptions: digest.optional(),
  lanes: z
    .strictObject({
      thresholds: z.strictObject({ red: threshold, yellow: threshold, blue: threshold }),
    })
    .optional(),
  capacity: z
    .array(
      z.strictObject({
        office: z.string().min(1).max(35).optional(),
        physicalADay: daily.optional(),
        documentaryADay: daily.optional(),
      }),
    )
    .max(MAX_OFFICES)
    .optional(),
  explorationShare: z.number().min(0).max(0.5).optional(),
  retraining: retraining.optional(),
});

export type GivenPolicy = z.infer<typeof givenPolicy>;
