/** What the country keeps no longer goes by itself, where it sets a period. */
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
