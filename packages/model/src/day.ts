/**
 * Days of a calendar: ISO texts such as `2026-03-01`, which lie in no zone. Which day it is in law says `legal-day.ts`.
 * Days that do not exist (`2026-02-30`) throw a RangeError in all that follows but `isDay`.
 */
import { Temporal } from "temporal-polyfill";

/** Milliseconds of a day in UTC, which knows no summer time. A day of a country may be an hour shorter or longer. */
export const DAY_MS = 86_400_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** `addDays("2026-02-28", 1)` is `2026-03-01`; less than 0 goes back. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The last day of February where the year has no 29th: `addYears("2024-02-29", -1)` is `2023-02-28`. */
export function addYears(day: string, years: number): string {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}

/** From the one to the other: `daysBetween("2026-02-28", "2026-03-01")` is 1; less than 0 where `to` is before `from`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;
}

/**
 * The day in UTC, for what is technical and has to be the same wherever it is read: names of files, partitions, marks in
 * logs. Never for a question of law: that is `legalDay`.
 */
export function utcDay(instant: Date | string | number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
