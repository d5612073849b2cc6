/** The stages that work by themselves: sequencer, deliveries, deadlines, facts of risk, retraining. */
import type { Country } from "@customhouse/model";
import type { BootContext, Stoppable } from "../platform/boot-context.ts";
import { Sequencer } from "../platform/commit/sequencer.ts";
import { repeated } from "../platform/jobs/repeated.ts";
import { type DueDeadline, runDue } from "../platform/jobs/take-due.ts";
import { nextTurn, peopleWait } from "../platform/jobs/turns.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { heedAlarms } from "../rooms/cargo/jobs/order-controls.ts";
import { reassessFilings } from "../rooms/cargo/jobs/reassess-filings.ts";
import type { MainPath } from "../rooms/declarations/contract.ts";
import { eraseOld } from "../rooms/erasure/erase-old.ts";
import { sweepEndedPermits } from "../rooms/formalities/jobs/empty-ended-permits.ts";
import { Deliverer } from "../rooms/notifications/delivery/deliverer.ts";
import { pruneAttempts } from "../rooms/notifications/delivery/subscriber-queue.ts";
import { startHistoryKeeper } from "../rooms/risk/history/keeper.ts";
import { recordFacts } from "../rooms/risk/jobs/record-facts.ts";
import { Retrainer } from "../rooms/risk/retraining/retrainer.ts";
import { forgetItems } from "../rooms/risk/store/open-source-items.ts";
import { eraseOldScreening } from "../rooms/screening/jobs/erase-old.ts";
import { heedScreening } from "../rooms/screening/jobs/reassess-declarations.ts";
import { nameOpen } from "../rooms/screening/jobs/screen-open-declarations.ts";
import { allocateQuotas } from "../rooms/tariff/jobs/allocate-quotas.ts";
import { logKeyOf, pseudonymKeyOf } from "./main-path.ts";

const DEADLINE_POLL_MS = 500;
const DEADLINES_PER_TURN = 200;
const SWEEP_EVERY_MS = 3_600_000;
const KEEP_ATTEMPTS_DAYS = 30;
const PRUNE_EVERY_MS = 6 * 3_600_000;

/** All of them, in this order; the last to start is the first to stop. */
export async function bootWorkers(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
  mainPath: MainPath,
): Promise<Stoppable> {
  const running = [
    startSequencer(context, database),
    startDeliveries(context, database),
    startDeadlines(context, database, mainPath),
    startFacts(context, database, country),
    startRetention(context, database),
    startErasure(context, database, country, mainPath),
    startRetraining(context, database),
    startHistoryKeeper(context, database),
  ];
  return {
    stop: async () => {
      for (const worker of running.reverse()) await worker.stop();
    },
  };
}

function startSequencer(context: BootContext, database: OpenDatabase): Stoppable {
  const sequencer = new Sequencer(database.writerPool, {
    signer: logKeyOf(context.secrets),
    now: context.clock,
    log: (message) => context.telemetry.log.warn(message),
  });
  sequencer.start();
  return { stop: () => sequencer.stop() };
}

function startDeliveries(context: BootContext, database: OpenDatabase): Stoppable {
  const deliverer = new Deliverer(database.writerPool, {
    policy: { allowLoopback: context.config.demo },
    log: (message) => context.telemetry.log.warn(message),
  });
  deliverer.start();
  // The log of attempts is for diagnosis; what was told stays with the notifications.
  const pruning = setInterval(() => {
    pruneAttempts(database.writerPool, KEEP_ATTEMPTS_DAYS).catch((problem: unknown) =>
      context.telemetry.log.warn(`deliveries: ${String(problem)}`),
    );
  }, PRUNE_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(pruning);
      await deliverer.stop();
    },
  };
}

/** A refusal is an answer: the case has moved on. Busy and unknown outcomes are tried again. */
async function passTogether(mainPath: MainPath, due: readonly DueDeadline[]) {
  const results = await mainPath.passDeadlines(due);
  return results.map((result): PromiseSettledResult<unknown> => {
    if (result.status === "rejected" || result.value.status === "done") return result;
    const { httpStatus, code, message } = result.value;
    const again = httpStatus === 409 || httpStatus === 429;
    return again ? { status: "rejected", reason: `${code} ${message}` } : result;
  });
}

/** What became known of cases and every deadline that is due by the clock, until none is left. Returns how many were passed. */
export async function passAllDue(
  database: OpenDatabase,
  mainPath: MainPath,
  clock: () => Date,
  log: (message: string) => void,
): Promise<number> {
  let passed = await allocateQuotas(database, mainPath, clock);
  passed += await reassessFilings(database, mainPath, log);
  passed += await heedAlarms(database, mainPath, log);
  await nameOpen(database, mainPath, log);
  passed += await heedScreening(database, mainPath, clock, log);
  for (;;) {
    const taken = await runDue(database.writerPool, {
      now: clock(),
      limit: DEADLINES_PER_TURN,
      run: (due) => passTogether(mainPath, due),
      log,
    });
    passed += taken;
    if (taken < DEADLINES_PER_TURN) return passed;
  }
}

function startDeadlines(
  context: BootContext,
  database: OpenDatabase,
  mainPath: MainPath,
): Stoppable {
  const log = (message: string) => context.telemetry.log.warn(message);
  const passing = repeated(DEADLINE_POLL_MS, {
    work: () => passAllDue(database, mainPath, context.clock, log),
    failed: (problem) => log(`deadlines: ${String(problem)}`),
  });
  const sweeping = setInterval(() => {
    sweepEndedPermits(database, mainPath).catch((problem: unknown) =>
      log(`permits: ${String(problem)}`),
    );
  }, SWEEP_EVERY_MS);
  return {
    stop: async () => {
      clearInterval(sweeping);
      await passing.stop();
    },
  };
}

/** Days are what counts, so an hour is soon enough. */
const RETENTION_EVERY_MS = 3_600_000;

/** Names go once their day has passed. */
function startRetention({ clock, telemetry }: BootContext, database: OpenDatabase): Stoppable {
  return repeated(RETENTION_EVERY_MS, {
    work: async () => {
      const now = clock().toISOString();
      await eraseOldScreening(database.writerPool, now);
      await forgetItems(database.writerPool, now.slice(0, 10));
    },
    failed: (problem) => telemetry.log.warn(`retention: ${String(problem)}`),
  });
}

/** What the country keeps no longer goes by itself, where it sets a period. */
function startErasure(
  { clock, telemetry }: BootContext,
  database: OpenDatabase,
  country: Country,
  mainPath: MainPath,
): Stoppable {
  const log = (message: string) => telemetry.log.warn(message);
  return repeated(RETENTION_EVERY_MS, {
    work: () => eraseOld({ database, mainPath, country: () => country, clock, log }),
    failed: (problem) => log(`erasure: ${String(problem)}`),
  });
}

/** Somebody who asked for a run waits to see it begin. */
const RETRAINING_POLL_MS = 1_000;

/** Learns challengers for the model in force, in threads of their own. */
function startRetraining({ clock, telemetry }: BootContext, database: OpenDatabase): Stoppable {
  const log = (message: string) => telemetry.log.warn(message);
  const retrainer = new Retrainer({ database, clock, log });
  return repeated(RETRAINING_POLL_MS, {
    work: () => retrainer.runOnce(),
    failed: (problem) => log(`retraining: ${String(problem)}`),
    stopping: () => retrainer.stop(),
  });
}

const FACTS_POLL_MS = 500;
/** How long the facts of a burst may wait for it to be over: histories are a minute behind then. */
const FACTS_WAIT_MS = 60_000;

/** Reads the log into the facts that histories, back-tests and models learn from. */
function startFacts(context: BootContext, database: OpenDatabase, country: Country): Stoppable {
  const source = {
    country,
    clock: context.clock,
    pseudonymKey: pseudonymKeyOf(context.secrets),
  };
  let stopped = false;
  let upToDateMs = Date.now();
  return repeated(FACTS_POLL_MS, {
    work: async () => {
      while (!stopped) {
        if (peopleWait() && Date.now() - upToDateMs < FACTS_WAIT_MS) return;
        if ((await recordFacts(database.writerPool, source)) === 0) break;
        await nextTurn("late");
      }
      upToDateMs = Date.now();
    },
    failed: (problem) => context.telemetry.log.warn(`risk facts: ${String(problem)}`),
    stopping: () => {
      stopped = true;
    },
  });
}
