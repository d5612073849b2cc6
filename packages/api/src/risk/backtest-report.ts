/** The result of a back-test, beside the policy that it was compared with. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { instant } from "../shapes/basic.ts";

const count = z.number();

const outcome = z
  .object({
    selected: count,
    byModel: count
      .optional()
      .openapi({ description: "Whose lane is as it is because of the model" }),
    workload: z.array(
      z.object({ office: z.string(), day: z.string(), red: count, yellow: count, blue: count }),
    ),
    precision: z.object({
      controlled: count,
      found: count,
      estimated: z
        .object({
          precision: z.number().optional(),
          recall: z.number().optional(),
          effectiveCases: z.number(),
        })
        .optional(),
    }),
    burden: z.array(z.object({ size: z.string(), declarations: count, selected: count })),
  })
  .openapi("BacktestOutcome");

const lanes = z.object({ red: count, yellow: count, blue: count, green: count });
const named = z.object({ count, cases: z.array(z.string()) });

export const backtestReport = z
  .object({
    against: z.number().openapi({ description: "Version compared with; 0: no rules" }),
    digests: z.object({ before: z.string(), after: z.string(), history: z.string() }),
    from: instant.optional(),
    to: instant.optional(),
    cases: count,
    results: count,
    before: outcome,
    after: outcome,
    laneShift: z
      .object({ red: lanes, yellow: lanes, blue: lanes, green: lanes })
      .openapi({ description: "Cases by lane before, then by lane after" }),
    missed: named,
    gained: named,
    rules: z.array(
      z.object({
        rule: z.string(),
        version: z.number(),
        hits: count,
        alone: count,
        controlled: count,
        found: count,
        failures: count,
      }),
    ),
    overlaps: z.array(
      z.object({
        rules: z.tuple([z.string(), z.string()]),
        both: count,
        jaccard: z.number().openapi({ description: "From 0 to 1" }),
      }),
    ),
  })
  .openapi("BacktestReport");

export type BacktestReport = Shape<typeof backtestReport>;
export type BacktestOutcome = Shape<typeof outcome>;
