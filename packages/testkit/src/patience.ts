/**
 * How long a test waits for a state before it calls it missing. No test hangs on how fast a machine is: limits are for what
 * never comes. `npm test` measures the machine first and sets CUSTOMHOUSE_TEST_PATIENCE (1: as fast as two quiet cores).
 */
import { setTimeout as sleep } from "node:timers/promises";

const factor = Math.max(1, Number(process.env.CUSTOMHOUSE_TEST_PATIENCE ?? 1) || 1);

/** A limit in ms for what takes `ms` at the most on two quiet cores, with room for neighbours. */
export function patience(ms: number): number {
  return Math.ceil(ms * factor * 4);
}

const LOOK_EVERY_MS = 50;

/** Asks until the answer pleases. */
export async function eventually<T>(
  ask: () => Promise<T>,
  pleases: (value: T) => boolean,
  ms = 15_000,
): Promise<T> {
  const end = performance.now() + patience(ms);
  for (;;) {
    const value = await ask();
    if (pleases(value)) return value;
    if (performance.now() > end)
      throw new Error(`never came true: ${JSON.stringify(value)?.slice(0, 500)}`);
    await sleep(LOOK_EVERY_MS);
  }
}
