/** One line about a long part: count, rate, time left. On a terminal it rewrites itself, elsewhere it comes rarely. */

const TERMINAL_EVERY_MS = 200;
const FILE_EVERY_MS = 10_000;

export interface Progress {
  /** `done` so far, of `total`. */
  at(done: number, total: number): void;
  end(): void;
}

export function progress(label: string): Progress {
  const { stderr } = process;
  const started = performance.now();
  let told = 0;
  return {
    at(done, total) {
      const now = performance.now();
      if (now - told < (stderr.isTTY ? TERMINAL_EVERY_MS : FILE_EVERY_MS)) return;
      told = now;
      const perSecond = done / ((now - started) / 1000);
      const left = perSecond > 0 ? `${Math.ceil((total - done) / perSecond)} s left` : "";
      const line = `${label}: ${count(done)} of ${count(total)}, ${count(perSecond)}/s, ${left}`;
      stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (stderr.isTTY) stderr.write("\r\u001b[K");
    },
  };
}

export function count(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}
