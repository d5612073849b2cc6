/**
 * Push delivery of notifications. Each subscriber has its own cursor and its own turn: within a turn its
 * notifications go out in order, one after the other; a failure ends the turn and the next begins after
 * a growing pause. Turns of different subscribers run side by side, and those that failed last time may
 * use only a share of the places, so however many subscribers hang, answer 500 or vanish, the healthy
 * ones are served at once.
 *
 * Delivery is at least once: a crash in mid-turn repeats it, with the same webhook-id. Nothing expires;
 * a subscriber that comes back after a month continues where it stopped.
 */
import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Job } from "../../../platform/jobs/job.ts";
import type { AddressPolicy } from "./address-guard.ts";
import { type SendOutcome, sendWebhook } from "./send-webhook.ts";
import {
  type Attempt,
  type ClaimedSubscriber,
  claimSubscribers,
  finishTurn,
  nextNotifications,
  type QueuedNotification,
} from "./subscriber-queue.ts";

const DEFAULT_POLL_MS = 100;
const DEFAULT_PLACES = 64;
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_FIRST_RETRY_MS = 5_000;
const DEFAULT_MAX_RETRY_MS = 3_600_000;
const NOTIFICATIONS_PER_TURN = 50;
const TURN_MS = 5_000;
const CLAIM_SLACK_MS = 30_000;
const MAX_DOUBLINGS = 20;
/** The greatest share of the places for subscribers whose last delivery failed. */
const FAILING_SHARE = 0.5;

export interface DelivererOptions {
  /** The number of subscribers that are served at once. */
  readonly places?: number;
  readonly timeoutMs?: number;
  readonly firstRetryMs?: number;
  readonly maxRetryMs?: number;
  readonly policy?: AddressPolicy;
  /** Uniform in [0, 1): spreads retries. */
  readonly random?: () => number;
  readonly log?: (message: string) => void;
}

export class Deliverer {
  private readonly pool: Pool;
  private readonly options: DelivererOptions;
  private readonly worker = randomUUID();
  private readonly turns = { healthy: new Set<Promise<void>>(), failing: new Set<Promise<void>>() };
  private stopping: AbortSignal | undefined;

  /** `pool` must be the writer role's. */
  constructor(pool: Pool, options: DelivererOptions = {}) {
    this.pool = pool;
    this.options = options;
  }

  /** Takes subscribers with something to be told, up to the places; `stop` takes no new ones and waits for those. */
  asJob(everyMs = DEFAULT_POLL_MS): Job {
    return {
      name: "notifications.deliver",
      everyMs,
      run: async (signal) => {
        this.stopping = signal;
        await this.tick();
        return undefined;
      },
      end: async () => {
        await Promise.all([...this.turns.healthy, ...this.turns.failing]);
      },
    };
  }

  private async tick(): Promise<void> {
    const places = this.options.places ?? DEFAULT_PLACES;
    const forFailing = Math.max(1, Math.floor(places * FAILING_SHARE));
    await this.fill("healthy", Math.max(1, places - forFailing) - this.turns.healthy.size);
    await this.fill("failing", forFailing - this.turns.failing.size);
  }

  private async fill(kind: "healthy" | "failing", free: number): Promise<void> {
    const claimMs = TURN_MS + (this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS) + CLAIM_SLACK_MS;
    const claim = { failing: kind === "failing", limit: free, claimMs };
    for (const subscriber of await claimSubscribers(this.pool, this.worker, claim)) {
      const turn = this.serve(subscriber).catch((error) => {
        this.options.log?.(`delivery to ${subscriber.subscriberId}: ${String(error)}`);
      });
      this.turns[kind].add(turn);
      void turn.finally(() => this.turns[kind].delete(turn));
    }
  }

  private async serve(subscriber: ClaimedSubscriber): Promise<void> {
    const end = Date.now() + TURN_MS;
    const { party, position: from } = subscriber;
    const queue = await nextNotifications(this.pool, party, from, NOTIFICATIONS_PER_TURN);
    const attempts: Attempt[] = [];
    let position = from;
    let failures = subscriber.failures;
    let last: SendOutcome | undefined;
    for (const item of queue) {
      if (this.stopping?.aborted === true || Date.now() > end) break;
      const started = new Date();
      last = await this.send(subscriber, item, started);
      attempts.push({
        position: item.position,
        attempt: failures + 1,
        at: started.toISOString(),
        outcome: last.outcome === "failed" ? last.reason : last.outcome,
        status: last.status ?? null,
        durationMs: Date.now() - started.getTime(),
      });
      if (last.outcome !== "delivered") break;
      position = item.position;
      failures = 0;
    }
    const failed = last?.outcome === "failed";
    await finishTurn(this.pool, {
      subscriberId: subscriber.subscriberId,
      worker: this.worker,
      from,
      position,
      failures: failed ? failures + 1 : failures,
      waitMs: last?.outcome === "failed" ? this.pauseMs(failures, last.retryAfterSeconds) : 0,
      deactivate: last?.outcome === "gone",
      attempts,
    });
  }

  private send(subscriber: ClaimedSubscriber, item: QueuedNotification, now: Date) {
    const { position, ...rest } = item;
    const body = JSON.stringify({
      type: "notification",
      timestamp: item.issuedAt,
      data: { ...rest, position: String(position) },
    });
    const message = {
      id: `ntf_${item.caseId}_${item.seq}`,
      url: subscriber.url,
      secret: subscriber.secret,
      body,
    };
    const timeoutMs = this.options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    return sendWebhook(message, { timeoutMs, policy: this.options.policy ?? {}, now });
  }

  /** Doubles with each failure up to the limit; the upper half is random, so retries do not march in step. */
  private pauseMs(failures: number, retryAfterSeconds = 0): number {
    const first = this.options.firstRetryMs ?? DEFAULT_FIRST_RETRY_MS;
    const limit = this.options.maxRetryMs ?? DEFAULT_MAX_RETRY_MS;
    const full = Math.min(limit, first * 2 ** Math.min(failures, MAX_DOUBLINGS));
    const random = this.options.random ?? Math.random;
    return Math.max(retryAfterSeconds * 1_000, full / 2 + (full / 2) * random());
  }
}
