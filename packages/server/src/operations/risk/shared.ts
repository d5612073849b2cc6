/** What the operations on risk share. */
import type { RuleProblem } from "@customhouse/risk";
import { z } from "@hono/zod-openapi";
import { errors } from "../../errors.ts";
import { type ProblemReply, problem } from "../../http/reply.ts";

export const versionParams = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000_000),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/, "is not a digest");
const threshold = z.number().gt(0).max(1);
const daily = z.number().int().min(0).max(1_000_000);
const MAX_RULES = 5_000;
const MAX_OFFICES = 1_000;

export const policyBody = z.strictObject({
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
});

export const policyVersion = z
  .object({
    version: z.number(),
    state: z.string(),
    policy: z.unknown(),
    digest: z.string(),
    note: z.string(),
    createdBy: z.string(),
    createdAt: z.string(),
    report: z.unknown().optional(),
    signedBy: z.string().optional(),
    signedAt: z.string().optional(),
    activatedBy: z.string().optional(),
    activatedAt: z.string().optional(),
  })
  .openapi("RiskPolicyVersion");

/** Every problem with its rule and the place in its condition. */
export function rulesRejected(problems: readonly RuleProblem[]): ProblemReply {
  const findings = problems.map(({ rule, code, message, place }) => ({
    code,
    path: rule === "" ? "$" : `$.rules[${rule}]`,
    pointer: [],
    message:
      place === undefined ? message : `${message} (characters ${place.start} to ${place.end})`,
    // For whoever marks it in the condition.
    ...(place === undefined ? {} : { place }),
  }));
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  return problem(errors.policyRejected, {
    message: `The policy has ${count}; nothing of it was taken.`,
    findings,
  });
}

export const riskModel = z
  .object({
    digest: z.string(),
    name: z.string(),
    card: z.unknown(),
    createdBy: z.string(),
    createdAt: z.string(),
  })
  .openapi("RiskModel");
