/** Reads a list in a thread of its own: a million rows are many seconds of work. */
import { Worker } from "node:worker_threads";
import type { ImportOrder, ImportResult } from "./order.ts";

export function readListInThread(order: ImportOrder): Promise<ImportResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ImportResult>();
  const thread = new Worker(new URL("./thread-main.ts", import.meta.url), { workerData: order });
  thread.once("message", resolve);
  thread.once("error", reject);
  thread.once("exit", () => reject(new Error("the thread ended before the list was read")));
  return promise;
}
