/** Brings an exported history up to date: page by page, resumable, nothing twice and nothing half. */

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { utcDay } from "@customhouse/model";
import type { DuckDBConnection } from "@duckdb/node-api";
import { HistoryError } from "../errors.ts";
import { withEngine } from "./engine.ts";
import { checkedFact, playAt, type StoredFact } from "./fact.ts";
import { dropUncounted, type FolderState, readState, writeState } from "./folder.ts";
import { writeParts } from "./write-parts.ts";

export interface FactPage {
  readonly items: readonly unknown[];
  /** Absent: there are no more. */
  readonly next?: string | undefined;
}

export interface ExportOptions {
  readonly folder: string;
  /** The next facts after a position, in order. */
  readonly read: (after: number) => Promise<FactPage>;
  /** Facts that are played on an earlier day in UTC are left out. */
  readonly since?: string | undefined;
  /** Told after each page how many facts there are now. */
  readonly onFacts?: (facts: number) => void;
}

/** Facts that are written together: a whole number of pages, so that few parts are small. */
const FACTS_A_WRITE = 50_000;
const LOCK_FILE = "export.lock";

/** Returns the state after. Errors: CH4601 to CH4604. */
export async function exportHistory(options: ExportOptions): Promise<FolderState> {
  await mkdir(options.folder, { recursive: true });
  return await locked(options.folder, () => bringUpToDate(options));
}

async function bringUpToDate(options: ExportOptions): Promise<FolderState> {
  const { folder, since } = options;
  const before = await readState(folder);
  if (before !== undefined && before.since !== since) {
    throw new HistoryError("CH4603", `it begins with ${before.since ?? "the first day"}`);
  }
  const state = before ?? { ...(since === undefined ? {} : { since }), upTo: 0, facts: 0 };
  await dropUncounted(folder, state.upTo);
  return await withEngine((connection) => appendPages(connection, state, options));
}

async function appendPages(
  connection: DuckDBConnection,
  from: FolderState,
  { folder, read, since, onFacts = () => {} }: ExportOptions,
): Promise<FolderState> {
  let state = from;
  let after = state.upTo;
  let waiting: StoredFact[] = [];
  const write = async () => {
    await writeParts(connection, folder, waiting);
    state = { ...state, upTo: after, facts: state.facts + waiting.length };
    await writeState(folder, state);
    waiting = [];
  };
  for (;;) {
    const page = await read(after);
    for (const item of page.items) {
      const fact = checkedFact(item);
      if (fact.position <= after) throw new HistoryError("CH4601", "positions do not rise");
      after = fact.position;
      if (since === undefined || utcDay(playAt(fact)) >= since) waiting.push(fact);
    }
    onFacts(state.facts + waiting.length);
    const isLast = page.next === undefined || page.items.length === 0;
    if (isLast || waiting.length >= FACTS_A_WRITE) await write();
    if (isLast) return state;
  }
}

/** One run at a time writes a folder. A lock whose process is gone is of a run that was killed. */
async function locked<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, LOCK_FILE);
  await takeLock(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function takeLock(file: string): Promise<void> {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const holder = Number(await readFile(file, "utf8").catch(() => ""));
    if (isAlive(holder)) throw new HistoryError("CH4603", `process ${holder} writes it`);
    await rm(file, { force: true });
    await takeLock(file);
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
