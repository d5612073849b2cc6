#!/usr/bin/env node
/** Starts the command line on the Node of the lock file, whatever Node (20 and later) the machine has. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const own = path.resolve(here, "../../../node_modules/.bin/node");
const node = existsSync(own) ? own : process.execPath;
const main = path.resolve(here, "../src/main.ts");
// Room for what requests under way hold: else it is moved out of the young generation, and collected at many times the cost.
const flags = JSON.parse(readFileSync(path.join(here, "node-flags.json"), "utf8"));
const child = spawn(node, [...flags, main, ...process.argv.slice(2)], { stdio: "inherit" });

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
