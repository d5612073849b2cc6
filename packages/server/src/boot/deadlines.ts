/** Deadlines that are due and what became known of cases, until none is left. */
import type { InTimeZone } from "@customhouse/model";
import type { Job } from "../platform/jobs/job.ts";
import { type DueDeadline, runDue } from "../platform/jobs/take-due.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { orderControlsAfterAlarms } from "../rooms/cargo/jobs/order-controls.ts";
import { reassessFilings } from "../rooms/cargo/jobs/reassess-filings.ts";
import type { ActResult } from "../rooms/declarations/contract.ts";
import { type FormalityResult, isOfFormality } from "../rooms/formalities/contract.ts";
import { reassessScreenedDeclarations } from "../rooms/screening/jobs/reassess-declarations.ts";
import { screenOpenDeclarations } from "../rooms/screening/jobs/screen-open-declarations.ts";
import { allocateQuotas } from "../rooms/tariff/jobs/allocate-quotas.ts";
import type { Contracts } from "./contracts.ts";

const EVERY_MS = 500;
const DEADLINES_PER_TURN = 200;

export function deadlinesJob(
  database: OpenDatabase,
  contracts: Acting,
  country: InTimeZone,
  clock: () => Date,
  log: (message: string) => void,
): Job {
  return {
    name: "declarations.passDeadlines",
    everyMs: EVERY_MS,
    run: () => passAllDue(database, contracts, country, clock, log),
  };
}

type Acting = Pick<Contracts, "declarations" | "formalities">;

/** Declarations are read together; each formality takes its own step. One result each, in the same order. */
async function passTogether(
  { declarations, formalities }: Acting,
  due: readonly DueDeadline[],
): Promise<readonly PromiseSettledResult<unknown>[]> {
  const ofDeclarations = due.filter((entry) => !isOfFormality(entry));
  const steps = due.filter(isOfFormality).map((entry) => formalities.passDeadline(entry));
  const passed = await declarations.passDeadlines(ofDeclarations);
  const stepped = await Promise.allSettled(steps);
  const [next, nextStep] = [passed.values(), stepped.values()];
  return due.map((entry) => {
    const { value } = isOfFormality(entry) ? nextStep.next() : next.next();
    if (value === undefined) throw new Error("a deadline without a result");
    return tryAgain(value);
  });
}

/** A refusal is an answer: the case has moved on. Busy and unknown outcomes are tried again. */
function tryAgain(
  result: PromiseSettledResult<ActResult | FormalityResult>,
): PromiseSettledResult<unknown> {
  if (result.status === "rejected" || result.value.status === "done") return result;
  const { httpStatus, code, message } = result.value;
  const again = httpStatus === 409 || httpStatus === 429;
  return again ? { status: "rejected", reason: `${code} ${message}` } : result;
}

/** Handles news of cases and every deadline that is due, until none is left. Returns the number of deadlines passed. */
export async function passAllDue(
  database: OpenDatabase,
  contracts: Acting,
  country: InTimeZone,
  clock: () => Date,
  log: (message: string) => void,
): Promise<number> {
  const { declarations, formalities } = contracts;
  let passed = await allocateQuotas(database, declarations, clock, country);
  passed += await reassessFilings(database, formalities, log);
  passed += await orderControlsAfterAlarms(database, declarations, log);
  await screenOpenDeclarations(database, declarations, log);
  passed += await reassessScreenedDeclarations(database, declarations, clock, log);
  for (;;) {
    const taken = await runDue(database.writerPool, {
      now: clock(),
      limit: DEADLINES_PER_TURN,
      run: (due) => passTogether(contracts, due),
      log,
    });
    passed += taken;
    if (taken < DEADLINES_PER_TURN) return passed;
  }
}
