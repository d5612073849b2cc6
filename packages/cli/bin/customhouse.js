#!/usr/bin/env node
/** Starts the command line on the Node of the lock file, whatever Node the machine has. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const own = path.resolve(import.meta.dirname, "../../../node_modules/.bin/node");
const node = existsSync(own) ? own : process.execPath;
const main = path.resolve(import.meta.dirname, "../src/main.ts");
const result = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: "inherit" });
process.exit(result.status ?? 2);
