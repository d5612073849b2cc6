/** The thread that reads one list (thread.ts starts it): all of it is sound, but for what may be left out, or it is refused. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readList, type WatchList } from "@customhouse/history/screening-list";
import { inThread } from "@customhouse/history/threads";
import { entryProblem, ScreeningError, type WatchEntry } from "@customhouse/screening";
import { diffLists } from "@customhouse/screening/hits";
import { packEntries, unpackEntries } from "./list-entries.ts";
import type { ImportResult } from "./order.ts";
import type { ImportTalk } from "./thread.ts";

/** Broken rows that are told one by one. */
const MAX_TOLD = 1_000;

const { order, tell } = inThread<ImportTalk>();
tell(await resultOf());

async function resultOf(): Promise<ImportResult> {
  try {
    return read(await watchList());
  } catch (error) {
    if (!(error instanceof ScreeningError)) throw error;
    return { kind: "unreadable", code: error.code, message: error.message };
  }
}

function read({ source, entries: given, broken }: WatchList): ImportResult {
  const told = broken.slice(0, MAX_TOLD);
  if (broken.length > order.tolerate) return { kind: "rejected", broken: told };
  const entries = given.map(ofThisList);
  refuseUnsound(entries);
  const before = order.inForce === undefined ? [] : [...unpackEntries(order.inForce)];
  const { added, changed, removed } = diffLists(before, entries);
  return {
    kind: "read",
    digest: source.sha256,
    entryCount: entries.length,
    changes: { added: added.length, changed: changed.length, removed: removed.length },
    broken: told,
    entries: packEntries(entries),
  };
}

/** Once more, as they are stored: what cannot be made ready for screening must not look as if it could. */
function refuseUnsound(entries: readonly WatchEntry[]): void {
  const ids = new Set<string>();
  for (const entry of entries) {
    const problem = entryProblem(entry);
    if (problem !== undefined) throw new ScreeningError("CH4402", `${entry.id}: ${problem}`);
    if (ids.has(entry.id)) throw new ScreeningError("CH4403", entry.id);
    ids.add(entry.id);
  }
}

/** The reader takes files, as lists come as files everywhere else. */
async function watchList(): Promise<WatchList> {
  const folder = await mkdtemp(join(tmpdir(), "customhouse-list-"));
  const file = join(folder, "list.csv");
  const { list: name, version, licence } = order;
  try {
    await writeFile(file, order.csv);
    // All broken rows are wanted one by one; how many may be is looked at afterwards.
    return await readList(file, { name, version, licence, tolerate: Number.POSITIVE_INFINITY });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Versions follow each other under the name that we give the list; what it calls its parts is kept as the programme. */
function ofThisList(entry: WatchEntry): WatchEntry {
  const programme = entry.programme ?? (entry.list === order.list ? undefined : entry.list);
  return {
    ...entry,
    list: order.list,
    names: entry.names.map(plain),
    ...(entry.identifiers === undefined ? {} : { identifiers: entry.identifiers.map(plain) }),
    ...(programme === undefined ? {} : { programme: plain(programme) }),
    id: plain(entry.id),
  };
}

/** A database takes no control characters, and no reader is helped by them. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}
