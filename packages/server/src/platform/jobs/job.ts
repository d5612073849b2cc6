/**
 * What runs in the background: one registry of jobs, in boot/jobs.ts, one loop for each. A job that fails is tried again
 * after a pause that grows; each run is told to whoever keeps the figures.
 */
import type { Stoppable } from "../stoppable.ts";

export interface Job {
  /** As the figures name it: `room.what`. */
  readonly name: string;
  /** From the beginning of one run to the beginning of the next, where a run does not last longer. */
  readonly everyMs: number;
  /** Resolves to `MORE` where there is more to do now: the next run then begins at once. The signal says that the server stops. */
  run(signal: AbortSignal): Promise<unknown>;
  /** After the last run, when the server stops. */
  end?(): Promise<void>;
}

export const MORE = Symbol("more");

/** One run that ended. */
export interface JobReport {
  readonly job: string;
  readonly seconds: number;
  readonly failed: boolean;
}

export interface JobTelling {
  readonly log: (message: string) => void;
  readonly ran?: (report: JobReport) => void;
}

const FIRST_RETRY_MS = 500;
const MAX_RETRY_MS = 60_000;
const MAX_DOUBLINGS = 20;

/** All of them at once; the last to start is the first to stop. */
export function startJobs(jobs: readonly Job[], telling: JobTelling): Stoppable {
  const running = jobs.map((job) => startJob(job, telling));
  return {
    stop: async () => {
      for (const job of running.reverse()) await job.stop();
    },
  };
}

function startJob(job: Job, { log, ran }: JobTelling): Stoppable {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<void> = Promise.resolve();
  let failures = 0;
  const again = (pauseMs: number) => {
    if (signal.aborted) return;
    timer = setTimeout(() => {
      current = once();
    }, pauseMs);
  };
  const once = async (): Promise<void> => {
    const begunMs = performance.now();
    let more = false;
    try {
      more = (await job.run(signal)) === MORE;
      failures = 0;
    } catch (problem) {
      failures += 1;
      log(`${job.name}: ${problem instanceof Error ? problem.message : String(problem)}`);
    }
    const tookMs = performance.now() - begunMs;
    ran?.({ job: job.name, seconds: tookMs / 1_000, failed: failures > 0 });
    again(pauseOf(job.everyMs, tookMs, failures, more));
  };
  again(0);
  return {
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await current;
      await job.end?.();
    },
  };
}

/** Until the next run, in ms. */
function pauseOf(everyMs: number, tookMs: number, failures: number, more: boolean): number {
  if (failures > 0) {
    return Math.min(MAX_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, MAX_DOUBLINGS));
  }
  return more ? 0 : Math.max(0, everyMs - tookMs);
}
