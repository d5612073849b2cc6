/** Days side by side on threads, each with its share of them. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { HistoryError } from "../errors.ts";

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

function onThread<T, A>(
  file: URL,
  workerData: DaysTask<T>,
  take: (answer: DayAnswer<A>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData });
    let over = 0;
    worker.on("message", (answer: DayAnswer<A>) => {
      over += 1;
      take(answer);
    });
    // Errors lose their type between threads.
    worker.on("error", (error) => reject(new HistoryError("CH4604", error.message)));
    worker.on("exit", () => {
      if (over === workerData.days.length) resolve();
      else reject(new HistoryError("CH4604", "a thread ended before its days were over"));
    });
  });
}
