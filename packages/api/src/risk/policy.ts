/** A policy of risk: rules, models, and how hits and scores become lanes. */
import { z } from "@hono/zod-openapi";
import type { Shape } from "../shape.ts";
import { day, EXAMPLE, instant } from "../shapes/basic.ts";
import { controlKind } from "../shapes/status.ts";
import { backtestReport } from "./backtest-report.ts";

const digest = z.string();
const threshold = z.number();
const ruleLane = z.enum(["red", "yellow", "blue"]);

export const riskRule = z
  .object({
    id: z.string(),
    version: z.number(),
    title: z.string(),
    owner: z.string(),
    reason: z.string(),
    reviewDate: day,
    confidentiality: z.enum(["public", "party", "restricted", "enforcement"]),
    scope: z.enum(["declaration", "item"]),
    when: z.string().openapi({ description: "Condition in CEL over the catalogue of features" }),
    lane: ruleLane,
    controls: z.array(controlKind),
    weight: z.number().openapi({ description: "From 0 to 100; 100 always selects" }),
    validFrom: day,
    validTo: day.optional(),
    mode: z.enum(["test", "shadow", "live"]),
  })
  .openapi("RiskRule");

const retrainingSetting = z
  .object({
    everyDays: z.number(),
    minimumCases: z.number().optional(),
    holdOut: z.number().optional(),
    margin: z.number().optional(),
    members: z.number().optional(),
    trees: z.number().optional(),
    depth: z.number().optional(),
    seed: z.number().optional(),
    activates: z.enum(["by-signature", "by-itself"]).optional(),
  })
  .openapi("RiskRetrainingSetting");

export const riskPolicy = z
  .object({
    rules: z.array(riskRule),
    model: digest.optional(),
    challenger: digest.optional(),
    descriptions: digest
      .optional()
      .openapi({ description: "Digest of the model that reads descriptions of goods" }),
    lanes: z
      .object({ thresholds: z.object({ red: threshold, yellow: threshold, blue: threshold }) })
      .optional(),
    capacity: z
      .array(
        z.object({
          office: z.string().optional(),
          physicalADay: z.number().optional(),
          documentaryADay: z.number().optional(),
        }),
      )
      .optional(),
    explorationShare: z.number().optional(),
    retraining: retrainingSetting
      .optional()
      .openapi({ description: "Whether and how the server learns a challenger by itself" }),
  })
  .openapi("RiskPolicy");

const head = z.object({
  version: z.number(),
  state: z.enum(["draft", "tried", "signed", "active", "superseded", "rejected"]),
  digest,
  note: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  signedBy: z.string().optional(),
  signedAt: instant.optional(),
  activatedBy: z.string().optional(),
  activatedAt: instant.optional(),
});

export const policySummary = head
  .extend({
    rules: z.number().openapi({ description: "How many" }),
    report: backtestReport.optional(),
  })
  .openapi("RiskPolicySummary");

export const policyVersion = head
  .extend({
    policy: riskPolicy,
    report: backtestReport.optional().openapi({ description: "Of its last back-test" }),
  })
  .openapi("RiskPolicyVersion");

export type RiskRule = Shape<typeof riskRule>;
export type RiskPolicy = Shape<typeof riskPolicy>;
export type RiskRetrainingSetting = Shape<typeof retrainingSetting>;
export type RiskPolicyHead = Shape<typeof head>;
export type RiskPolicySummary = Shape<typeof policySummary>;
export type RiskPolicyVersion = Shape<typeof policyVersion>;

export const EXAMPLE_RULE: RiskRule = {
  id: "cheap-beef",
  version: 1,
  title: "Beef far below the usual price",
  owner: "Risk unit",
  reason: "Undervaluation was found in 2025",
  reviewDate: "2026-12-31",
  confidentiality: "enforcement",
  scope: "item",
  when: 'item.hs4 == "0201" && item.unitPrice < 2.0',
  lane: "yellow",
  controls: ["documentary"],
  weight: 60,
  validFrom: "2026-01-01",
  mode: "live",
};

const EXAMPLE_HEAD: RiskPolicyHead = {
  version: 3,
  state: "draft",
  digest: EXAMPLE.digest,
  note: "Beef",
  createdBy: "analyst-1",
  createdAt: EXAMPLE.at,
};

export const EXAMPLE_POLICY_SUMMARY: RiskPolicySummary = { ...EXAMPLE_HEAD, rules: 1 };
export const EXAMPLE_POLICY: RiskPolicyVersion = {
  ...EXAMPLE_HEAD,
  policy: {
    rules: [EXAMPLE_RULE],
    lanes: { thresholds: { red: 0.8, yellow: 0.5, blue: 0.3 } },
    capacity: [],
    explorationShare: 0,
  },
};
