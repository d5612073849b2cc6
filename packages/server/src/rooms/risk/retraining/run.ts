/** One run: begun, learnt in a thread, tried on history, kept or not, and recorded whatever came of it. */
import { checkedPolicy, type RiskPolicy } from "@customhouse/risk";
import type { BacktestReport } from "@customhouse/risk/backtest";
import { USUAL_RETRAINING } from "@customhouse/risk/monitor";
import { USUAL_POLICY } from "@customhouse/risk/rules";
import type { HttpErrorDefinition } from "../../../platform/error-definition.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { startBacktest } from "../backtest/thread.ts";
import { riskErrors } from "../errors.ts";
import { lastFact } from "../store/facts.ts";
import { activePolicy, loadPolicy, loadStoredModel } from "../store/policies.ts";
import {
  claimRetraining,
  endRetraining,
  giveBackRetraining,
  isOpenAttempt,
  loadRetraining,
  type RetrainingProgress,
  type RetrainingRun,
  tellRetraining,
} from "../store/retrainings.ts";
import { keepChallenger } from "./keep-challenger.ts";
import { type LearnAnswer, RetrainingFailure, startLearning } from "./thread.ts";

export interface JobOptions {
  readonly database: OpenDatabase;
  readonly clock: () => Date;
  readonly log: (message: string) => void;
  /** The longest that a run may take; absent: four hours. */
  readonly mostMs?: number;
}

interface Base {
  /** 0: none is in force. */
  readonly version: number;
  readonly policy: RiskPolicy;
  /** The model of the policy, where it has one. */
  readonly champion?: { readonly content: Uint8Array; readonly storedAt: string };
}

const MAX_ATTEMPTS = 3;
const MAX_RUN_MS = 4 * 3_600_000;
const TELL_EVERY_MS = 1_000;
/** A run looks so often whether it was called off: nobody waits for that, but the machine is to be free again soon. */
const LOOK_EVERY_MS = 250;
/** The policy for which a challenger is learnt while none is in force: one without rules. */
const NO_POLICY: RiskPolicy = { rules: [], lanes: USUAL_POLICY, capacity: [], explorationShare: 0 };

/** Stopped with its server, after the longest time, or because it counts no more: called off, or another server has it. */
type Ends = "stopped" | "late" | "void";

export class RetrainingJob {
  readonly #options: JobOptions;
  #stopThread: (() => void) | undefined;
  #ends: Ends | undefined;
  #toldAtMs = 0;

  constructor(options: JobOptions) {
    this.#options = options;
  }

  stop(): void {
    this.#end("stopped");
  }

  /** Never throws for what went wrong with the run itself. */
  async do(open: RetrainingRun): Promise<RetrainingRun | undefined> {
    const { database, clock, mostMs = MAX_RUN_MS } = this.#options;
    const db = database.writer;
    const version = (await activePolicy(db)) ?? 0;
    const at = clock().toISOString();
    const run = await claimRetraining(db, open.id, { at, policy: version });
    if (run === undefined) return undefined;
    const late = setTimeout(() => this.#end("late"), mostMs);
    const looking = setInterval(() => this.#look(run), LOOK_EVERY_MS);
    try {
      if (run.attempt > MAX_ATTEMPTS) throw failure(riskErrors.retrainingInterrupted);
      await this.#learn(run, version);
    } catch (error) {
      await this.#failed(run, error);
    } finally {
      clearTimeout(late);
      clearInterval(looking);
    }
    return await loadRetraining(db, run.id);
  }

  #end(why: Ends): void {
    this.#ends ??= why;
    this.#stopThread?.();
  }

  /** A run is called off in the database, as it may be learnt in another process than the one that was asked. */
  #look(run: RetrainingRun): void {
    isOpenAttempt(this.#options.database.writer, run).then(
      (isOpen) => {
        if (!isOpen) this.#end("void");
      },
      // It is looked again in a moment; without a database nothing could be kept either.
      () => undefined,
    );
  }

  async #learn(run: RetrainingRun, version: number): Promise<void> {
    const { database, clock } = this.#options;
    const db = database.writer;
    const base = await this.#base(version);
    const answer = await this.#challenger(run, base);
    const { result } = answer;
    if (answer.outcome === "better") {
      const { challenger } = answer;
      const report = await this.#backtest(run, base, challenger.content);
      const { policy } = base;
      const at = clock().toISOString();
      await keepChallenger(db, { run, version, policy, challenger, result, report, at });
      return;
    }
    await endRetraining(db, run, {
      outcome: answer.outcome,
      at: clock().toISOString(),
      result,
      ...(answer.outcome === "not-better" ? {} : { message: answer.message }),
    });
  }

  /** The policy in force. Throws where it can no longer be used. */
  async #base(version: number): Promise<Base> {
    if (version === 0) return { version, policy: NO_POLICY };
    const { writer } = this.#options.database;
    const stored = await loadPolicy(writer, version);
    const checked = stored && checkedPolicy(stored.policy);
    if (checked === undefined || !("policy" in checked)) {
      throw new RetrainingFailure(`policy ${version} can no longer be used`);
    }
    const { policy } = checked;
    if (policy.model === undefined) return { version, policy };
    const champion = await loadStoredModel(writer, policy.model);
    if (champion === undefined) throw new RetrainingFailure(`there is no model ${policy.model}`);
    return { version, policy, champion };
  }

  async #challenger(run: RetrainingRun, { version, policy, champion }: Base): Promise<LearnAnswer> {
    const { database, clock } = this.#options;
    const order = {
      task: "learn" as const,
      databaseUrl: database.url,
      id: run.id,
      version,
      policy,
      settings: policy.retraining ?? USUAL_RETRAINING,
      now: clock().toISOString(),
      ...(champion === undefined ? {} : { champion }),
    };
    let told: Promise<unknown> = Promise.resolve();
    const learning = startLearning(order, {
      progress: (progress) => this.#tell(run, progress),
      alarms: (alarms) => {
        told = Promise.allSettled([tellRetraining(database.writer, run, { alarms })]);
      },
    });
    const answer = await this.#watched(learning.stop, learning.answer);
    await told;
    return answer;
  }

  /** The same rules and scores on both sides: what the new model changes. */
  async #backtest(
    run: RetrainingRun,
    { policy: { rules, lanes }, champion }: Base,
    challenger: Uint8Array,
  ): Promise<BacktestReport> {
    const { url, writerPool } = this.#options.database;
    const total = Number(await lastFact(writerPool));
    const before = { rules, lanes, ...(champion && { model: champion.content }) };
    const order = { databaseUrl: url, before, after: { rules, lanes, model: challenger } };
    const { report, played, stop } = startBacktest(order);
    const telling = setInterval(
      () => this.#tell(run, { stage: "backtest", done: played(), total }),
      TELL_EVERY_MS,
    );
    return await this.#watched(stop, report).finally(() => clearInterval(telling));
  }

  /** Stopped from outside where the job is, whether that was before or comes after. */
  async #watched<T>(stop: () => void, answer: Promise<T>): Promise<T> {
    this.#stopThread = stop;
    if (this.#ends !== undefined) stop();
    try {
      return await answer;
    } finally {
      this.#stopThread = undefined;
    }
  }

  #tell(run: RetrainingRun, progress: RetrainingProgress): void {
    const nowMs = performance.now();
    if (nowMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = nowMs;
    const { database, log } = this.#options;
    tellRetraining(database.writer, run, { progress }).catch((error: unknown) =>
      log(`retraining: progress is not told: ${String(error)}`),
    );
  }

  async #failed(run: RetrainingRun, error: unknown): Promise<void> {
    const { database, clock, log } = this.#options;
    if (!(await isOpenAttempt(database.writer, run))) {
      log(`retraining ${run.id} was called off or taken over`);
      return;
    }
    if (this.#ends === "stopped") return await giveBackRetraining(database.writer, run);
    const why = this.#ends === "late" ? failure(riskErrors.retrainingLate) : error;
    const message = why instanceof Error ? why.message : String(why);
    const code = (why instanceof RetrainingFailure && why.code) || riskErrors.retrainingBroke.code;
    log(`retraining ${run.id} failed: ${code} ${message}`);
    const at = clock().toISOString();
    await endRetraining(database.writer, run, { outcome: "failed", at, code, message });
  }
}

function failure({ code, meaning }: HttpErrorDefinition): RetrainingFailure {
  return new RetrainingFailure(meaning, code);
}
