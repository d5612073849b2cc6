/**
 * The workers in a thread of their own, so that the clock and the log take no time from who waits for an answer. The
 * thread has its own connections and its own copy of the country: it could as well be on another machine. Only how many
 * people wait is shared, as what falls due can wait out a burst (work-priority.ts).
 */

import { setTimeout as sleep } from "node:timers/promises";
import {
  startThread,
  type Talk,
  type Thread,
  type ThreadProgram,
} from "@customhouse/history/threads";
import type { BootContext } from "../platform/boot-context.ts";
import type { Config } from "../platform/config/config.ts";
import type { Secrets } from "../platform/config/secrets.ts";
import type { JobReport } from "../platform/jobs/job.ts";
import { peopleWaiting } from "../platform/jobs/work-priority.ts";
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

export interface WorkerTalk extends Talk {
  readonly order: WorkerOrder;
  readonly toThread: typeof STOP;
  readonly fromThread: typeof READY | JobReport;
}

const WORKERS: ThreadProgram<WorkerTalk> = { file: new URL("./worker-main.ts", import.meta.url) };

/** A thread that ended by itself is started again, after a pause that grows. */
const FIRST_PAUSE_MS = 200;
const MAX_PAUSE_MS = 10_000;

export interface WorkerThread extends Stoppable {
  /** The thread that runs now; another one after a failure. */
  current(): Thread<WorkerTalk>;
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
      thread.tell(STOP);
      await watching;
    },
  };

  async function watch(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    for (;;) {
      const startedMs = Date.now();
      const end = await thread.ended;
      const problem = end.reason === "failed" ? end.error : undefined;
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

/** Throws what kept it from coming up. */
async function started(
  order: WorkerOrder,
  ran: (report: JobReport) => void,
): Promise<Thread<WorkerTalk>> {
  const { promise: ready, resolve } = Promise.withResolvers<typeof READY>();
  const thread = startThread(WORKERS, order, {
    hear: (message) => (message === READY ? resolve(READY) : ran(message)),
  });
  const first = await Promise.race([ready, thread.ended]);
  if (first === READY) return thread;
  throw first.reason === "failed" ? first.error : new Error("the thread ended before it was ready");
}
