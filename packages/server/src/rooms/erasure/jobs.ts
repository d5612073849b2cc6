/** Erases personal data by itself where the country sets a period of keeping and it is over. */
import type { Job } from "../../platform/jobs/job.ts";
import { eraseOld, type Retention } from "./erase-old.ts";

/** Days are what counts, so an hour is soon enough. */
const ERASE_EVERY_MS = 3_600_000;

export function erasureJobs(retention: Retention): readonly Job[] {
  return [
    {
      name: "erasure.eraseOld",
      everyMs: ERASE_EVERY_MS,
      run: () => eraseOld(retention),
    },
  ];
}
