/**
 * One piece of work starts per turn of the event loop. Deciding on a declaration takes most of a millisecond; were all
 * that arrived together decided in one go, a transaction that holds locks would wait for the last of them before its
 * answer is read. Who waits for an answer comes first. What fell due by itself can wait out a burst: it gets one turn in
 * sixteen and all that are left over; once it is late, every second turn.
 */
export type Urgency = "asked" | "due" | "late";

/** Turns from one piece of such work to the next while people wait. */
const EVERY: Readonly<Record<"due" | "late", number>> = { due: 16, late: 2 };
const waiting: Readonly<Record<Urgency, (() => void)[]>> = { asked: [], due: [], late: [] };
let scheduled = false;
let turn = 0;

export function nextTurn(urgency: Urgency): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting[urgency].push(resolve);
  schedule();
  return promise;
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
