import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "../src/host-lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "customhouse-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const lock = () => join(folder, "lock");
const LATER = 60_000;
/** Above every id that Linux and macOS give. */
const NO_PROCESS = 2 ** 30;

test("one process has it, for as long as its holder lives", () => {
  takeLock(lock())?.giveTo(process.pid);
  expect(takeLock(lock(), Date.now() + LATER)).toBeUndefined();
  expect(takeLock(lock(), Date.now() + LATER)).toBeUndefined();
});

test("a lock of a dead process is free for the next", () => {
  takeLock(lock())?.giveTo(NO_PROCESS);
  expect(takeLock(lock())).toBeUndefined();
  expect(takeLock(lock())).toBeDefined();
});

test("a lock that nobody was written into is free after a while, and not before", () => {
  takeLock(lock());
  expect(takeLock(lock())).toBeUndefined();
  expect(takeLock(lock())).toBeUndefined();
  expect(takeLock(lock(), Date.now() + LATER)).toBeUndefined();
  expect(takeLock(lock(), Date.now() + LATER)).toBeDefined();
});
