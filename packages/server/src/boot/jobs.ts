/** Everything that runs in the background, room by room: what each job does is said where it is made. */
import type { Country } from "@customhouse/model";
import type { BootContext } from "../platform/boot-context.ts";
import { Sequencer } from "../platform/commit/sequencer.ts";
import { type Job, type JobReport, startJobs } from "../platform/jobs/job.ts";
import type { Stoppable } from "../platform/stoppable.ts";
import type { OpenDatabase } from "../platform/storage/database.ts";
import { erasureJobs } from "../rooms/erasure/jobs.ts";
import { formalitiesJobs } from "../rooms/formalities/jobs.ts";
import { notificationsJobs } from "../rooms/notifications/jobs.ts";
import { riskJobs } from "../rooms/risk/jobs.ts";
import { screeningJobs } from "../rooms/screening/jobs.ts";
import type { Contracts } from "./contracts.ts";
import { logKeyOf, pseudonymKeyOf } from "./core.ts";
import { deadlinesJob } from "./deadlines.ts";

/** In the order in which they start; the last to start is the first to stop. */
function jobs(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
  contracts: Contracts,
): readonly Job[] {
  const { clock, secrets, telemetry } = context;
  const log = (message: string) => telemetry.log.warn(message);
  const sequencer = new Sequencer(database.writerPool, { signer: logKeyOf(secrets), now: clock });
  const pseudonymKey = pseudonymKeyOf(secrets);
  return [
    sequencer.asJob(), // every 50 ms
    ...notificationsJobs(context, database),
    deadlinesJob(database, contracts, country, clock, log), // every 500 ms
    ...formalitiesJobs(database, contracts.formalities, country),
    ...riskJobs(context, database, { country, clock, pseudonymKey }),
    ...screeningJobs(context, database, country),
    ...erasureJobs({ ...contracts, database, country: () => country, clock, log }),
  ];
}

export async function bootJobs(
  context: BootContext,
  database: OpenDatabase,
  country: Country,
  contracts: Contracts,
  ran: (report: JobReport) => void = (report) => context.telemetry.metrics.jobRan(report),
): Promise<Stoppable> {
  const log = (message: string) => context.telemetry.log.warn(message);
  return startJobs(jobs(context, database, country, contracts), { log, ran });
}
