/** The jobs of formalities beside their deadlines. */
import type { Country } from "@customhouse/model";
import type { Job } from "../../platform/jobs/job.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import type { Formalities } from "./contract.ts";
import { sweepEndedPermits } from "./jobs/empty-ended-permits.ts";

const SWEEP_EVERY_MS = 3_600_000;

export function formalitiesJobs(
  database: OpenDatabase,
  formalities: Formalities,
  country: Country,
): readonly Job[] {
  return [
    {
      name: "formalities.emptyEndedPermits",
      everyMs: SWEEP_EVERY_MS,
      run: () => sweepEndedPermits(database, formalities, country.formalities),
    },
  ];
}
