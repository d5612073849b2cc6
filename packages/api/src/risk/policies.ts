/** Rules and policies: written, tried on history, signed, put in force, taken back. */
import { givenPolicy, MAX_RULES } from "@customhouse/model/given-policy";
import { z } from "@hono/zod-openapi";
import { bodyOfElements, contract, json } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { EXAMPLE, listOf, versionParams } from "../shapes/basic.ts";
import { localised } from "../shapes/words.ts";
import {
  EXAMPLE_POLICY,
  EXAMPLE_POLICY_SUMMARY,
  EXAMPLE_RULE,
  policySummary,
  policyVersion,
  riskRule,
} from "./policy.ts";

const tag = "Risk";
const note = z.string().trim().min(1).max(500);
/** Every rule is read by itself: CH4210 to CH4219. */
const givenRules = z.array(riskRule).max(MAX_RULES);

const feature = z
  .object({
    name: z.string(),
    type: z.enum(["string", "int", "double", "bool", "list<string>"]),
    scope: z.enum(["declaration", "item"]),
    group: z.string(),
    owner: z.string(),
    label: z.enum(["public", "party", "restricted", "enforcement"]),
    description: localised,
  })
  .openapi("RiskFeature");

export type RiskFeature = Shape<typeof feature>;

export const riskFeatures = contract({
  id: "risk.features",
  method: "get",
  path: "/v1/risk/features",
  summary: "What rules may ask about: every feature with type, owner and label",
  tag,
  errors: [],
  answers: {
    200: json("The catalogue", listOf(feature), {
      items: [
        {
          name: "unitPrice",
          type: "double",
          scope: "item",
          group: "price",
          owner: "Risk unit",
          label: "restricted",
          description: { en: "Value by kilogram of net mass." },
        },
      ],
    }),
  },
});

export const riskCheckRules = contract({
  id: "risk.checkRules",
  method: "post",
  path: "/v1/risk/rules/check",
  summary: "Read rules as they would be read, and say everything that is wrong with them",
  tag,
  body: bodyOfElements(
    z.strictObject({ rules: z.array(z.unknown()).max(MAX_RULES) }),
    z.strictObject({ rules: givenRules }),
    { rules: [EXAMPLE_RULE] },
  ),
  errors: [422],
  answers: {
    200: json("All of them can be used", z.object({ rules: z.number() }), { rules: 1 }),
  },
});

export const riskPolicies = contract({
  id: "risk.policies",
  method: "get",
  path: "/v1/risk/policies",
  summary: "Policies of risk, newest first",
  tag,
  errors: [],
  answers: {
    200: json("Without rules", listOf(policySummary), { items: [EXAMPLE_POLICY_SUMMARY] }),
  },
});

export const riskWritePolicy = contract({
  id: "risk.writePolicy",
  method: "post",
  path: "/v1/risk/policies",
  summary: "Write rules, model and settings as a draft: all of it can be used, or none is taken",
  tag,
  body: bodyOfElements(
    z.strictObject({ note, policy: givenPolicy }),
    z.strictObject({ note, policy: givenPolicy.extend({ rules: givenRules }) }),
    { note: "Beef", policy: { rules: [EXAMPLE_RULE] } },
  ),
  errors: [422],
  answers: { 201: json("A draft", policyVersion, EXAMPLE_POLICY) },
});

export const riskPolicyRead = contract({
  id: "risk.policy",
  method: "get",
  path: "/v1/risk/policies/{version}",
  summary: "A policy with its rules, and what trying it showed",
  tag,
  params: versionParams,
  errors: [],
  answers: { 200: json("With rules and report", policyVersion, EXAMPLE_POLICY) },
});

const running = z
  .object({ state: z.literal("running"), played: z.number() })
  .openapi("BacktestRunning");

export type BacktestRunning = Shape<typeof running>;

export const riskBacktestPolicy = contract({
  id: "risk.backtestPolicy",
  method: "post",
  path: "/v1/risk/policies/{version}/backtest",
  summary: "Try it on the whole history, beside the policy in force; ask again while it runs",
  tag,
  params: versionParams,
  errors: [409],
  answers: {
    200: json("With its report", policyVersion, { ...EXAMPLE_POLICY, state: "tried" }),
    202: json("It runs: how many rows of the history were played", running, {
      state: "running",
      played: 12_000,
    }),
  },
});

export const riskSignPolicy = contract({
  id: "risk.signPolicy",
  method: "post",
  path: "/v1/risk/policies/{version}/signature",
  summary: "A second person, who saw what trying it showed, signs it off",
  tag,
  params: versionParams,
  errors: [409],
  answers: {
    200: json("Signed off", policyVersion, {
      ...EXAMPLE_POLICY,
      state: "signed",
      signedBy: "analyst-2",
      signedAt: EXAMPLE.later,
    }),
  },
});

export const riskActivatePolicy = contract({
  id: "risk.activatePolicy",
  method: "post",
  path: "/v1/risk/policies/{version}/activation",
  summary: "Put it in force; it must have been tried on history and signed off by a second person",
  tag,
  params: versionParams,
  errors: [409],
  answers: {
    200: json("In force", policyVersion, {
      ...EXAMPLE_POLICY,
      state: "active",
      activatedBy: "analyst-2",
      activatedAt: EXAMPLE.later,
    }),
  },
});

export const riskRollBackPolicy = contract({
  id: "risk.rollBackPolicy",
  method: "post",
  path: "/v1/risk/rollback",
  summary: "Back to the policy that was in force before, in one step",
  tag,
  errors: [409],
  answers: {
    200: json("0: the country's own criteria alone", z.object({ version: z.number() }), {
      version: 2,
    }),
  },
});
