/** Days side by side on threads, each with its share of them. */
import { availableParallelism } from "node:os";
import { HistoryError } from "../errors.ts";
import { startThread, type Talk } from "../threads/index.ts";

/** What a thread is given: what is to be done, and the folders of its days. */
export interface DaysTask<T> {
  readonly task: T;
  readonly days: readonly string[];
}

/** What it answers, day by day. */
export interface DayAnswer<A> {
  readonly day: string;
  readonly answer: A;
}

export interface DaysTalk<T, A> extends Talk {
  readonly order: DaysTask<T>;
  readonly toThread: never;
  readonly fromThread: DayAnswer<A>;
}

/** `take` is called with every day's answer, as soon as it is there. Errors: CH4604. */
export async function overDays<T, A>(
  worker: URL,
  { task, days }: DaysTask<T>,
  threads = availableParallelism(),
  take: (answer: DayAnswer<A>) => void,
): Promise<void> {
  const lanes = Math.min(threads, days.length);
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      onThread(worker, { task, days: days.filter((_day, at) => at % lanes === lane) }, take),
    ),
  );
}

async function onThread<T, A>(
  file: URL,
  order: DaysTask<T>,
  take: (answer: DayAnswer<A>) => void,
): Promise<void> {
  let over = 0;
  const thread = startThread<DaysTalk<T, A>>({ file }, order, {
    hear: (answer) => {
      over += 1;
      take(answer);
    },
  });
  const end = await thread.ended;
  // Errors lose their type between threads.
  if (end.reason === "failed") throw new HistoryError("CH4604", end.error.message);
  if (over < order.days.length)
    throw new HistoryError("CH4604", "a thread ended before its days were over");
}
