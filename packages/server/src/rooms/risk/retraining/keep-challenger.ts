/**
 * Stores a challenger that is better than the model in force: its model, a draft policy that names it, and the record,
 * all or none.
 */

import { createHash } from "node:crypto";
import { utcDay } from "@customhouse/model";
import type { RiskPolicy } from "@customhouse/risk";
import type { BacktestReport } from "@customhouse/risk/backtest";
import type { Kysely } from "kysely";
import type { Database } from "../../../platform/storage/tables.ts";
import { riskErrors } from "../errors.ts";
import {
  activePolicy,
  lockPolicies,
  replaceActive,
  storeModel,
  storePolicy,
  storePolicyReport,
} from "../store/policies.ts";
import { endRetraining, type RetrainingRun, wasTakenBack } from "../store/retrainings.ts";
import { type ChallengerFile, RetrainingFailure, type RetrainingResult } from "./thread.ts";

/** The author of policies that the server writes by itself. */
export const RETRAINING_SUBJECT = "system/retraining";

export interface BetterChallenger {
  readonly run: RetrainingRun;
  /** The policy that it was compared with; 0: none was in force. */
  readonly version: number;
  readonly policy: RiskPolicy;
  readonly challenger: ChallengerFile;
  readonly result: RetrainingResult;
  readonly report: BacktestReport;
  readonly at: string;
}

/** Throws, and stores nothing, where another policy is in force by now or another server has taken the run over. */
export async function keepChallenger(db: Kysely<Database>, better: BetterChallenger) {
  const { run, version, policy, challenger, result, report, at } = better;
  // Whoever asked is the author, so that somebody else has to sign.
  const createdBy = run.reason === "asked" ? run.askedBy : RETRAINING_SUBJECT;
  await db.transaction().execute(async (transaction) => {
    await lockPolicies(transaction);
    if (((await activePolicy(transaction)) ?? 0) !== version) {
      const { code, meaning } = riskErrors.retrainingOvertaken;
      throw new RetrainingFailure(meaning, code);
    }
    const name = `retrained ${utcDay(at)}`;
    await storeModel(transaction, { ...challenger, name, createdBy, createdAt: at });
    const next = { ...policy, model: challenger.digest };
    const draft = await storePolicy(transaction, {
      policy: next,
      digest: createHash("sha256").update(JSON.stringify(next)).digest("hex"),
      note: noteOf(run, version),
      createdBy,
      createdAt: at,
    });
    await storePolicyReport(transaction, draft.version, { against: version, ...report });
    const message = await whyNotByItself(transaction, policy, result);
    const activates = policy.retraining?.activates === "by-itself" && message === undefined;
    if (activates) await replaceActive(transaction, draft.version, RETRAINING_SUBJECT, at);
    const ended = await endRetraining(transaction, run, {
      outcome: activates ? "activated" : "draft",
      at,
      result,
      model: challenger.digest,
      draft: draft.version,
      ...(message === undefined ? {} : { message }),
    });
    if (!ended) throw new RetrainingFailure("the run was called off or taken over");
  });
}

function noteOf({ id }: RetrainingRun, version: number): string {
  const base = version === 0 ? "no policy" : `policy ${version}`;
  return `Retraining ${id}: ${base} with a model that beat what was in force on the newest cases`;
}

/** Cases that chance picked, so that the comparison says something of what nobody selected. */
const LEAST_BY_CHANCE = 30;

/** Undefined: by what was found, nothing speaks against it. */
async function whyNotByItself(
  db: Kysely<Database>,
  { model, retraining }: RiskPolicy,
  { comparison }: RetrainingResult,
): Promise<string | undefined> {
  if (retraining?.activates !== "by-itself") return undefined;
  if (model === undefined) return "A first model is signed off by a person.";
  if ((comparison?.byChance ?? 0) < LEAST_BY_CHANCE) {
    return "Chance picked too few of the newest cases, so that a person signs off.";
  }
  if (await wasTakenBack(db)) {
    return "What was last put in force by itself was taken back, so that a person signs off.";
  }
  return undefined;
}
