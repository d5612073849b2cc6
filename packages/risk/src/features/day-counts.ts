/**
 * Counts by day of one key over the last year. Only days on which something happened take room, so a key holds at most
 * 365 of them; a record is plain JSON.
 */

/** Days that are kept. No window is longer. */
export const KEPT_DAYS = 365;

/** When a case was seen. */
export interface Sighting {
  readonly atMs: number;
  readonly caseId: string;
}

export interface DayCounts {
  /** The last day on which something happened, and what did: most keys are seen on one day, or two. 0: nothing yet. */
  day: number;
  declarations: number;
  controls: number;
  hits: number;
  /** Four numbers for each day before it, in the order of days: day, declarations, controls, hits. */
  before: readonly number[];
  /** The first two and the last two cases, so that one of them can be left out. */
  first: Sighting | undefined;
  second: Sighting | undefined;
  lastButOne: Sighting | undefined;
  last: Sighting | undefined;
}

/** Declarations, controls and hits of one window after the other. */
export type Counts = readonly number[];

/** Numbers that a window takes in `Counts`, and where in it each of them stands. */
export const COUNTS_A_WINDOW = 3;
export const IN_WINDOW = { declarations: 0, controls: 1, hits: 2 } as const;

/** What the case itself has added to a key, which its own features must not see. Days since 1970. */
export interface OwnShare {
  readonly lodgedDay: number;
  readonly controlDay: number | undefined;
  readonly hitDay: number | undefined;
}

const WIDTH = 4;
export type Counter = "declarations" | "controls" | "hits";

const NO_DAYS: readonly number[] = [];

export function emptyDayCounts(): DayCounts {
  return {
    day: 0,
    declarations: 0,
    controls: 0,
    hits: 0,
    before: NO_DAYS,
    first: undefined,
    second: undefined,
    lastButOne: undefined,
    last: undefined,
  };
}

export function copyDayCounts(record: DayCounts): DayCounts {
  return { ...record };
}

/** Adds one. Days come in order, since the history folds its events in order. */
export function addOne(record: DayCounts, day: number, counter: Counter): void {
  if (record.day !== day) beginDay(record, day);
  record[counter] += 1;
}

/** Days that have become too old are let go. */
function beginDay(record: DayCounts, day: number): void {
  const { day: last, declarations, controls, hits, before } = record;
  const after = day - KEPT_DAYS;
  const from = before.findIndex((value, at) => at % WIDTH === 0 && value > after);
  const kept = from < 0 ? NO_DAYS : before.slice(from);
  record.before = last > after ? [...kept, last, declarations, controls, hits] : NO_DAYS;
  record.day = day;
  record.declarations = 0;
  record.controls = 0;
  record.hits = 0;
}

export function sight(record: DayCounts, sighting: Sighting): void {
  if (record.first === undefined) record.first = sighting;
  else record.second ??= sighting;
  record.lastButOne = record.last;
  record.last = sighting;
}

/** Counts over the last `windowDays` days, today included, for windows in rising order. */
export function countsWithin(
  record: DayCounts | undefined,
  today: number,
  windowsDays: readonly number[],
  own: OwnShare | undefined,
): Counts {
  const { day, before } = record ?? NOTHING;
  const counts: number[] = new Array(windowsDays.length * COUNTS_A_WINDOW);
  let next = 0;
  let at = before.length - WIDTH;
  let isLastDayIn = false;
  let declarations = 0;
  let controls = 0;
  let hits = 0;
  for (const windowDays of windowsDays) {
    const after = today - windowDays;
    if (!isLastDayIn && day > after) {
      isLastDayIn = true;
      declarations = record?.declarations ?? 0;
      controls = record?.controls ?? 0;
      hits = record?.hits ?? 0;
    }
    for (; at >= 0 && (before[at] ?? 0) > after; at -= WIDTH) {
      declarations += before[at + 1] ?? 0;
      controls += before[at + 2] ?? 0;
      hits += before[at + 3] ?? 0;
    }
    counts[next + IN_WINDOW.declarations] = without(declarations, own?.lodgedDay, after);
    counts[next + IN_WINDOW.controls] = without(controls, own?.controlDay, after);
    counts[next + IN_WINDOW.hits] = without(hits, own?.hitDay, after);
    next += COUNTS_A_WINDOW;
  }
  return counts;
}

const NOTHING = emptyDayCounts();

/** Without the own share, where it is within the window. A key forgotten in between has forgotten that share too. */
function without(count: number, ownDay: number | undefined, after: number): number {
  return ownDay !== undefined && ownDay > after ? Math.max(count - 1, 0) : count;
}

/** Instant of the first, or of the last, other case. */
export function firstSeenMs(record: DayCounts | undefined, caseId: string): number | undefined {
  return ofAnother(record?.first, record?.second, caseId);
}

export function lastSeenMs(record: DayCounts | undefined, caseId: string): number | undefined {
  return ofAnother(record?.last, record?.lastButOne, caseId);
}

function ofAnother(
  one: Sighting | undefined,
  next: Sighting | undefined,
  caseId: string,
): number | undefined {
  if (one?.caseId !== caseId) return one?.atMs;
  return next?.caseId === caseId ? undefined : next?.atMs;
}
