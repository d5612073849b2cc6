/** A lock of processes: a folder that only one of them can make, with the id of the process that holds it. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Longer than it takes from making the folder to writing a process into it. */
const WITHOUT_HOLDER_MS = 5_000;

export interface TakenLock {
  giveTo(pid: number | undefined): void;
}

/**
 * Undefined: another process has it. A lock is removed, so that the next caller gets it, when its holder is dead, or when
 * none was written into it in time: whoever made it was stopped before it could.
 */
export function takeLock(folder: string, now = Date.now()): TakenLock | undefined {
  try {
    mkdirSync(folder);
  } catch {
    if (isAbandoned(folder, now)) rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
  return { giveTo: (pid) => writeFileSync(join(folder, "pid"), String(pid)) };
}

function isAbandoned(folder: string, now: number): boolean {
  const holder = holderOf(folder);
  if (holder !== undefined) return !isAlive(holder);
  const made = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && now - made > WITHOUT_HOLDER_MS;
}

function holderOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, "pid"), "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
