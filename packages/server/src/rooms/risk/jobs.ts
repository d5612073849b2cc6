/** The jobs of risk: read facts from the log, keep the history, learn challengers, delete old open-source items. */
import { legalDay } from "@customhouse/model";
import type { BootContext } from "../../platform/boot-context.ts";
import type { Job } from "../../platform/jobs/job.ts";
import { nextTurn, peopleWait } from "../../platform/jobs/work-priority.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import { historyJob } from "./history/keeper.ts";
import { type FactSource, recordFacts } from "./jobs/record-facts.ts";
import { Retrainer } from "./retraining/retrainer.ts";
import { forgetItems } from "./store/open-source-items.ts";

const FACTS_EVERY_MS = 500;
/** The longest time that facts wait for a burst to end: histories are a minute behind then. */
const FACTS_WAIT_MS = 60_000;
/** Somebody who asked for a run waits to see it begin. */
const RETRAINING_EVERY_MS = 1_000;
/** Days are what counts, so an hour is soon enough. */
const RETENTION_EVERY_MS = 3_600_000;

export function riskJobs(
  { clock, telemetry }: BootContext,
  database: OpenDatabase,
  source: FactSource,
): readonly Job[] {
  return [
    factsJob(database, source),
    historyJob(database, clock),
    retrainingJob(database, clock, (message) => telemetry.log.warn(message)),
    {
      name: "risk.forgetOpenSource",
      everyMs: RETENTION_EVERY_MS,
      run: () => forgetItems(database.writer, legalDay(clock(), source.country)),
    },
  ];
}

/** Reads the log into the facts that histories, back-tests and models learn from. */
function factsJob(database: OpenDatabase, source: FactSource): Job {
  let upToDateMs = Date.now();
  return {
    name: "risk.recordFacts",
    everyMs: FACTS_EVERY_MS,
    run: async (signal) => {
      while (!signal.aborted) {
        if (peopleWait() && Date.now() - upToDateMs < FACTS_WAIT_MS) return;
        if ((await recordFacts(database.writerPool, source)) === 0) break;
        await nextTurn("late");
      }
      upToDateMs = Date.now();
    },
  };
}

/** Learns challengers for the model in force, in threads of their own. */
function retrainingJob(
  database: OpenDatabase,
  clock: () => Date,
  log: (message: string) => void,
): Job {
  const retrainer = new Retrainer({ database, clock, log });
  return {
    name: "risk.retrain",
    everyMs: RETRAINING_EVERY_MS,
    run: async (signal) => {
      const stop = () => retrainer.stop();
      signal.addEventListener("abort", stop, { once: true });
      try {
        await retrainer.runOnce();
      } finally {
        signal.removeEventListener("abort", stop);
      }
    },
  };
}
