/**
 * The workers in a thread of their own, so that the clock and the log take no time from who waits for an answer. The
 * thread has its own connections and its own copy of the country: it could as well be on another machine. Only how many
 * people wait is shared, as what falls due can wait out a burst (turns.ts).
 */
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { BootContext } from "../platform/boot-context.ts";
import type { Config } from "../platform/config/config.ts";
import type { Secrets } from "../platform/config/secrets.ts";
import type { JobReport } from "../platform/jobs/job.ts";
import { peopleWaiting } from "../platform/jobs/turns.ts";
import type { Stoppable } from "../platform/stoppable.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";

export interface WorkerOrder {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly databaseUrl: string;
  readonly peopleWaiting: Int32Array<SharedArrayBuffer>;
}

export const READY = "ready";
export const STOP = "stop";

/** A thread that ended by itself is started again, after a pause that grows. */
const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 10_000;

export interface WorkerThread extends Stoppable {
  /** The thread that runs now; another one after a failure. */
  current(): Worker;
}

export async function bootWorkerThread(
  { config, secrets, telemetry }: BootContext,
  { url }: OpenDatabase,
): Promise<WorkerThread> {
  const order: WorkerOrder = { config, secrets, databaseUrl: url, peopleWaiting };
  const ran = (report: JobReport) => telemetry.metrics.jobRan(report);
  let stopping = false;
  let thread = await started(order, ran);
  const watching = watch();
  return {
    current: () => thread,
    stop: async () => {
      stopping = true;
      thread.postMessage(STOP);
      await watching;
    },
  };

  async function watch(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const startedMs = Date.now();
      const problem = await ended(thread);
      if (stopping) return;
      telemetry.log.error({ err: problem }, "the thread of the workers ended; it is started again");
      pauseMs = Date.now() - startedMs > MAX_PAUSE_MS ? FIRST_PAUSE_MS : pauseMs;
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
      if (stopping) return;
      thread = await started(order, ran).catch((error: unknown) => {
        telemetry.log.error({ err: error }, "the thread of the workers did not come up");
        return thread;
      });
    }
  }
}

async function started(order: WorkerOrder, ran: (report: JobReport) => void): Promise<Worker> {
  const thread = new Worker(new URL("./worker-main.ts", import.meta.url), { workerData: order });
  // The first message: an error instead of it is thrown by `once`. What follows are reports of jobs.
  await once(thread, "message");
  thread.on("message", ran);
  return thread;
}

/** Why it ended; undefined when it was asked to. A thread that is gone already has said so. */
async function ended(thread: Worker): Promise<unknown> {
  if (thread.threadId < 0) return undefined;
  return new Promise((resolve) => {
    thread.once("error", resolve);
    thread.once("exit", () => resolve(undefined));
  });
}
