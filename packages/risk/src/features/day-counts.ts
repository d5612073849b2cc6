/**
 * Counts by day of one key over the last year. Only days on which something happened take room, so a key holds at most
 * 365 of them; a record is plain JSON.
 */

export const DAY_MS = 86_400_000;
/** Days that are kept. No window is longer. */
export const KEPT_DAYS = 365;

/** When a case was seen. */
export interface Sighting {
  readonly atMs: number;
  readonly caseId: string;
}

export interface DayCounts {
  /** Four numbers a day, in the order of days: day, declarations, controls, hits. */
  days: number[];
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
export type Counter = 1 | 2 | 3;
export const DECLARED: Counter = 1;
export const CONTROLLED: Counter = 2;
export const HIT: Counter = 3;

export function emptyDayCounts(): DayCounts {
  return {
    days: [],
    first: undefined,
    second: undefined,
    lastButOne: undefined,
    last: undefined,
  };
}

export function copyDayCounts({ days, first, second, lastButOne, last }: DayCounts): DayCounts {
  return { days: [...days], first, second, lastButOne, last };
}

/**
 * Adds one. Days come in order, since the history folds its events in order. Lists are as long as what they hold, since
 * most keys are seen once or twice and lists that grow keep room for more.
 */
export function addOne(record: DayCounts, day: number, counter: Counter): void {
  const { days } = record;
  const last = days.length - WIDTH;
  if (last >= 0 && days[last] === day) {
    days[last + counter] = (days[last + counter] ?? 0) + 1;
    return;
  }
  const entry = [day, 0, 0, 0];
  entry[counter] = 1;
  record.days = last < 0 ? entry : kept(days, day).concat(entry);
}

/** Without days that have become too old. */
function kept(days: number[], today: number): number[] {
  const from = days.findIndex((value, at) => at % WIDTH === 0 && value > today - KEPT_DAYS);
  return from < 0 ? [] : days.slice(from);
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
  const days = record?.days ?? NO_DAYS;
  const counts: number[] = new Array(windowsDays.length * COUNTS_A_WINDOW);
  let next = 0;
  let at = days.length - WIDTH;
  let declarations = 0;
  let controls = 0;
  let hits = 0;
  for (const windowDays of windowsDays) {
    const after = today - windowDays;
    for (; at >= 0 && (days[at] ?? 0) > after; at -= WIDTH) {
      declarations += days[at + DECLARED] ?? 0;
      controls += days[at + CONTROLLED] ?? 0;
      hits += days[at + HIT] ?? 0;
    }
    counts[next + IN_WINDOW.declarations] = without(declarations, own?.lodgedDay, after);
    counts[next + IN_WINDOW.controls] = without(controls, own?.controlDay, after);
    counts[next + IN_WINDOW.hits] = without(hits, own?.hitDay, after);
    next += COUNTS_A_WINDOW;
  }
  return counts;
}

const NO_DAYS: readonly number[] = [];

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
