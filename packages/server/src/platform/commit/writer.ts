/**
 * One writer of the commit queue: a connection, the batch it is writing, and what to do when either
 * fails. `write` settles every item of its batch, whatever happens.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { writerClient } from "../storage/database.ts";
import type { CommitResult, QueuedCommit } from "./types.ts";
import { CommitOutcomeUnknownError } from "./types.ts";
import type { BatchSettings } from "./write-batch.ts";
import { findCommits, writeBatch } from "./write-batch.ts";

const FIRST_PAUSE_MS = 20;
const MAX_PAUSE_MS = 1_000;
/** Only a guard: what ends the trying is `maxOutageMs`. */
const MAX_ATTEMPTS = 1_000;

export interface WriterSettings extends BatchSettings {
  readonly url: string;
  readonly maxOutageMs: number;
  log(message: string): void;
  /** Called when the writer has a connection and no work. */
  onReady(): void;
}

export class BatchWriter {
  private client: Client | undefined;
  private working = false;
  private closed = false;
  private readonly settings: WriterSettings;
  private connecting: Promise<void>;

  constructor(settings: WriterSettings) {
    this.settings = settings;
    this.connecting = this.connect();
  }

  idle(): boolean {
    return this.client !== undefined && !this.working && !this.closed;
  }

  /** Returns how many of the batch were committed. */
  async write(batch: readonly QueuedCommit[]): Promise<number> {
    this.working = true;
    try {
      return await this.attempt(batch);
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      for (const item of batch) item.fail(reason);
      return 0;
    } finally {
      this.working = false;
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    const client = this.client;
    this.client = undefined;
    await this.connecting.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private async attempt(batch: readonly QueuedCommit[]): Promise<number> {
    let lost: unknown;
    const deadline = Date.now() + this.settings.maxOutageMs;
    for (let tries = 0; tries < MAX_ATTEMPTS; tries += 1) {
      if (tries > 0 && Date.now() > deadline) break;
      const client = await this.connected(deadline);
      if (client === undefined) break;
      try {
        if (lost !== undefined && (await this.recover(client, batch))) return batch.length;
        const results = await writeBatch(client, batch, this.settings);
        return settleAll(batch, lost ? await this.corrected(client, batch, results) : results);
      } catch (error) {
        if (isLostConnection(error)) {
          this.drop(client, error);
          lost = error;
        } else if (batch.length > 1) {
          this.settings.log(`batch of ${batch.length} retried one by one: ${String(error)}`);
          return await this.oneByOne(batch);
        } else {
          return settleFailure(batch, error);
        }
      }
    }
    return giveUp(batch, lost);
  }

  private async oneByOne(batch: readonly QueuedCommit[]): Promise<number> {
    let committed = 0;
    for (const item of batch) {
      const count = await this.attempt([item]).catch((error) => settleFailure([item], error));
      committed += count;
    }
    return committed;
  }

  /** After a lost connection: a batch is atomic, so one commit id found means all were committed. */
  private async recover(client: Client, batch: readonly QueuedCommit[]): Promise<boolean> {
    const planned = batch.filter((item) => item.planned !== undefined);
    if (planned.length === 0) return false;
    const found = await findCommits(client, planned);
    if (found.size === 0) return false;
    const rest = batch.filter((item) => !found.has(item.commitId));
    for (const item of batch) {
      if (found.has(item.commitId) && item.planned) item.settle(item.planned);
    }
    if (rest.length > 0) settleAll(rest, await writeBatch(client, rest, this.settings));
    return true;
  }

  /**
   * The first attempt may have committed after we asked whether it had. The second then looks like a duplicate of it, and
   * gets the result of the first.
   */
  private async corrected(
    client: Client,
    batch: readonly QueuedCommit[],
    results: readonly CommitResult[],
  ): Promise<CommitResult[]> {
    const found = await findCommits(client, batch);
    return results.map((result, index) => {
      const item = batch[index];
      const ours = item !== undefined && found.has(item.commitId) && result.status !== "committed";
      return ours && item.planned ? item.planned : result;
    });
  }

  private drop(client: Client, error: unknown): void {
    this.settings.log(`connection lost: ${String(error)}`);
    if (this.client === client) this.client = undefined;
    void client.end().catch(() => undefined);
    this.connecting = this.connect();
  }

  private async connected(deadline: number): Promise<Client | undefined> {
    while (this.client === undefined && Date.now() < deadline && !this.closed) {
      await Promise.race([this.connecting, sleep(FIRST_PAUSE_MS)]);
    }
    return this.client;
  }

  /** Tries until it works or the writer is closed, with growing pauses. */
  private async connect(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.closed) {
      const client = writerClient(this.settings.url);
      client.on("error", (error) => {
        // While a batch is running its own query fails too, and attempt() deals with it.
        if (this.client === client && !this.working) this.drop(client, error);
      });
      try {
        await client.connect();
        this.client = client;
        if (this.closed) await client.end();
        this.settings.onReady();
        return;
      } catch (error) {
        this.settings.log(`cannot connect: ${String(error)}`);
        await client.end().catch(() => undefined);
        await sleep(pause, undefined, { ref: false });
        pause = Math.min(pause * 2, MAX_PAUSE_MS);
      }
    }
  }
}

function settleAll(batch: readonly QueuedCommit[], results: readonly CommitResult[]): number {
  let committed = 0;
  for (const [index, item] of batch.entries()) {
    const result = results[index];
    if (result === undefined) item.fail(new Error("no result for a request of the batch"));
    else item.settle(result);
    if (result?.status === "committed") committed += 1;
  }
  return committed;
}

/** The primary key of cases, which the next release's migration names anew. */
const CASE_KEYS: ReadonlySet<string> = new Set(["case_file_pkey", "case_envelope_pkey"]);

/** A new case whose id is taken is an act too late; anything else is a bug and is thrown. */
function settleFailure(batch: readonly QueuedCommit[], error: unknown): number {
  const { code, constraint } = error as { code?: string; constraint?: string };
  for (const item of batch) {
    if (code === "23505" && CASE_KEYS.has(constraint ?? "")) {
      item.settle({ status: "act-conflict", actCount: null });
    } else {
      item.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }
  return 0;
}

function giveUp(batch: readonly QueuedCommit[], lost: unknown): number {
  for (const item of batch) {
    if (item.planned === undefined) item.settle({ status: "busy", retryAfterSeconds: 1 });
    else item.fail(new CommitOutcomeUnknownError(lost));
  }
  return 0;
}

/** Socket errors have a system code; node-postgres reports a closed connection by message only. */
function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (code === undefined) return /connection|client was closed|not queryable/i.test(message ?? "");
  if (/^E[A-Z]+$/.test(code)) return true;
  // 57P0x: PostgreSQL is shutting down, crashed or starting. 08: connection exception.
  return code.startsWith("57P0") || code.startsWith("08");
}
