/** The thread that explains (thread.ts starts it). It keeps the rules and models that were asked for last. */
import { inThread } from "@customhouse/history/threads";
import { type CompiledRuleSet, compileRules } from "@customhouse/risk/rules";
import { queriesOver, rolePool } from "../../../platform/storage/database.ts";
import { WRITER_ROLE } from "../../../platform/storage/roles.ts";
import { modelId, type Scorer, scorerOf } from "../live/scorer.ts";
import { loadModel, loadPolicy } from "../store/policies.ts";
import { explainRun } from "./explain-run.ts";
import { RecentlyUsed } from "./recently-used.ts";
import type { ExplanationOrder, ExplanationTalk } from "./thread.ts";

const POLICIES_KEPT = 8;
/** One can be some hundred megabytes. */
const MODELS_KEPT = 2;

interface KeptPolicy {
  readonly set: CompiledRuleSet;
  readonly model?: string;
}

const { order, tell, hear } = inThread<ExplanationTalk>();
const { databaseUrl } = order;
const pool = rolePool(databaseUrl, WRITER_ROLE, 1);
pool.on("error", () => undefined);
const db = queriesOver(pool);
const policies = new RecentlyUsed<KeptPolicy>(POLICIES_KEPT);
const scorers = new RecentlyUsed<Scorer>(MODELS_KEPT);
/** One after the other, so that two large models are not read at once. */
let before: Promise<void> = Promise.resolve();

hear((asked) => {
  before = before.then(() => answer(asked));
});

async function answer({ id, version, row }: ExplanationOrder): Promise<void> {
  try {
    const { set, model } = await policies.get(String(version), () => policyOf(version));
    const scorer = model === undefined ? undefined : await scorerNamed(model);
    tell({ kind: "explained", id, run: explainRun(set, scorer, row) });
  } catch (error) {
    tell({ kind: "failed", id, why: String(error) });
  }
}

/** A version never changes. */
async function policyOf(version: number): Promise<KeptPolicy> {
  const found = await loadPolicy(db, version);
  if (found === undefined) throw new Error(`there is no policy ${version}`);
  const { rules, model } = found.policy;
  return { set: compileRules(rules).set, ...(model === undefined ? {} : { model }) };
}

/** A model that is gone or can no longer score is named and not explained: it did not take the lane either. */
async function scorerNamed(digest: string): Promise<Pick<Scorer, "id"> & Partial<Scorer>> {
  try {
    return await scorers.get(digest, async () => {
      const content = await loadModel(db, digest);
      if (content === undefined) throw new Error(`there is no model ${digest}`);
      return scorerOf(content);
    });
  } catch (error) {
    tell({ kind: "noModel", digest, why: String(error) });
    return { id: modelId(digest) };
  }
}
