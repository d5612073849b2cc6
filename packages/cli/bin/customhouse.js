#!/usr/bin/env node
/** Starts the command line on the Node of the lock file, whatever Node (20 and later) the machine has. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const own = path.resolve(here, "../../../node_modules/.bin/node");
const node = existsSync(own) ? own : process.execPath;
const main = path.resolve(here, "../src/main.ts");
const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });

// Whoever stops this process means the one that works; it says itself when it has finished.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// The shell that npx starts us through dies of a signal and does not pass it on.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 500).unref();
}
child.on("error", (error) => {
  process.stderr.write(`${node} cannot be started: ${error.message}\nRun npm ci first.\n`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  process.exit(code ?? 128 + (signal === null ? 0 : (os.constants.signals[signal] ?? 0)));
});
