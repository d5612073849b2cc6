/** The thread of one retraining (thread.ts starts it): reads, learns and compares. It stores nothing. */

import { learntTo, saidLearntTo } from "@customhouse/history/learning";
import { packModel } from "@customhouse/history/model-file";
import { type InForce, retrain } from "@customhouse/history/retrain";
import { inThread } from "@customhouse/history/threads";
import { readMost } from "@customhouse/learning";
import { rowScorer } from "@customhouse/learning/rows";
import { DAY_MS } from "@customhouse/model";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { alarmsOf, watchedFeatures } from "@customhouse/risk/monitor";
import { compileRules } from "@customhouse/risk/rules";
import type { Pool } from "pg";
import { rolePool } from "../../../platform/storage/database.ts";
import { WRITER_ROLE } from "../../../platform/storage/roles.ts";
import { labelStored } from "../history/label-stored.ts";
import { modelFrom } from "../live/scorer.ts";
import { monitoredPerformance } from "../monitoring/performance.ts";
import { MONITORED_DAYS } from "../monitoring/runs.ts";
import type {
  LearnAnswer,
  LearnOrder,
  LookOrder,
  RetrainingResult,
  RetrainingTalk,
} from "./thread.ts";

/** People's declarations go first; nobody waits for this. */
const THREADS = 1;

const { order, tell } = inThread<RetrainingTalk>();
const pool = rolePool(order.databaseUrl, WRITER_ROLE, 1);
try {
  tell({ kind: "alarms", alarms: await look(pool, order) });
  if (order.task === "learn") tell(await learn(pool, order));
} catch (error) {
  const { code } = error as { readonly code?: unknown };
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = typeof code === "string" && /^CH\d{4}$/.test(code);
  tell({ kind: "failed", message, ...(isOurs ? { code } : {}) });
} finally {
  await pool.end();
}

async function look(
  facts: Pool,
  { now, policy, champion }: Omit<LookOrder, "task">,
): Promise<readonly string[]> {
  const since = new Date(Date.parse(now) - MONITORED_DAYS * DAY_MS).toISOString();
  const read = champion && (await modelFrom(champion.content));
  const asked = read?.ok ? readMost(read.model) : [];
  const features =
    policy === undefined ? [] : watchedFeatures(compileRules(policy.rules).set, asked);
  return alarmsOf(await monitoredPerformance(facts, since, features));
}

async function learn(facts: Pool, learning: LearnOrder): Promise<LearnAnswer> {
  const { policy, settings, now } = learning;
  const champion = await championOf(learning);
  const { cases, data } = await labelStored(facts, (done, total) =>
    tell({ kind: "progress", progress: { stage: "facts", done, total } }),
  );
  // The first forest, on which the others are calibrated, is one more.
  const total = (settings.members + 1) * settings.trees;
  let done = 0;
  const inForce: InForce = {
    set: compileRules(policy.rules).set,
    lanes: policy.lanes,
    ...(champion === undefined ? {} : { model: champion }),
  };
  const onTree = () => {
    done += 1;
    tell({ kind: "progress", progress: { stage: "trees", done, total } });
  };
  const retrained = await retrain({ cases, inForce, settings, threads: THREADS, now, onTree });
  const { counts } = retrained;
  const basis: RetrainingResult = {
    data,
    counts,
    ...(champion && { champion: { digest: champion.digest, learntTo: champion.learntTo } }),
  };
  if (!("learnt" in retrained)) {
    return { kind: "learnt", outcome: retrained.kind, message: retrained.message, result: basis };
  }
  const { learnt, comparison, lanes, kind: outcome } = retrained;
  const { cases: from } = learnt.card.settings;
  const { rows, positives } = learnt.card.data;
  const result: RetrainingResult = {
    ...basis,
    learnt: { cases: from, learntTo: learntTo(learnt), rows, positives },
    comparison,
    lanes,
  };
  if (outcome === "not-better") return { kind: "learnt", outcome, result };
  const lineage = { retraining: learning.id, policy: learning.version, ...basis, comparison };
  const card = { ...learnt.card, lineage };
  const { content, digest } = await packModel({ card, model: learnt.model });
  return { kind: "learnt", outcome, result, challenger: { digest, content, card } };
}

async function championOf({ champion }: LearnOrder) {
  if (champion === undefined) return undefined;
  const read = await modelFrom(champion.content);
  if (!read.ok) throw new Error(`the model in force cannot be read: ${read.message}`);
  return {
    digest: read.digest,
    probability: rowScorer(read.model, FEATURE_SCHEMA).probability,
    learntTo: saidLearntTo(read) ?? champion.storedAt,
  };
}
