/** Again and again with a pause between, until stopped; a failure is told and tried again. */
import type { Stoppable } from "../boot-context.ts";

export interface Repeated {
  readonly work: () => Promise<unknown>;
  readonly failed: (problem: unknown) => void;
  /** Told before the last turn is waited for. */
  readonly stopping?: () => void;
}

export function repeated(pauseMs: number, { work, failed, stopping }: Repeated): Stoppable {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      turn = work().catch(failed).finally(schedule);
    }, pauseMs);
  };
  schedule();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      stopping?.();
      await turn;
    },
  };
}
