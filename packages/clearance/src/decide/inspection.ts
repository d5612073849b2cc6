/**
 * The joint inspection: the box is opened once, for customs and every agency that wants to look. A slot is an account of
 * the ledger with the office's capacity, so that no two cases ever take the last place.
 */
import {
  type InspectionCalendar,
  type InTimeZone,
  localTime,
  utcOffsetMinutes,
} from "@customhouse/model";
import type { Draft } from "./draft.ts";

const CUSTOMS = "customs";
/** Hold: to be inspected. */
const WANTS_INSPECTION = "H02";
const UNIT = "OPENING";
const MAX_SLOTS = 2_000;
const RETRY_SECONDS = 60;

/** Books, moves, widens or ends the inspection, as the case now needs. */
export function arrangeInspection(draft: Draft): void {
  const calendar = draft.context.country.inspection;
  if (calendar === undefined) return;
  const wanted = participants(draft);
  const booked = draft.state.inspection;
  const here = draft.state.goods === "presented";
  if (wanted.length === 0 || !here) {
    if (booked !== undefined) end(draft);
    return;
  }
  const covered = wanted.every((one) => booked?.participants.includes(one));
  if (booked !== undefined && (covered || booked.at <= draft.context.now)) return;
  const waiting = draft.state.deadlines.find(({ kind }) => kind === "inspection");
  if (waiting !== undefined && waiting.dueAt > draft.context.now) return;
  const suits =
    booked !== undefined &&
    booked.at >= earliest(draft, calendar) &&
    wanted.every((one) => isOpen(calendar, one, booked.at, draft.context.country));
  if (suits) {
    draft.add("InspectionBooked", { ...booked, participants: wanted });
    return;
  }
  book(draft, calendar, wanted);
}

function participants(draft: Draft): readonly string[] {
  const { tasks, checks } = draft.state;
  const customs = tasks.some((task) => task.kind === "physical" && task.state === "open");
  const agencies = checks
    .filter((check) => check.state === "held" && check.decision === WANTS_INSPECTION)
    .map((check) => check.agency);
  return [...new Set([...(customs ? [CUSTOMS] : []), ...agencies])];
}

function book(draft: Draft, calendar: InspectionCalendar, wanted: readonly string[]): void {
  const office = draft.context.office ?? draft.context.country.offices[0]?.code ?? "";
  const full = draft.state.inspectionAfter;
  const from = earliest(draft, calendar);
  const at = nextSlot(
    calendar,
    wanted,
    full !== undefined && full > from ? full : from,
    draft.context.country,
  );
  if (at === undefined) return;
  const slot = `slot/${office}/${at}`;
  if (draft.context.shortAccounts?.has(slot)) {
    draft.add("InspectionWaits", { retryAt: draft.inSeconds(RETRY_SECONDS), after: after(at) });
    return;
  }
  const before = draft.state.inspection;
  if (before !== undefined) give(draft, before.slot);
  draft.reservations.push({
    account: slot,
    unit: UNIT,
    amountMinor: 1n,
    floorIfNew: BigInt(-calendar.capacity),
  });
  draft.add("InspectionBooked", { at, slot, participants: wanted });
}

/** A slot that lies ahead is free for others again. */
function end(draft: Draft): void {
  const { inspection } = draft.state;
  if (inspection !== undefined && inspection.at > draft.context.now) give(draft, inspection.slot);
  draft.add("InspectionEnded", {});
}

function give(draft: Draft, slot: string): void {
  draft.reservations.push({ account: slot, unit: UNIT, amountMinor: -1n });
}

function earliest(draft: Draft, { noticeHours }: InspectionCalendar): string {
  return draft.inSeconds(noticeHours * 3600);
}

/** The next moment. */
function after(at: string): string {
  return new Date(Date.parse(at) + 1).toISOString();
}

/** The first slot, at or after `from`, in which everybody works. */
export function nextSlot(
  calendar: InspectionCalendar,
  wanted: readonly string[],
  from: string,
  country: InTimeZone,
): string | undefined {
  const slotMs = calendar.slotMinutes * 60_000;
  let time = Math.ceil(Date.parse(from) / slotMs) * slotMs;
  for (let tried = 0; tried < MAX_SLOTS; tried += 1) {
    const at = new Date(time).toISOString();
    if (wanted.every((one) => isOpen(calendar, one, at, country))) return at;
    time += slotMs;
  }
  return undefined;
}

/** Customs keeps the office's hours, and so does an agency that names none. */
function isOpen(
  calendar: InspectionCalendar,
  who: string,
  at: string,
  country: InTimeZone,
): boolean {
  const hours = [
    calendar,
    ...(calendar.agencies?.[who] === undefined ? [] : [calendar.agencies[who]]),
  ];
  const { weekday, minute: start } = localTime(at, utcOffsetMinutes(at, country));
  const stop = start + calendar.slotMinutes;
  return hours.every(
    ({ days, fromHour, toHour }) =>
      days.includes(weekday) && start >= fromHour * 60 && stop <= toHour * 60,
  );
}
