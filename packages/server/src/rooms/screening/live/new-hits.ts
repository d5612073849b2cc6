/** Hits from matches, with how long their personal data is kept. */
import type { ScreeningMatch } from "@customhouse/screening";
import { foundHit, type ScreeningHit } from "@customhouse/screening/hits";
import { newCaseId } from "../../../platform/storage/case-id.ts";
import { sha256 } from "../named/named-parties.ts";

/**
 * Three years: for as long a customs debt may be notified (Union Customs Code, Article 103), so for as long an officer
 * may be asked why a declaration was looked at, and a declarant may be screened for what it declared.
 */
export const KEEP_DAYS = 1_096;
const DAY_MS = 86_400_000;

export function newHit(match: ScreeningMatch, now: string): ScreeningHit {
  return foundHit(match, {
    id: newCaseId(new Date(now)),
    foundAt: now,
    keepUntil: dayAfter(now, KEEP_DAYS),
    digest: sha256,
  });
}

/** The day that many days later; earlier where they are negative. */
export function dayAfter(now: string, days: number): string {
  return new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10);
}
