/** `npm test`: builds what the browser tests open, then runs every test with the Node of the lock file. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

function run(file: string, args: readonly string[], cwd: string): number {
  const result = spawnSync(process.execPath, [path.join(root, "node_modules", file), ...args], {
    cwd,
    stdio: "inherit",
  });
  return result.status ?? 1;
}

const web = path.join(root, "packages/web");
if (existsSync(path.join(web, "index.html"))) {
  const built = run("vite/bin/vite.js", ["build", "--logLevel", "warn"], web);
  if (built !== 0) process.exit(built);
}
process.exit(run("vitest/vitest.mjs", ["run", ...process.argv.slice(2)], root));
