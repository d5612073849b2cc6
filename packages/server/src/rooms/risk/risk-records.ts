/** The records that the operations of the risk room read and write: policies, models, and the facts for back-tests. */
import { utcDay } from "@customhouse/model";
import type { RiskPolicy } from "@customhouse/risk";
import type { RiskRow } from "@customhouse/risk/features";
import type { Performance } from "@customhouse/risk/monitor";
import { USUAL_POLICY } from "@customhouse/risk/rules";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import { type PlayedPolicy, startBacktest } from "./backtest/thread.ts";
import type { ExplainedRun } from "./explanation/explain-run.ts";
import type { ExplanationThread } from "./explanation/thread.ts";
import type { GoodsWords } from "./live/description-reader.ts";
import type { LiveRisk } from "./live/live-risk.ts";
import { monitoredPerformance } from "./monitoring/performance.ts";
import { createOpenSourceRecords, type OpenSourceRecords } from "./open-source-records.ts";
import {
  listDescriptionModels,
  loadDescriptionModel,
  type StoredDescriptionsRow,
  storeDescriptionModel,
} from "./store/description-models.ts";
import { type RiskFactRow, readFacts, readRun } from "./store/facts.ts";
import {
  activatePolicy,
  activePolicy,
  listModels,
  listPolicies,
  loadModel,
  loadPolicy,
  type PolicyVersion,
  rollBackPolicy,
  type StoredModelRow,
  signPolicy,
  storeModel,
  storePolicy,
  storePolicyReport,
} from "./store/policies.ts";
import {
  askRetraining,
  cancelRetraining,
  lastRetraining,
  listRetrainings,
  loadRetraining,
  type RetrainingRun,
} from "./store/retrainings.ts";

export interface BacktestJob {
  readonly played: () => number;
  readonly isOver: () => boolean;
  /** Settles when it is over: why the history could not be played, or undefined. */
  readonly failure: Promise<string | undefined>;
}

/** The policy that counts while none is in force. */
const NOTHING: PlayedPolicy = { rules: [], lanes: USUAL_POLICY };

export interface RiskRecords {
  readonly openSource: OpenSourceRecords;
  policies(): Promise<readonly PolicyVersion[]>;
  policy(version: number): Promise<PolicyVersion | undefined>;
  storePolicy(
    policy: Pick<PolicyVersion, "policy" | "digest" | "note" | "createdBy" | "createdAt">,
  ): Promise<PolicyVersion>;
  sign(version: number, by: string, at: string): Promise<boolean>;
  /** In force here at once, elsewhere within a second. */
  activate(version: number, by: string, at: string): Promise<boolean>;
  rollBack(by: string, at: string): Promise<{ readonly version: number } | undefined>;
  /** Starts one, or joins the one that runs. Its report is stored when it is over. */
  backtest(found: PolicyVersion): Promise<BacktestJob>;
  models(): Promise<readonly StoredModelRow[]>;
  model(digest: string): Promise<Uint8Array | undefined>;
  storeModel(model: StoredModelRow & { readonly content: Uint8Array }): Promise<void>;
  /** Models that read descriptions of goods. */
  descriptionModels(): Promise<readonly StoredDescriptionsRow[]>;
  descriptions(digest: string): Promise<Uint8Array | undefined>;
  storeDescriptions(model: StoredDescriptionsRow & { readonly content: Uint8Array }): Promise<void>;
  /** Newest first. */
  retrainings(): Promise<readonly RetrainingRun[]>;
  retraining(id: string): Promise<RetrainingRun | undefined>;
  /** The one that ended last. */
  lastRetraining(): Promise<RetrainingRun | undefined>;
  /** To be begun by a worker within a second; the one that is open, where one is. */
  retrain(asked: Pick<RetrainingRun, "id" | "askedBy" | "askedAt">): Promise<RetrainingRun>;
  /** Ended at once if it is open, wherever it runs; as it is then. Undefined: there is none. */
  cancelRetraining(id: string, by: string, at: string): Promise<RetrainingRun | undefined>;
  /** The features that the last run of the case saw, where it has something to tell. */
  run(caseId: string): Promise<RiskRow | undefined>;
  /** Why a run under that policy went as it did. Undefined: nobody can tell now, to be asked again. */
  explain(version: number, row: RiskRow): Promise<ExplainedRun | undefined>;
  /** Since an instant, with the drift of features that the policy in force leans on. */
  performance(since: string): Promise<Performance>;
  /** Reads a description of goods. Undefined: no model that reads descriptions is in force. */
  describe(text: string): GoodsWords | undefined;
  facts(after: bigint, limit: number): Promise<readonly RiskFactRow[]>;
}

export function createRiskRecords(
  { url, writer, writerPool }: OpenDatabase,
  live: Pick<LiveRisk, "refresh" | "watchedFeatures" | "describe">,
  explanations: Pick<ExplanationThread, "explain">,
): RiskRecords {
  const jobs = new Map<number, BacktestJob>();
  const playedOf = async ({ rules, lanes, model }: RiskPolicy): Promise<PlayedPolicy> => {
    const file = model === undefined ? undefined : await loadModel(writer, model);
    return { rules, lanes, ...(file === undefined ? {} : { model: file }) };
  };
  const backtest = async ({ version, policy }: PolicyVersion): Promise<BacktestJob> => {
    const running = jobs.get(version);
    if (running !== undefined) return running;
    const active = await activePolicy(writer);
    const inForce = active === undefined ? undefined : await loadPolicy(writer, active);
    const { played, report } = startBacktest({
      databaseUrl: url,
      before: inForce === undefined ? NOTHING : await playedOf(inForce.policy),
      after: await playedOf(policy),
    });
    let over = false;
    const failure = report
      .then(async (found) => {
        await storePolicyReport(writer, version, { against: active ?? 0, ...found });
        return undefined;
      })
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .finally(() => {
        over = true;
        jobs.delete(version);
      });
    const job = { played, isOver: () => over, failure };
    jobs.set(version, job);
    return job;
  };
  return {
    openSource: createOpenSourceRecords(writer),
    backtest,
    policies: () => listPolicies(writer),
    policy: (version) => loadPolicy(writer, version),
    storePolicy: (policy) => storePolicy(writer, policy),
    sign: (version, by, at) => signPolicy(writer, version, by, at),
    activate: async (version, by, at) => {
      const done = await activatePolicy(writer, version, by, at);
      if (done) await live.refresh();
      return done;
    },
    rollBack: async (by, at) => {
      const done = await rollBackPolicy(writer, by, at);
      if (done !== undefined) await live.refresh();
      return done;
    },
    models: () => listModels(writer),
    model: (digest) => loadModel(writer, digest),
    storeModel: (model) => storeModel(writer, model),
    descriptionModels: () => listDescriptionModels(writer),
    descriptions: (digest) => loadDescriptionModel(writer, digest),
    storeDescriptions: (model) => storeDescriptionModel(writer, model),
    retrainings: () => listRetrainings(writer),
    retraining: (id) => loadRetraining(writer, id),
    lastRetraining: () => lastRetraining(writer),
    retrain: (asked) => askRetraining(writer, { ...asked, reason: "asked" }),
    cancelRetraining: (id, by, at) => cancelRetraining(writer, id, by, at),
    run: async (caseId) => rowIn(await readRun(writerPool, caseId)),
    explain: (version, row) => explanations.explain(version, row),
    describe: (text) => live.describe(text),
    performance: (since) => monitoredPerformance(writerPool, since, live.watchedFeatures()),
    facts: (after, limit) => readFacts(writerPool, after, limit),
  };
}

/** Rows from before there was a legal day in them were judged by the day in UTC. */
function rowIn(stored: unknown): RiskRow | undefined {
  const row = stored as (Omit<RiskRow, "day"> & Partial<RiskRow>) | undefined;
  return row && { day: utcDay(row.at), ...row };
}
