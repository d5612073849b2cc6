/** Vitest reporter: how far it is and how long is left, failures as usual, what was skipped and why, one plain closing line. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DefaultReporter } from "vitest/node";

type RunStart = Parameters<DefaultReporter["onTestRunStart"]>;
type RunEnd = Parameters<DefaultReporter["onTestRunEnd"]>;
type ModuleEnd = Parameters<DefaultReporter["onTestModuleEnd"]>;

const TOLD_EVERY_MS = 20_000;
/** Of a file that was never timed here. */
const USUAL_MS = 3_000;
const DURATIONS = path.resolve(
  import.meta.dirname,
  "../node_modules/.cache/customhouse/test-durations.json",
);

export default class ClosingLineReporter extends DefaultReporter {
  readonly #known: Record<string, number> = readDurations();
  readonly #took: Record<string, number> = {};
  #waiting = new Set<string>();
  #files = 0;
  #begunMs = 0;
  #toldMs = 0;

  override onTestRunStart(...args: RunStart): void {
    super.onTestRunStart(...args);
    this.#waiting = new Set(args[0].map((one) => nameOf(one.moduleId)));
    this.#files = this.#waiting.size;
    this.#begunMs = performance.now();
    this.#toldMs = this.#begunMs;
  }

  override onTestModuleEnd(...args: ModuleEnd): void {
    super.onTestModuleEnd(...args);
    const [module] = args;
    const name = nameOf(module.moduleId);
    this.#took[name] = module.diagnostic().duration + module.diagnostic().collectDuration;
    this.#waiting.delete(name);
    const now = performance.now();
    if (now - this.#toldMs < TOLD_EVERY_MS || this.#waiting.size === 0) return;
    this.#toldMs = now;
    const done = this.#files - this.#waiting.size;
    const left = leftMs(this.#took, this.#waiting, this.#known, now - this.#begunMs);
    // The long files go first: where none was timed before, the first ones say nothing of the rest.
    const isKnown = [...this.#waiting].some((file) => this.#known[file] !== undefined);
    const rest = isKnown || done * 2 > this.#files ? `, about ${minutes(left)} left` : "";
    this.ctx.logger.log(
      `-- ${done} of ${this.#files} files after ${minutes(now - this.#begunMs)}${rest}`,
    );
  }

  override async onTestRunEnd(...args: RunEnd): Promise<void> {
    await super.onTestRunEnd(...args);
    const [modules, errors] = args;
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    const skipped: string[] = [];
    for (const module of modules) {
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") counts.passed += 1;
        else if (result.state === "failed") counts.failed += 1;
        else {
          counts.skipped += 1;
          const why = "note" in result && result.note ? result.note : "no reason given";
          skipped.push(`skipped: ${test.fullName}: ${why}`);
        }
      }
    }
    writeDurations({ ...this.#known, ...this.#took });
    for (const line of skipped) this.ctx.logger.log(line);
    this.ctx.logger.log(
      `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
  }
}

/** What is left, by what each file took before, at the pace of this run. */
function leftMs(
  took: Readonly<Record<string, number>>,
  waiting: ReadonlySet<string>,
  known: Readonly<Record<string, number>>,
  elapsedMs: number,
): number {
  const expected = (names: Iterable<string>) =>
    [...names].reduce((sum, name) => sum + (known[name] ?? USUAL_MS), 0);
  const done = expected(Object.keys(took));
  return done === 0 ? 0 : (elapsedMs / done) * expected(waiting);
}

function minutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function nameOf(file: string): string {
  return path.relative(path.resolve(import.meta.dirname, ".."), file);
}

function readDurations(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(DURATIONS, "utf8")) as Record<string, number>;
  } catch {
    return {};
  }
}

function writeDurations(durations: Readonly<Record<string, number>>): void {
  mkdirSync(path.dirname(DURATIONS), { recursive: true });
  writeFileSync(DURATIONS, JSON.stringify(durations));
}
