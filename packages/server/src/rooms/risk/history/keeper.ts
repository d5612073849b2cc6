/**
 * Keeps the history as it stands from time to time, so that a server that starts folds in only what came after: all facts of
 * some years would take minutes. In a thread of its own, by one server at a time; it reads the same facts as everybody.
 */
import { startThread, type Talk, type ThreadProgram } from "@customhouse/history/threads";
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

/** It says nothing: that it came to its end is the answer. */
export interface KeeperTalk extends Talk {
  readonly order: KeepOrder;
  readonly toThread: never;
  readonly fromThread: never;
}

/** The number of facts that a start reads within seconds. */
const FACTS_LEFT_TO_A_START = 50_000n;
const LOOK_EVERY_MS = 600_000;
const KEEPER: ThreadProgram<KeeperTalk> = {
  file: new URL("./thread-main.ts", import.meta.url),
  heapMb: 4_096,
};
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
  { url, writer, writerPool }: OpenDatabase,
  clock: () => Date,
  signal: AbortSignal,
  facts = FACTS_LEFT_TO_A_START,
): Promise<boolean> {
  const news = (await lastFact(writerPool)) - ((await keptPosition(writer)) ?? 0n);
  if (news < facts) return false;
  const order = { databaseUrl: url, now: clock().toISOString() };
  return (await alone(writerPool, LOCK, () => ended(order, signal))) ?? false;
}

/** A thread that is stopped leaves what was kept before. */
async function ended(order: KeepOrder, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  const thread = startThread(KEEPER, order);
  const stop = () => void thread.stop();
  signal.addEventListener("abort", stop, { once: true });
  const end = await thread.ended;
  signal.removeEventListener("abort", stop);
  if (end.reason === "failed") throw end.error;
  return end.reason === "done";
}
