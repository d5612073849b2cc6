/** The basis of a risk run: enforcement data, stored with the lane that it chose. */
import { z } from "@hono/zod-openapi";
import { lane } from "../shapes/status.ts";

const texts = z.array(z.string());
const share = z.number();

/** Facts beside the declaration and the history. */
const extras = z.object({
  declarantAuthorisations: texts.optional(),
  importerAuthorisations: texts.optional(),
  cargo: z.object({ mismatches: z.number(), massRatio: z.number().optional() }).optional(),
  containers: z.object({ alarms: z.number() }).optional(),
  screening: z.object({ hits: z.number(), bestScore: share.optional() }).optional(),
  texts: z
    .record(z.string(), z.object({ vague: z.boolean().optional(), headingScore: share.optional() }))
    .optional()
    .openapi({ description: "What the words of descriptions tell, by sequence of the item" }),
});

export const riskRun = z
  .object({
    policy: z.number().openapi({ description: "0: the country's criteria alone" }),
    extras: extras.optional(),
    judged: lane.optional().openapi({ description: "The lane without chance" }),
    controlChance: share.optional(),
    score: share.optional().openapi({ description: "From 0 to 1: rules and model together" }),
    model: share.optional(),
    challenger: share.optional(),
    shadow: texts.optional().openapi({ description: "Rules that hit without counting yet" }),
    failed: texts
      .optional()
      .openapi({ description: "Rules that could not be decided, and `model:` with a model's id" }),
  })
  .openapi("RiskRunBasis");
