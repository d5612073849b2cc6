/**
 * The thread of screening (thread.ts starts it): one index over the lists it was started with, for as long as
 * it lives. It answers, and between answers it screens the known parties that were last screened with other lists or
 * never.
 */
import { inThread } from "@customhouse/history/threads";
import {
  buildIndex,
  type Party,
  ScreeningError,
  type ScreeningMatch,
  screen,
  type WatchEntry,
} from "@customhouse/screening";
import { queriesOver, rolePool } from "../../../platform/storage/database.ts";
import { WRITER_ROLE } from "../../../platform/storage/roles.ts";
import { unpackEntries } from "../import/list-entries.ts";
import type { Moment } from "../live/new-hits.ts";
import { readEntries } from "../store/lists.ts";
import type { ScreeningTalk } from "./order.ts";
import { screenKnown } from "./screen-known.ts";

/** More likenesses of one party than a person will look at. */
const MAX_MATCHES = 100;

const { order, tell, hear } = inThread<ScreeningTalk>();
const { databaseUrl, versions, lists } = order;
const pool = rolePool(databaseUrl, WRITER_ROLE, 2);
// A connection that is lost while nobody uses it is replaced by the pool; unheard, the event would end us.
pool.on("error", () => undefined);
const db = queriesOver(pool);
const entries: WatchEntry[] = [];
for (const version of versions) {
  const packed = await readEntries(db, version);
  if (packed === undefined) throw new Error(`there is no list ${version.list} ${version.version}`);
  for (const entry of unpackEntries(packed)) entries.push(entry);
}
const index = buildIndex(entries);
let working = false;

hear((message) => {
  if (message.kind === "tick") void work(message);
  else {
    const matches = message.parties.map((party) => matchesOf(party, message.on) ?? null);
    tell({ kind: "answer", id: message.id, matches });
  }
});
tell({ kind: "ready" });

/** One turn at a time; what a turn leaves is taken up with the next tick. */
async function work({ now, day }: Moment): Promise<void> {
  if (working) return;
  working = true;
  try {
    await screenKnown(db, { lists, now, day, matchesOf });
  } catch (error) {
    tell({ kind: "failed", why: String(error) });
  } finally {
    working = false;
  }
}

/** Undefined for a party that cannot be screened: it has too much or too little of something. */
function matchesOf(party: Party, on: string): readonly ScreeningMatch[] | undefined {
  try {
    return screen(index, party, { on }).matches.slice(0, MAX_MATCHES);
  } catch (error) {
    if (error instanceof ScreeningError) return undefined;
    throw error;
  }
}
