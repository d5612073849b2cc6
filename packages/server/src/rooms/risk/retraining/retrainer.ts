/**
 * When a challenger is learnt: asked for or due, one run at a time over one database. Whatever fails leaves what is in force
 * as it is, is kept with a code, and is tried again when it is next due; a server that is killed leaves its run open, and the
 * next that holds the lock begins it again.
 */
import { retrainingDue } from "@customhouse/risk/monitor";
import { v7 } from "uuid";
import { alone } from "../../../platform/storage/alone.ts";
import { activePolicy, loadPolicy, loadStoredModel } from "../store/policies.ts";
import {
  askRetraining,
  lastRetraining,
  openRetraining,
  type RetrainingRun,
  retrainingWanted,
} from "../store/retrainings.ts";
import { RETRAINING_SUBJECT } from "./keep-challenger.ts";
import { type JobOptions, RetrainingJob } from "./run.ts";
import { type LookOrder, startLook } from "./thread.ts";

/** Performance is of weeks: nothing is lost by looking at it once an hour. */
const LOOK_EVERY_MS = 3_600_000;
const LOCK = "customhouse/risk-retraining";

export class Retrainer {
  readonly #options: JobOptions;
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #alarms: readonly string[] = [];
  #stopThread: (() => void) | undefined;
  #job: RetrainingJob | undefined;
  #stopped = false;

  constructor(options: JobOptions) {
    this.#options = options;
  }

  /** Does what is open or due, unless another server does. Gives what it has begun, as it ended or was left. */
  async runOnce(): Promise<RetrainingRun | undefined> {
    const { writer } = this.#options.database;
    if (this.#stopped) return undefined;
    const isWanted = (await openRetraining(writer)) ?? (await this.#reason());
    if (isWanted === undefined) return undefined;
    return await alone(this.#options.database.writerPool, LOCK, async () => {
      const run = (await openRetraining(writer)) ?? (await this.#askIfDue());
      if (run === undefined || this.#stopped) return undefined;
      this.#job = new RetrainingJob(this.#options);
      return await this.#job.do(run);
    });
  }

  /** Stops the current run and leaves it for the next server. */
  stop(): void {
    this.#stopped = true;
    this.#stopThread?.();
    this.#job?.stop();
  }

  async #askIfDue(): Promise<RetrainingRun | undefined> {
    const reason = await this.#reason();
    if (reason === undefined) return undefined;
    return await askRetraining(this.#options.database.writer, {
      id: v7(),
      reason,
      askedBy: RETRAINING_SUBJECT,
      askedAt: this.#options.clock().toISOString(),
    });
  }

  async #reason() {
    const { database, clock } = this.#options;
    const settings = await retrainingWanted(database.writer);
    if (settings === undefined) return undefined;
    const last = await lastRetraining(database.writer);
    const ended = last && { at: last.endedAt ?? last.askedAt, alarms: last.alarms };
    const due = retrainingDue(settings, clock(), ended, []);
    if (due !== undefined) return due;
    if (clock().getTime() - this.#lookedAtMs >= LOOK_EVERY_MS) await this.#look();
    return retrainingDue(settings, clock(), ended, this.#alarms);
  }

  /** Rules and model, whose features are looked at. */
  async #inForce(): Promise<Pick<LookOrder, "policy" | "champion">> {
    const { writer } = this.#options.database;
    const version = await activePolicy(writer);
    const policy = version === undefined ? undefined : (await loadPolicy(writer, version))?.policy;
    if (policy === undefined) return {};
    const champion = policy.model && (await loadStoredModel(writer, policy.model));
    return { policy, ...(champion ? { champion } : {}) };
  }

  async #look(): Promise<void> {
    const { database, clock } = this.#options;
    const now = clock();
    this.#lookedAtMs = now.getTime();
    const order = { databaseUrl: database.url, now: now.toISOString() };
    const looking = startLook({ task: "look", ...order, ...(await this.#inForce()) });
    this.#stopThread = looking.stop;
    this.#alarms = await looking.answer.finally(() => {
      this.#stopThread = undefined;
    });
  }
}
