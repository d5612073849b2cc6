/**
 * Keeps the history as it stands from time to time, so that a server that starts folds in only what came after: all facts of
 * some years would take minutes. In a thread of its own, by one server at a time; it reads the same facts as everybody.
 */
import { Worker } from "node:worker_threads";
import type { Job } from "../../../platform/jobs/job.ts";
import { alone } from "../../../platform/storage/alone.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { lastFact } from "../store/facts.ts";
import { keptPosition } from "../store/histories.ts";

export interface KeepOrder {
  readonly databaseUrl: string;
  /** ISO instant. */
  readonly now: string;
}

/** What a start folds in within seconds. */
const FACTS_LEFT_TO_A_START = 50_000n;
const LOOK_EVERY_MS = 600_000;
const MAX_HEAP_MB = 4_096;
const LOCK = "customhouse/risk-history";

export function historyJob(database: OpenDatabase, clock: () => Date): Job {
  return {
    name: "risk.keepHistory",
    everyMs: LOOK_EVERY_MS,
    run: (signal) => keepHistoryNow(database, clock, signal),
  };
}

/** Whether it was kept: where there is enough to be spared, and no other server does. */
export async function keepHistoryNow(
  { url, writerPool }: OpenDatabase,
  clock: () => Date,
  signal: AbortSignal,
  facts = FACTS_LEFT_TO_A_START,
): Promise<boolean> {
  const news = (await lastFact(writerPool)) - ((await keptPosition(writerPool)) ?? 0n);
  if (news < facts) return false;
  const order = { databaseUrl: url, now: clock().toISOString() };
  return (await alone(writerPool, LOCK, () => ended(order, signal))) ?? false;
}

/** A thread that is stopped leaves what was kept before. */
async function ended(order: KeepOrder, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const thread = new Worker(new URL("./thread-main.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const stop = () => void thread.terminate();
  signal.addEventListener("abort", stop, { once: true });
  return new Promise<boolean>((resolve, reject) => {
    thread.once("error", reject);
    // A thread that is stopped before it has begun ends with 0 as well.
    thread.once("exit", (code) => resolve(code === 0 && !signal.aborted));
  }).finally(() => signal.removeEventListener("abort", stop));
}
