import { defineConfig } from "vitest/config";

/** They start browsers: after the rest, and one at a time. */
const BROWSER = ["packages/web/test/**/*.test.ts"];
/** They kill servers in the middle of load for minutes: by `npm run test:long`, and in CI. */
const LONG = ["packages/server/test/faults/**/*.test.ts"];

/** Measured by scripts/run-tests.ts: 1 on two quiet cores, more where the machine is slower or has neighbours. */
const patience = Math.max(1, Number(process.env.CUSTOMHOUSE_TEST_PATIENCE ?? 1) || 1);
/** A limit for what hangs, and for nothing else. */
const HANGS_AFTER_MS = 180_000;

export default defineConfig({
  test: {
    reporters: ["./scripts/closing-line-reporter.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: HANGS_AFTER_MS * patience,
    hookTimeout: HANGS_AFTER_MS * patience,
    projects: [
      {
        extends: true,
        test: {
          name: "steady",
          include: [
            "packages/*/test/**/*.test.ts",
            "countries/*/test/**/*.test.ts",
            "conformance/test/**/*.test.ts",
            "test/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", ...BROWSER, ...LONG],
          sequence: { groupOrder: 0 },
        },
      },
      alone("browser", BROWSER, 1),
      alone("long", LONG, 2),
    ],
  },
});

function alone(name: string, include: string[], groupOrder: number) {
  return {
    extends: true as const,
    test: {
      name,
      include,
      exclude: ["**/node_modules/**"],
      fileParallelism: false,
      maxWorkers: 1,
      sequence: { groupOrder },
    },
  };
}
