/** Takes names out of hits whose day has passed, and forgets parties that nobody has named for as long, and filings that are over. */
import { eraseDue } from "@customhouse/screening/hits";
import type { Pool } from "pg";
import { forgetClosed } from "../../../platform/cases/case-news.ts";
import { dayAfter, KEEP_DAYS } from "../live/new-hits.ts";
import { changeHit, hitsDue } from "../store/hits.ts";
import { forgetParties } from "../store/parties.ts";

const HITS_A_READ = 200;

export interface Erased {
  readonly hits: number;
  readonly parties: number;
}

/** `now` ISO 8601. */
export async function eraseOldScreening(pool: Pool, now: string): Promise<Erased> {
  const today = now.slice(0, 10);
  await forgetClosed(pool);
  for (let hits = 0; ; ) {
    const due = await hitsDue(pool, today, HITS_A_READ);
    for (const hitId of due) await changeHit(pool, hitId, now, (hit) => eraseDue(hit, today));
    hits += due.length;
    if (due.length < HITS_A_READ) {
      return { hits, parties: await forgetParties(pool, dayAfter(now, -KEEP_DAYS)) };
    }
  }
}
