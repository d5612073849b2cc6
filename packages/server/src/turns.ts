/**
 * One piece of work starts per turn of the event loop. Deciding on a declaration takes most of a millisecond; were all
 * that arrived together decided in one go, a transaction that holds locks would wait for the last of them before its
 * answer is read. Who waits for an answer comes first; what fell due by itself gets one turn in four, and all that are
 * left over.
 */
export type Urgency = "asked" | "due";

const DUE_EVERY = 4;
const waiting: Readonly<Record<Urgency, (() => void)[]>> = { asked: [], due: [] };
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
    const first: Urgency = turn % DUE_EVERY === 0 ? "due" : "asked";
    const start = waiting[first].shift() ?? waiting[first === "due" ? "asked" : "due"].shift();
    start?.();
    if (waiting.asked.length > 0 || waiting.due.length > 0) schedule();
  });
}
