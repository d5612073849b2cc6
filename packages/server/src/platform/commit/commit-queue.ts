/**
 * Group commit. Commands submit an outcome and wait; a batch is whatever queued while the last batch
 * was committing, so there is no timer: an idle system commits at once, a busy one in large batches.
 *
 * - Several writers work in parallel, each on its own connection. A case, an idempotency key or an LRN
 *   is in at most one running batch of this process; between processes, row locks decide.
 * - A batch that raises is retried one by one, so one bad request cannot fail its neighbours.
 * - Whoever loses is told as a value. Only a bug or a lost database throws.
 * - The queue is bounded; when it is full, or the database stays away, the answer is `busy`.
 * - If the connection breaks during COMMIT, the commit ids stored with the events tell whether it
 *   happened: an acknowledged commit is never lost and an executed one never repeated.
 *
 * Formal declarations, parcels and other floods get a queue each (bulkheads): make several.
 */
import { randomUUID } from "node:crypto";
import { NO_EVENTS } from "./plan.ts";
import type { CommitRequest, CommitResult, QueuedCommit } from "./types.ts";
import { BatchWriter } from "./writer.ts";

const DEFAULT_WRITERS = 2;
const DEFAULT_MAX_BATCH = 200;
const DEFAULT_MAX_QUEUE = 10_000;
const DEFAULT_MAX_WAIT_MS = 10_000;
/** A batch looks at so many times its size of waiting requests, to pass over those that must wait for their turn. */
const SCAN_FACTOR = 8;
/** While a batch is being written, another starts when it has this many, or its first has waited this long. */
const FURTHER_BATCH = 32;
const FURTHER_AFTER_MS = 50;
const SWEEP_MS = 500;
const RETRY_AFTER_SECONDS = 1;

export interface CommitQueueOptions {
  readonly url: string;
  /** For log lines and metrics, for example `formal` or `parcels`. */
  readonly name?: string;
  readonly writers?: number;
  readonly maxBatch?: number;
  readonly maxQueue?: number;
  /** A request that found no writer for this long (database away) is answered `busy`. */
  readonly maxWaitMs?: number;
  readonly now?: () => Date;
  readonly log?: (message: string) => void;
}

export interface CommitQueueStats {
  readonly queued: number;
  readonly batches: number;
  readonly committed: number;
  readonly largestBatch: number;
}

export interface CommitQueue {
  submit(outcome: CommitRequest): Promise<CommitResult>;
  stats(): CommitQueueStats;
  /** Waits for what is queued, then closes the connections. Later submits are answered `busy`. */
  close(): Promise<void>;
}

export function createCommitQueue(options: CommitQueueOptions): CommitQueue {
  return new GroupCommit(options);
}

class GroupCommit implements CommitQueue {
  private queue: QueuedCommit[] = [];
  private readonly held = new Set<string>();
  private readonly writers: BatchWriter[];
  private readonly maxBatch: number;
  private readonly maxQueue: number;
  private readonly maxWaitMs: number;
  private pumpScheduled = false;
  /** Batches being written now. */
  private running = 0;
  private closing = false;
  private readonly sweeper: NodeJS.Timeout;
  private readonly counts = { batches: 0, committed: 0, largestBatch: 0 };

  constructor(options: CommitQueueOptions) {
    this.maxBatch = options.maxBatch ?? DEFAULT_MAX_BATCH;
    this.maxQueue = options.maxQueue ?? DEFAULT_MAX_QUEUE;
    this.maxWaitMs = options.maxWaitMs ?? DEFAULT_MAX_WAIT_MS;
    const settings = {
      url: options.url,
      maxOutageMs: this.maxWaitMs,
      now: options.now ?? (() => new Date()),
      log: (message: string) => options.log?.(`commit queue ${options.name ?? ""}: ${message}`),
      onReady: () => this.schedule(),
    };
    const count = options.writers ?? DEFAULT_WRITERS;
    this.writers = Array.from({ length: count }, () => new BatchWriter(settings));
    this.sweeper = setInterval(() => this.sweep(), SWEEP_MS);
    this.sweeper.unref();
  }

  submit(request: CommitRequest): Promise<CommitResult> {
    if (request.branches.granted.events.length === 0) {
      return Promise.reject(new Error(NO_EVENTS));
    }
    if (this.closing || this.queue.length >= this.maxQueue) {
      return Promise.resolve({ status: "busy", retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
    return new Promise((settle, fail) => {
      this.queue.push({
        request,
        commitId: randomUUID(),
        keys: keysOf(request),
        queuedAtMs: Date.now(),
        settle,
        fail,
      });
      this.schedule();
    });
  }

  stats(): CommitQueueStats {
    return { queued: this.queue.length, ...this.counts };
  }

  async close(): Promise<void> {
    this.closing = true;
    const deadline = Date.now() + this.maxWaitMs;
    while ((this.queue.length > 0 || this.held.size > 0) && Date.now() < deadline) {
      await new Promise((resume) => setTimeout(resume, 5));
    }
    clearInterval(this.sweeper);
    for (const item of this.queue.splice(0)) item.settle(busy());
    await Promise.all(this.writers.map((writer) => writer.close()));
  }

  /** Runs after the current poll phase, so that requests that arrived together go together. */
  private schedule(): void {
    if (this.pumpScheduled) return;
    this.pumpScheduled = true;
    setImmediate(() => {
      this.pumpScheduled = false;
      this.pump();
    });
  }

  private pump(): void {
    for (const writer of this.writers) {
      if (this.queue.length === 0) return;
      if (!writer.idle()) continue;
      if (this.running > 0 && !this.worthAnother()) return;
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      void this.run(writer, batch);
    }
  }

  /** Small batches side by side wait for the same hot account; one at a time, they grow until a second one pays. */
  private worthAnother(): boolean {
    const oldest = this.queue[0]?.queuedAtMs ?? Number.POSITIVE_INFINITY;
    return this.queue.length >= FURTHER_BATCH || Date.now() - oldest > FURTHER_AFTER_MS;
  }

  private takeBatch(): QueuedCommit[] {
    const batch: QueuedCommit[] = [];
    const waiting: QueuedCommit[] = [];
    const limit = Math.min(this.queue.length, this.maxBatch * SCAN_FACTOR);
    let scanned = 0;
    while (scanned < limit && batch.length < this.maxBatch) {
      const item = this.queue[scanned];
      scanned += 1;
      if (item === undefined) break;
      if (item.keys.some((key) => this.held.has(key))) {
        waiting.push(item);
        continue;
      }
      for (const key of item.keys) this.held.add(key);
      batch.push(item);
    }
    this.queue =
      waiting.length === 0 ? this.queue.slice(scanned) : [...waiting, ...this.queue.slice(scanned)];
    return batch;
  }

  private async run(writer: BatchWriter, batch: QueuedCommit[]): Promise<void> {
    this.running += 1;
    this.counts.batches += 1;
    this.counts.largestBatch = Math.max(this.counts.largestBatch, batch.length);
    const committed = await writer.write(batch);
    this.running -= 1;
    this.counts.committed += committed;
    for (const item of batch) {
      for (const key of item.keys) this.held.delete(key);
    }
    this.schedule();
  }

  /** While no writer has a connection, nobody waits for ever. */
  private sweep(): void {
    const oldest = Date.now() - this.maxWaitMs;
    this.schedule();
    if (this.queue[0] === undefined || this.queue[0].queuedAtMs > oldest) return;
    const expired = this.queue.filter((item) => item.queuedAtMs <= oldest);
    this.queue = this.queue.filter((item) => item.queuedAtMs > oldest);
    for (const item of expired) item.settle(busy());
  }
}

function busy(): CommitResult {
  return { status: "busy", retryAfterSeconds: RETRY_AFTER_SECONDS };
}

function keysOf(request: CommitRequest): string[] {
  const keys = [`case ${request.caseId}`];
  const { idempotency, lrnClaim } = request;
  if (idempotency) keys.push(`key ${idempotency.scope}\u0000${idempotency.key}`);
  if (lrnClaim) keys.push(`lrn ${lrnClaim.declarant}\u0000${lrnClaim.lrn}`);
  return keys;
}
