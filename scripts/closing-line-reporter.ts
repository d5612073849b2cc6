/** Vitest reporter: progress and failures as usual, then what was skipped and why, then one plain closing line. */
import { DefaultReporter } from "vitest/node";

type RunEnd = Parameters<DefaultReporter["onTestRunEnd"]>;

export default class ClosingLineReporter extends DefaultReporter {
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
    for (const line of skipped) this.ctx.logger.log(line);
    this.ctx.logger.log(
      `\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
    );
  }
}
