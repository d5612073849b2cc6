/**
 * `npm test`: builds what the browser tests open, measures how fast the machine is now, then runs the tests with the Node of
 * the lock file. `npm run test:long` runs the long ones. Arguments go to vitest.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const [first, ...others] = process.argv.slice(2);
const isLong = first === "--long";
const given = isLong ? others : process.argv.slice(2);

function run(file: string, args: readonly string[], cwd: string, env = process.env): number {
  const result = spawnSync(process.execPath, [path.join(root, "node_modules", file), ...args], {
    cwd,
    env,
    stdio: "inherit",
  });
  return result.status ?? 1;
}

const REFERENCE_MS = 700;
const HASHED_BYTES = 64 * 1024 * 1024;
const STARTS = 4;

/** How much longer the same work takes here than on two quiet cores: hashing, and starting processes. */
function patienceOf(): number {
  const begunMs = performance.now();
  createHash("sha512").update(Buffer.alloc(HASHED_BYTES)).digest();
  for (let start = 0; start < STARTS; start += 1) spawnSync(process.execPath, ["-e", "0"]);
  return Math.max(1, (performance.now() - begunMs) / REFERENCE_MS);
}

const web = path.join(root, "packages/web");
if (!isLong && existsSync(path.join(web, "index.html"))) {
  const built = run("vite/bin/vite.js", ["build", "--logLevel", "warn"], web);
  if (built !== 0) process.exit(built);
}
const patience = patienceOf();
console.log(`Limits on time are ${patience.toFixed(1)} times those of two quiet cores.`);
const projects = isLong ? ["--project", "long"] : ["--project", "steady", "--project", "browser"];
const env = { ...process.env, CUSTOMHOUSE_TEST_PATIENCE: patience.toFixed(2) };
process.exit(run("vitest/vitest.mjs", ["run", ...projects, ...given], root, env));
