import { defineConfig } from "vitest/config";

/** They start browsers and kill servers on two shared cores; one that needs a third try is broken. */
const RACING = ["packages/web/test/**/*.test.ts", "packages/server/test/faults/**/*.test.ts"];

export default defineConfig({
  test: {
    reporters: ["./scripts/closing-line-reporter.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
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
          exclude: ["**/node_modules/**", ...RACING],
        },
      },
      {
        extends: true,
        test: {
          name: "racing",
          include: RACING,
          exclude: ["**/node_modules/**"],
          retry: process.env.CI === undefined ? 0 : 2,
        },
      },
    ],
  },
});
