/** Shared parts of the operations on risk. */
import type { RuleProblem } from "@customhouse/risk/rules";
import { created, type ProblemReply, problem } from "../../platform/http/reply.ts";
import { riskErrors } from "./errors.ts";
import type { StoredModelRow } from "./store/policies.ts";

/** As it is written, gzipped: four forests learnt from 60,000 items are 8 MiB, the words of all codes of a tariff more. */
export const MAX_MODEL_BYTES = 64 * 1024 * 1024;

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
  return problem(riskErrors.policyRejected, {
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
  const { code } = riskErrors.modelUnknown;
  const finding = { code, path: `$.${part}`, pointer: [], message, found: digest };
  return problem(riskErrors.policyRejected, { message, findings: [finding] });
}

/** The model in an uploaded file. */
type ReadModel<Card> =
  | { readonly ok: true; readonly digest: string; readonly card: Card }
  | { readonly ok: false; readonly message: string };

interface BringingIn {
  readonly name: string;
  readonly by: string;
  readonly at: Date;
  /** The path under which models of this sort are read. */
  readonly path: string;
}

/** Keeps a model that could be read, under its digest; refuses the other with what is wrong with it. */
export async function bringIn<Card>(
  read: ReadModel<Card>,
  { name, by, at, path }: BringingIn,
  store: (model: StoredModelRow<Card>) => Promise<void>,
) {
  if (!read.ok) return problem(riskErrors.modelRejected, { message: read.message });
  const { digest, card } = read;
  const model = { digest, name, card, createdBy: by, createdAt: at.toISOString() };
  await store(model);
  return created(model, `${path}/${digest}`);
}
