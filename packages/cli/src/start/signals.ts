/** Ctrl-C asks to stop; a second one insists. */

/**
 * npm passes Ctrl-C on to a process that the terminal has told already: what comes this soon after the first is the same
 * key press.
 */
const SAME_KEY_PRESS_MS = 1000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const PARENT_CHECK_MS = 500;

/** Resolves at the first signal; from then on another one calls `force`. */
export function untilAsked(force: () => void): Promise<void> {
  return new Promise((resolve) => {
    let askedMs: number | undefined;
    const asked = () => {
      const now = performance.now();
      if (askedMs === undefined) {
        askedMs = now;
        resolve();
      } else if (now - askedMs > SAME_KEY_PRESS_MS) {
        force();
      }
    };
    for (const signal of SIGNALS) process.on(signal, asked);
    if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(asked);
  });
}

/** npm starts us through a shell that dies of the signal meant for us and does not pass it on. */
function whenOrphaned(asked: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    asked();
  }, PARENT_CHECK_MS);
  timer.unref();
}
