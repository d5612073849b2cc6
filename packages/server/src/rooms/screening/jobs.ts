/** The jobs of screening. */
import type { InTimeZone } from "@customhouse/model";
import type { BootContext } from "../../platform/boot-context.ts";
import type { Job } from "../../platform/jobs/job.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import { eraseOldScreening } from "./jobs/erase-old.ts";

/** Days are what counts, so an hour is soon enough. */
const RETENTION_EVERY_MS = 3_600_000;

export function screeningJobs(
  { clock }: BootContext,
  database: OpenDatabase,
  country: InTimeZone,
): readonly Job[] {
  return [
    {
      name: "screening.eraseOld",
      everyMs: RETENTION_EVERY_MS,
      run: () => eraseOldScreening(database, clock().toISOString(), country),
    },
  ];
}
