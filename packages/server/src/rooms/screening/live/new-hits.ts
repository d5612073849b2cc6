/** Hits from matches, with how long their personal data is kept. */
import { addDays } from "@customhouse/model";
import type { ScreeningMatch } from "@customhouse/screening";
import { foundHit, type ScreeningHit } from "@customhouse/screening/hits";
import { newCaseId } from "../../../platform/storage/case-id.ts";
import { sha256 } from "../named/named-parties.ts";

/**
 * Three years: for as long a customs debt may be notified (Union Customs Code, Article 103), so for as long an officer
 * may be asked why a declaration was looked at, and a declarant may be screened for what it declared.
 */
export const KEEP_DAYS = 1_096;

/** When it is: the instant, and the legal day that it lies in. */
export interface Moment {
  /** ISO 8601. */
  readonly now: string;
  readonly day: string;
}

export function newHit(match: ScreeningMatch, { now, day }: Moment): ScreeningHit {
  return foundHit(match, {
    id: newCaseId(new Date(now)),
    foundAt: now,
    keepUntil: addDays(day, KEEP_DAYS),
    digest: sha256,
  });
}
