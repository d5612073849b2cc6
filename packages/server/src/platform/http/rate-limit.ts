/** At most so many requests a minute from one caller. Remembers a bounded number of callers. */

const MAX_CALLERS = 10_000;
const WINDOW_MS = 60_000;

export interface RateLimit {
  /** Zero when the request may go on, otherwise the seconds to wait. */
  secondsToWait(caller: string, nowMs: number): number;
}

export function makeRateLimit(mostPerMinute: number): RateLimit {
  let windowStart = 0;
  let counts = new Map<string, number>();
  return {
    secondsToWait(caller, nowMs) {
      if (nowMs - windowStart >= WINDOW_MS || nowMs < windowStart) {
        windowStart = nowMs;
        counts = new Map();
      }
      // When too many callers came at once, the newcomers of this minute share one count.
      const key = counts.has(caller) || counts.size < MAX_CALLERS ? caller : "others";
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count <= mostPerMinute ? 0 : Math.ceil((windowStart + WINDOW_MS - nowMs) / 1000);
    },
  };
}
