/** Takes names out of hits whose day has passed, and forgets parties that nobody has named for as long, and filings that are over. */
import { addDays, type InTimeZone, legalDay } from "@customhouse/model";
import { eraseDue } from "@customhouse/screening/hits";
import { forgetClosed } from "../../../platform/cases/case-news.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { KEEP_DAYS } from "../live/new-hits.ts";
import { changeHit, hitsDue } from "../store/hits.ts";
import { forgetParties } from "../store/parties.ts";

const HITS_A_READ = 200;

export interface Erased {
  readonly hits: number;
  readonly parties: number;
}

/** `now` ISO 8601. */
export async function eraseOldScreening(
  { writer, writerPool }: OpenDatabase,
  now: string,
  country: InTimeZone,
): Promise<Erased> {
  const today = legalDay(now, country);
  await forgetClosed(writerPool);
  for (let hits = 0; ; ) {
    const due = await hitsDue(writer, today, HITS_A_READ);
    for (const hitId of due) await changeHit(writer, hitId, now, (hit) => eraseDue(hit, today));
    hits += due.length;
    if (due.length < HITS_A_READ) {
      return { hits, parties: await forgetParties(writer, addDays(today, -KEEP_DAYS)) };
    }
  }
}
