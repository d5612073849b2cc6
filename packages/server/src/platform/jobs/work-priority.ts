/**
 * One piece of work starts per turn of the event loop. Deciding on a declaration takes most of a millisecond; were all
 * that arrived together decided in one go, a transaction that holds locks would wait for the last of them before its
 * answer is read. Who waits for an answer comes first. What fell due by itself can wait out a burst: it gets one turn in
 * sixteen and all that are left over; once it is late, every second turn. The thread of the workers sees in shared
 * memory that people wait in the other one, and pauses for about as long as such turns take.
 */
import { setTimeout as sleep } from "node:timers/promises";

export type Urgency = "asked" | "due" | "late";

/** The longest time that work of the clock waits for requests of people. */
const LATE_AFTER_MS = 60_000;

/** The priority of work that fell due at an instant. */
export function urgencyOf(dueAt: string, now: Date): Urgency {
  return now.getTime() - Date.parse(dueAt) > LATE_AFTER_MS ? "late" : "due";
}

/** Turns from one piece of such work to the next while people wait. */
const EVERY: Readonly<Record<"due" | "late", number>> = { due: 16, late: 2 };
const TURN_MS = 0.5;
const waiting: Readonly<Record<Urgency, (() => void)[]>> = { asked: [], due: [], late: [] };
let scheduled = false;
let turn = 0;

/** The number of requests that this thread is answering, shared with threads that should wait for them. */
export const peopleWaiting = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
let elsewhere: Int32Array | undefined;

/** From now on, people who wait in another thread go first here too. */
export function waitForPeopleOf(shared: Int32Array): void {
  elsewhere = shared;
}

/** Work that somebody waits for. */
export async function asked<T>(work: () => Promise<T>): Promise<T> {
  Atomics.add(peopleWaiting, 0, 1);
  try {
    await nextTurn("asked");
    return await work();
  } finally {
    Atomics.sub(peopleWaiting, 0, 1);
  }
}

/** Whether anybody waits, here or in the thread that this one lets go first. */
export function peopleWait(): boolean {
  return Atomics.load(elsewhere ?? peopleWaiting, 0) > 0;
}

export async function nextTurn(urgency: Urgency): Promise<void> {
  if (urgency !== "asked") await letPeopleGoFirst(urgency);
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting[urgency].push(resolve);
  schedule();
  return promise;
}

/** One after the other, each as long after the one before as so many turns of the other thread take. */
let paused: Promise<unknown> = Promise.resolve();

function letPeopleGoFirst(urgency: "due" | "late"): Promise<unknown> {
  if (elsewhere === undefined) return paused;
  paused = paused.then(() => (peopleWait() ? sleep(EVERY[urgency] * TURN_MS) : undefined));
  return paused;
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(() => {
    scheduled = false;
    turn += 1;
    const next = order(turn).find((urgency) => waiting[urgency].length > 0);
    if (next !== undefined) waiting[next].shift()?.();
    if (Object.values(waiting).some((queue) => queue.length > 0)) schedule();
  });
}

const PEOPLE_FIRST: readonly Urgency[] = ["asked", "late", "due"];

function order(number: number): readonly Urgency[] {
  if (number % EVERY.due === 0) return ["due", "late", "asked"];
  return number % EVERY.late === 0 ? ["late", "asked", "due"] : PEOPLE_FIRST;
}
