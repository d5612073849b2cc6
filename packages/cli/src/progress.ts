/** Progress of long work on standard error: count, rate, time left. Plain lines when it is not a terminal. */
const REDRAW_MS = 100;
const PLAIN_LINE_MS = 2000;

export class Progress {
  readonly #label: string;
  readonly #total: number;
  readonly #startedMs = performance.now();
  #done = 0;
  #shownMs = 0;

  /** Without a total nobody knows what is left. */
  constructor(label: string, total = Number.POSITIVE_INFINITY) {
    this.#label = label;
    this.#total = total;
  }

  step(): void {
    this.reach(this.#done + 1);
  }

  /** So much is done by now. */
  reach(done: number): void {
    this.#done = done;
    const now = performance.now();
    const every = process.stderr.isTTY ? REDRAW_MS : PLAIN_LINE_MS;
    if (now - this.#shownMs < every && this.#done < this.#total) return;
    // Work of under a second needs no progress.
    if (now - this.#startedMs < 1000) return;
    this.#shownMs = now;
    this.#show();
  }

  end(): void {
    if (this.#shownMs > 0 && process.stderr.isTTY) process.stderr.write("\n");
  }

  #show(): void {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const rate = this.#done / seconds;
    const known = Number.isFinite(this.#total);
    const left = known ? `, ${Math.ceil((this.#total - this.#done) / rate)} s left` : "";
    const count = known ? `${this.#done}/${this.#total}` : `${this.#done}`;
    const line = `${this.#label} ${count}, ${rate.toFixed(rate < 10 ? 1 : 0)}/s${left}`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  }
}
