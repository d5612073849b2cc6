/**
 * Days in law are those of the country's clocks: at 2026-06-30T23:30Z it is 1 July in London and 30 June in Dakar.
 * What asks whether a tariff, a mandate or a deadline counts on a day takes the day from here.
 *
 * Time zones and calendars are the library's. How far the clocks are from UTC is asked of it once for each stretch
 * between two changes of the clocks, because it is asked for with every declaration.
 */
import { Temporal } from "temporal-polyfill";
import { addDays, DAY_MS, utcDay } from "./day.ts";

/** A country, or anything else that has an IANA time zone. */
export interface InTimeZone {
  readonly timeZone: string;
}

/** ISO text in UTC, milliseconds since 1970, or a Date. */
export type InstantLike = Date | string | number;

const MINUTE_MS = 60_000;

/**
 * The day in law at an instant. `2026-06-30T23:30:00Z` is 2026-07-01 in Europe/London, 2026-06-30 in America/Los_Angeles.
 * An instant that is none throws a RangeError.
 */
export function legalDay(instant: InstantLike, { timeZone }: InTimeZone): string {
  const atMs = msOf(instant);
  return dayOfLocal(atMs + offsetMs(atMs, timeZone));
}

/**
 * The first instant of a day, as an ISO text in UTC. In Europe/London 2026-07-01 begins at `2026-06-30T23:00:00.000Z`.
 * A day that the country left out (Samoa's 2011-12-30) begins when the next one does.
 */
export function beginOfDay(day: string, { timeZone }: InTimeZone): string {
  const begin = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return new Date(begin.epochMilliseconds).toISOString();
}

/** The instant at which a day is over, which is the first of the next one. */
export function endOfDay(day: string, country: InTimeZone): string {
  return beginOfDay(addDays(day, 1), country);
}

/**
 * The same time of day so many calendar days on (less than 0: back), for periods that law counts in days. In London one
 * day after `2026-03-28T12:00:00Z` is `2026-03-29T11:00:00.000Z`: noon by the clock on the wall, 23 hours later.
 */
export function afterDays(instant: InstantLike, days: number, { timeZone }: InTimeZone): string {
  const atMs = msOf(instant);
  const simpleMs = atMs + days * DAY_MS;
  // The clocks were not changed between the two: no calendar is needed.
  if (stretchAt(atMs, timeZone) === stretchAt(simpleMs, timeZone))
    return new Date(simpleMs).toISOString();
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
  return new Date(at.add({ days }).epochMilliseconds).toISOString();
}

/** The offset of the clocks from UTC in minutes: 60 in London in July, -420 in Los Angeles. */
export function utcOffsetMinutes(instant: InstantLike, { timeZone }: InTimeZone): number {
  return Math.round(offsetMs(msOf(instant), timeZone) / MINUTE_MS);
}

/** The local date and time. */
export interface LocalTime {
  readonly day: string;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  /** Since midnight by the clock. */
  readonly minute: number;
}

/** The local time of an instant, where clocks are `offsetMinutes` before UTC. */
export function localTime(instant: InstantLike, offsetMinutes: number): LocalTime {
  const localMs = msOf(instant) + offsetMinutes * MINUTE_MS;
  const dayNumber = Math.floor(localMs / DAY_MS);
  return {
    day: dayOfLocal(localMs),
    // The first of January 1970 was a Thursday.
    weekday: ((((dayNumber + 3) % 7) + 7) % 7) + 1,
    minute: Math.floor((localMs - dayNumber * DAY_MS) / MINUTE_MS),
  };
}

function msOf(instant: InstantLike): number {
  const ms = typeof instant === "string" ? Date.parse(instant) : Number(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${String(instant).slice(0, 40)}`);
  return ms;
}

let lastDay = { number: 0, text: "1970-01-01" };

/** Most questions are about one day, again and again. */
function dayOfLocal(localMs: number): string {
  const number = Math.floor(localMs / DAY_MS);
  if (number !== lastDay.number) lastDay = { number, text: utcDay(number * DAY_MS) };
  return lastDay.text;
}

/** A time without a change of the clocks. */
interface Stretch {
  /** Milliseconds since 1970, from inclusive, to exclusive. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** Two a year, and nobody asks about many years. */
const MAX_STRETCHES = 200;
const stretches = new Map<string, Stretch[]>();

function offsetMs(atMs: number, timeZone: string): number {
  return stretchAt(atMs, timeZone).offsetMs;
}

function stretchAt(atMs: number, timeZone: string): Stretch {
  let known = stretches.get(timeZone);
  if (known === undefined || known.length >= MAX_STRETCHES) {
    known = [];
    stretches.set(timeZone, known);
  }
  for (const stretch of known) {
    if (atMs >= stretch.fromMs && atMs < stretch.toMs) return stretch;
  }
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(atMs)).toZonedDateTimeISO(timeZone);
  // Asked just after the instant, so that a change at the instant itself is the begin of its stretch.
  const from = at.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const to = at.getTimeZoneTransition("next");
  const stretch: Stretch = {
    fromMs: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    toMs: to?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMs: at.offsetNanoseconds / 1_000_000,
  };
  known.push(stretch);
  return stretch;
}
