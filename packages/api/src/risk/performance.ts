/** The performance of selection. Shares come with the interval in which they may lie. */
import { z } from "@hono/zod-openapi";
import { contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, instant, whole } from "../shapes/basic.ts";
import { localised } from "../shapes/words.ts";

const count = z.number();
const share = z.number();

const rate = z
  .object({
    count,
    of: count,
    share: share.optional().openapi({ description: "Absent where there is nothing to share" }),
    from: share.optional(),
    to: share.optional(),
  })
  .openapi("RiskRate");

const estimate = z
  .object({
    share: share.optional(),
    from: share.optional(),
    to: share.optional(),
    runs: count,
    effectiveRuns: z.number(),
  })
  .openapi("RiskEstimate");

const area = z
  .object({
    runs: count,
    found: count,
    area: share.openapi({ description: "0.5 is as good as chance, 1 perfect" }),
    from: share,
    to: share,
  })
  .openapi("RiskArea");

const performance = z
  .object({
    from: instant.optional(),
    to: instant.optional(),
    runs: count,
    controlled: count,
    byBasis: z.record(z.string(), rate),
    rules: z.array(
      z.object({
        id: z.string(),
        hits: count,
        hitRate: rate,
        lately: rate,
        decayed: z.boolean(),
      }),
    ),
    baseRate: estimate,
    recall: estimate,
    assumed: count,
    calibration: z.array(
      z.object({ from: share, to: share, said: share, came: rate, off: z.boolean() }),
    ),
    scoredByModel: count,
    ranking: z.object({ earlier: area, lately: area, decayed: z.boolean() }).optional(),
    models: z.object({ runs: count, champion: share, challenger: share }).optional(),
    drift: z.array(
      z.object({
        name: z.string(),
        index: z.number(),
        level: z.enum(["alike", "moved", "alarm"]),
      }),
    ),
    descriptions: z
      .record(z.string(), localised)
      .openapi({ description: "What the features are that drift is told of" }),
  })
  .openapi("RiskPerformance");

export type RiskRate = Shape<typeof rate>;
export type RiskEstimate = Shape<typeof estimate>;
export type RiskArea = Shape<typeof area>;
export type RiskPerformance = Shape<typeof performance>;

const DEFAULT_DAYS = 90;

export const riskPerformance = contract({
  id: "risk.performance",
  method: "get",
  path: "/v1/risk/performance",
  summary: "How well selection does: rules, calibration, drift, and what chance says of the rest",
  tag: "Risk",
  query: z.object({ days: whole(1, 400).default(DEFAULT_DAYS) }),
  errors: [],
  answers: {
    200: json("With intervals", performance, {
      from: EXAMPLE.at,
      to: EXAMPLE.later,
      runs: 1_000,
      controlled: 80,
      byBasis: { criteria: { count: 6, of: 40, share: 0.15, from: 0.07, to: 0.29 } },
      rules: [],
      baseRate: { share: 0.03, from: 0.01, to: 0.08, runs: 40, effectiveRuns: 40 },
      recall: { share: 0.6, from: 0.3, to: 0.8, runs: 40, effectiveRuns: 40 },
      assumed: 0,
      calibration: [],
      scoredByModel: 0,
      drift: [{ name: "item.unitPrice", index: 0.04, level: "alike" }],
      descriptions: { "item.unitPrice": { en: "Value by kilogram of net mass." } },
    }),
  },
});
