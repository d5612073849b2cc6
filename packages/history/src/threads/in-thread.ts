/** The side of a thread that runs in it. To be called once, by the file that the thread was started with. */
import { parentPort, workerData } from "node:worker_threads";
import type { Talk } from "./thread.ts";

export interface InThread<T extends Talk> {
  readonly order: T["order"];
  tell(message: T["fromThread"]): void;
  /** The thread lives until it is stopped, or ends itself, once it listens. */
  hear(take: (message: T["toThread"]) => void): void;
}

export function inThread<T extends Talk>(): InThread<T> {
  const port = parentPort;
  if (port === null) throw new Error("this file is for a thread, and was not started in one");
  return {
    order: workerData as T["order"],
    tell: (message) => port.postMessage(message),
    hear: (take) => {
      port.on("message", take);
    },
  };
}
