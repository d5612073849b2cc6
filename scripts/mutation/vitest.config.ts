/** How Stryker runs tests: those of one package, in its copy of the sources. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "vitest/config";

/** The copy that Stryker made; its `node_modules` leads back to the sources that are not mutated. */
const copy = process.cwd();

function aliases(): { find: RegExp; replacement: string }[] {
  return globSync(["packages/*/package.json", "countries/*/package.json"], { cwd: copy }).flatMap(
    (file) => {
      const { name, exports = {} } = JSON.parse(readFileSync(path.join(copy, file), "utf8"));
      return Object.entries<string>(exports).map(([key, target]) => ({
        find: new RegExp(`^${`${name}${key.slice(1)}`.replace("*", "(.+)")}$`),
        replacement: path.join(copy, path.dirname(file), target.replace("*", "$1")),
      }));
    },
  );
}

export default defineConfig({
  resolve: {
    alias: [
      ...aliases(),
      { find: /^fast-check$/, replacement: path.join(import.meta.dirname, "fast-check.ts") },
    ],
  },
  test: {
    include: [`packages/${process.env.CUSTOMHOUSE_MUTATED ?? "*"}/test/**/*.test.ts`],
    exclude: ["**/node_modules/**"],
    isolate: false,
    testTimeout: 180_000,
  },
});
