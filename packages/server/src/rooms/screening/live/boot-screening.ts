/** Screening of one process over the stored lists, parties and hits. */

import type { InTimeZone } from "@customhouse/model";
import type { BootContext } from "../../../platform/boot-context.ts";
import { keepNamings } from "../../../platform/cases/case-news.ts";
import type { OpenDatabase } from "../../../platform/storage/database.ts";
import { keepHits } from "../store/hits.ts";
import { keepWaiting } from "../store/parties.ts";
import { activeLists, clearedSince, keepParties } from "../store/prepared.ts";
import { LiveScreening, type LiveScreeningOptions } from "./live-screening.ts";

export function bootScreening(
  { clock, telemetry }: BootContext,
  { writer, writerPool }: OpenDatabase,
  country: InTimeZone,
  { pseudonymKey, answers }: Pick<LiveScreeningOptions, "pseudonymKey" | "answers">,
): LiveScreening {
  const log = (message: string) => telemetry.log.warn(message);
  return new LiveScreening({
    stored: {
      activeLists: () => activeLists(writerPool),
      cleared: (since, limit) => clearedSince(writerPool, since, limit),
      keepParties: (seen) => keepParties(writerPool, seen),
      keepWaiting: (waiting) => keepWaiting(writer, waiting),
      keepNamings: (namings) => keepNamings(writerPool, namings),
      keepHits: async (hits, found) => {
        await keepHits(writer, hits, { ...found, retroactive: false });
      },
    },
    answers,
    pseudonymKey,
    clock,
    country,
    log,
    unanswered: () => telemetry.metrics.unscreened.inc(),
  });
}
