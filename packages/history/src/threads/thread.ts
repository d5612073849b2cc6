/**
 * Worker threads with types on both sides: an order to begin with, messages either way, and one promise that tells how
 * the thread ended. Whether and when another one is started is for whoever asked.
 */
import { type Transferable, Worker } from "node:worker_threads";

/** What goes between a thread and whoever started it. `inThread` is the other side of it. */
export interface Talk {
  /** What it is started with. */
  readonly order: unknown;
  readonly toThread: unknown;
  readonly fromThread: unknown;
}

/** A program for threads: its file, and what it says and is told. */
export interface ThreadProgram<T extends Talk> {
  readonly file: URL;
  /** Past it the thread ends, and the process goes on. Absent: as much as Node gives. */
  readonly heapMb?: number;
  /** Only for the compiler: no value is ever there. */
  readonly talk?: T;
}

export type ThreadEnd =
  /** It came to its end, or ended itself with code 0. */
  | { readonly reason: "done" }
  /** It was asked to end from here. */
  | { readonly reason: "stopped" }
  /** It threw, could not be started, came to the limit of its heap, or ended itself with another code. */
  | { readonly reason: "failed"; readonly error: Error };

export interface Thread<T extends Talk> {
  tell(message: T["toThread"]): void;
  /** Ends it at once, whatever it is at. Settles when it is gone. */
  stop(): Promise<void>;
  /** Never rejects. All messages have been heard by then. */
  readonly ended: Promise<ThreadEnd>;
}

export interface Listening<T extends Talk> {
  readonly hear?: (message: T["fromThread"]) => void;
  /** Parts of the order that are handed over and not copied: here they are empty afterwards. */
  readonly transfer?: readonly Transferable[];
  /** The process may end while the thread is there. */
  readonly inBackground?: boolean;
}

export function startThread<T extends Talk>(
  { file, heapMb }: ThreadProgram<T>,
  order: T["order"],
  { hear, transfer = [], inBackground = false }: Listening<T> = {},
): Thread<T> {
  const worker = new Worker(file, {
    workerData: order,
    transferList: [...transfer],
    ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }),
  });
  if (inBackground) worker.unref();
  let stopped = false;
  let failure: Error | undefined;
  const { promise: ended, resolve } = Promise.withResolvers<ThreadEnd>();
  if (hear !== undefined) worker.on("message", hear);
  worker.on("error", (error: unknown) => {
    failure ??= error instanceof Error ? error : new Error(String(error));
  });
  worker.on("exit", (code) => {
    if (failure !== undefined) resolve({ reason: "failed", error: failure });
    // One that is stopped before it has begun ends with 0 as well.
    else if (stopped) resolve({ reason: "stopped" });
    else if (code === 0) resolve({ reason: "done" });
    else resolve({ reason: "failed", error: new Error(`the thread ended with code ${code}`) });
  });
  return {
    tell: (message) => worker.postMessage(message),
    stop: async () => {
      stopped = true;
      await worker.terminate();
    },
    ended,
  };
}
