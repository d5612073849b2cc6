/**
 * One piece of work starts per turn of the event loop. Deciding on a declaration takes most of a millisecond; were all
 * that arrived together decided in one go, a transaction that holds locks would wait for the last of them before its
 * answer is read.
 */
const waiting: (() => void)[] = [];
let scheduled = false;

export function nextTurn(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  waiting.push(resolve);
  schedule();
  return promise;
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  setImmediate(() => {
    scheduled = false;
    waiting.shift()?.();
    if (waiting.length > 0) schedule();
  });
}
