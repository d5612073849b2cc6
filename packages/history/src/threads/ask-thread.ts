/** One answer from a thread of its own. */
import { type Listening, startThread, type Talk, type ThreadProgram } from "./thread.ts";

export interface Asking<T extends Talk, A> extends Omit<Listening<T>, "hear"> {
  /** Undefined while it is no answer yet. What it throws is why there is none. */
  readonly answerIn: (message: T["fromThread"]) => A | undefined;
  /** Why there is no answer, where the thread ended without one and did not fail. */
  readonly unanswered: () => Error;
}

export interface Asked<A> {
  /** Rejects with what the thread failed with. */
  readonly answer: Promise<A>;
  /** It ends without an answer. */
  readonly stop: () => void;
}

export function askThread<T extends Talk, A>(
  program: ThreadProgram<T>,
  order: T["order"],
  { answerIn, unanswered, ...listening }: Asking<T, A>,
): Asked<A> {
  const { promise: answer, resolve, reject } = Promise.withResolvers<A>();
  const thread = startThread(program, order, {
    ...listening,
    hear: (message) => {
      try {
        const found = answerIn(message);
        if (found !== undefined) resolve(found);
      } catch (error) {
        reject(error);
      }
    },
  });
  void thread.ended.then((end) => reject(end.reason === "failed" ? end.error : unanswered()));
  return { answer, stop: () => void thread.stop() };
}
