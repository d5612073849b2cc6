/** Screening of one process over the stored lists, parties and hits. */
import type { KeyedHash } from "../keyed-hash.ts";
import type { BootContext } from "../start.ts";
import type { OpenDatabase } from "../storage/database.ts";
import { keepNamings } from "../storage/queries/case-news.ts";
import { clearedSince, keepHits } from "../storage/queries/screening-hits.ts";
import { activeLists } from "../storage/queries/screening-lists.ts";
import { keepParties, keepWaiting } from "../storage/queries/screening-parties.ts";
import type { Answers } from "./answers.ts";
import { LiveScreening } from "./live-screening.ts";

export function bootScreening(
  { clock, telemetry }: BootContext,
  { writerPool }: OpenDatabase,
  pseudonymKey: KeyedHash,
  answers: Answers,
): LiveScreening {
  const log = (message: string) => telemetry.log.warn(message);
  return new LiveScreening({
    stored: {
      activeLists: () => activeLists(writerPool),
      cleared: (since, limit) => clearedSince(writerPool, since, limit),
      keepParties: (seen) => keepParties(writerPool, seen),
      keepWaiting: (waiting) => keepWaiting(writerPool, waiting),
      keepNamings: (namings) => keepNamings(writerPool, namings),
      keepHits: async (hits, found) => {
        await keepHits(writerPool, hits, { ...found, retroactive: false });
      },
    },
    answers,
    pseudonymKey,
    clock,
    log,
    unanswered: () => telemetry.metrics.unscreened.inc(),
  });
}
