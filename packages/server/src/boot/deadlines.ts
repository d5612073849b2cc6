/** Deadlines that are due and what became known of cases, until none is left. */
import type { Job } from "../platform/jobs/job.ts";
import { type DueDeadline, runDue } from "../platform/jobs/take-due.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { heedAlarms } from "../rooms/cargo/jobs/order-controls.ts";
import { reassessFilings } from "../rooms/cargo/jobs/reassess-filings.ts";
import type { MainPath } from "../rooms/declarations/contract.ts";
import { heedScreening } from "../rooms/screening/jobs/reassess-declarations.ts";
import { nameOpen } from "../rooms/screening/jobs/screen-open-declarations.ts";
import { allocateQuotas } from "../rooms/tariff/jobs/allocate-quotas.ts";

const EVERY_MS = 500;
const DEADLINES_PER_TURN = 200;

export function deadlinesJob(
  database: OpenDatabase,
  mainPath: MainPath,
  clock: () => Date,
  log: (message: string) => void,
): Job {
  return {
    name: "declarations.passDeadlines",
    everyMs: EVERY_MS,
    run: () => passAllDue(database, mainPath, clock, log),
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
