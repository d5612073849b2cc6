/** What the operations on risk share. */
import type { RuleProblem } from "@customhouse/risk/rules";
import { z } from "@hono/zod-openapi";
import { errors } from "../../platform/errors.ts";
import { created, type ProblemReply, problem } from "../../platform/http/reply.ts";
import type { StoredModelRow } from "./store/policies.ts";

/** As it is written, gzipped: four forests learnt from 60,000 items are 8 MiB, the words of all codes of a tariff more. */
export const MAX_MODEL_BYTES = 64 * 1024 * 1024;

export const versionParams = z.object({
  version: z.coerce.number().int().min(1).max(1_000_000_000),
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

export const retrainingRun = z
  .object({
    id: z.string(),
    reason: z.enum(["schedule", "alarm", "asked"]),
    askedBy: z.string(),
    askedAt: z.string(),
    state: z.enum(["waiting", "running", "over"]),
    attempt: z.number(),
    startedAt: z.string().optional(),
    endedAt: z.string().optional(),
    policy: z.number().optional(),
    alarms: z.array(z.string()),
    progress: z
      .object({
        stage: z.enum(["facts", "trees", "backtest"]),
        done: z.number(),
        total: z.number(),
      })
      .optional(),
    outcome: z
      .enum(["too-little", "one-class", "not-better", "draft", "activated", "failed", "cancelled"])
      .optional(),
    code: z.string().optional(),
    message: z.string().optional(),
    result: z.unknown().optional(),
    model: z.string().optional(),
    draft: z.number().optional(),
    cancelledBy: z.string().optional(),
  })
  .openapi("RiskRetraining");

/** Every problem with its rule and the place in its condition. */
export function rulesRejected(problems: readonly RuleProblem[]): ProblemReply {
  const findings = problems.map(({ rule, code, message, place, found, allowed }) => ({
    code,
    path: rule === "" ? "$" : `$.rules[${rule}]`,
    pointer: [],
    message:
      place === undefined ? message : `${message} (characters ${place.start} to ${place.end})`,
    // For whoever says it in another language, beside the rule, and marks it in the condition.
    ...(rule === "" ? {} : { rule }),
    ...(found === undefined ? {} : { found }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(place === undefined ? {} : { place }),
  }));
  const count = problems.length === 1 ? "one problem" : `${problems.length} problems`;
  return problem(errors.policyRejected, {
    message: `The policy has ${count}; nothing of it was taken.`,
    findings,
  });
}

/** A policy goes by models that are here, or it would be in force in part. */
export function modelMissing(
  part: "model" | "challenger" | "descriptions",
  digest: string,
): ProblemReply {
  const kind = part === "descriptions" ? "model of descriptions" : "model";
  const message = `There is no ${kind} ${digest}.`;
  const { code } = errors.modelUnknown;
  const finding = { code, path: `$.${part}`, pointer: [], message, found: digest };
  return problem(errors.policyRejected, { message, findings: [finding] });
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

/** What was read of a model that somebody brings in. */
type ReadModel =
  | { readonly ok: true; readonly digest: string; readonly card: unknown }
  | { readonly ok: false; readonly message: string };

interface BringingIn {
  readonly name: string;
  readonly by: string;
  readonly at: Date;
  /** Where models of this sort are found. */
  readonly path: string;
}

/** Keeps a model that could be read, under its digest; refuses the other with what is wrong with it. */
export async function bringIn(
  read: ReadModel,
  { name, by, at, path }: BringingIn,
  store: (model: StoredModelRow) => Promise<void>,
) {
  if (!read.ok) return problem(errors.modelRejected, { message: read.message });
  const { digest, card } = read;
  const model = { digest, name, card, createdBy: by, createdAt: at.toISOString() };
  await store(model);
  return created(model, `${path}/${digest}`);
}
