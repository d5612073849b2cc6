/** The records that the operations of the screening room read and write: watch lists and hits. */
import { type InTimeZone, legalDay } from "@customhouse/model";
import type { Party, ScreeningMatch } from "@customhouse/screening";
import type { ScreeningHit } from "@customhouse/screening/hits";
import type { BootContext } from "../../platform/boot-context.ts";
import type { OpenDatabase } from "../../platform/storage/database.ts";
import type { ImportResult } from "./import/order.ts";
import { readListInThread } from "./import/thread.ts";
import { nameOfLists } from "./live/answers.ts";
import type { LiveScreening } from "./live/live-screening.ts";
import { changeHit, findHit, type ListedHit, listHits, retroactiveHits } from "./store/hits.ts";
import {
  activateList,
  findList,
  type ListName,
  listLists,
  readEntries,
  rollBackList,
  type ScreeningList,
  storeList,
} from "./store/lists.ts";
import { type Progress, screeningProgress } from "./store/parties.ts";
import { activeLists } from "./store/prepared.ts";

/** The progress of screening the known parties with the lists in force, and its results. */
export interface Rescreening extends Progress {
  readonly newHits: number;
  /** The index over the lists in force is the one that answers. */
  readonly ready: boolean;
}

export interface ImportInput
  extends Pick<
    ScreeningList,
    "list" | "version" | "source" | "licence" | "retrievedAt" | "importedBy" | "importedAt"
  > {
  readonly csv: Uint8Array;
  readonly tolerate: number;
}

export interface ScreeningRecords {
  lists(): Promise<readonly ScreeningList[]>;
  list(name: ListName): Promise<ScreeningList | undefined>;
  rescreening(): Promise<Rescreening>;
  /** Undefined: this version is there already. */
  importList(
    input: ImportInput,
  ): Promise<Exclude<ImportResult, { kind: "read" }> | "stored" | undefined>;
  activate(name: ListName, by: string, at: string): Promise<boolean>;
  rollBack(list: string): Promise<string | undefined>;
  /** Undefined: there is no answer now. */
  screen(party: Party): Promise<readonly ScreeningMatch[] | undefined>;
  hits(filter: Parameters<typeof listHits>[1]): Promise<readonly ListedHit[]>;
  hit(hitId: string): Promise<ListedHit | undefined>;
  /** Throws what `change` throws; the hit is then as it was. */
  changeHit(
    hitId: string,
    at: string,
    change: (hit: ScreeningHit) => ScreeningHit,
  ): Promise<ScreeningHit | undefined>;
}

export function createScreeningRecords(
  { clock }: BootContext,
  { writer, writerPool: pool }: OpenDatabase,
  live: LiveScreening,
  country: InTimeZone,
): ScreeningRecords {
  const importList: ScreeningRecords["importList"] = async ({ csv, tolerate, ...list }) => {
    const inForce = (await activeLists(pool)).find(({ list: name }) => name === list.list);
    const before = inForce && (await readEntries(writer, inForce));
    const { list: name, version, licence } = list;
    const read = await readListInThread({
      csv,
      list: name,
      version,
      licence,
      tolerate,
      ...(before === undefined ? {} : { inForce: before }),
    });
    if (read.kind !== "read") return read;
    const { kind: _, entries, ...found } = read;
    return (await storeList(writer, { ...list, ...found }, entries)) ? "stored" : undefined;
  };
  return {
    importList,
    lists: () => listLists(writer),
    list: (name) => findList(writer, name),
    rescreening: async () => {
      const lists = nameOfLists(await activeLists(pool));
      const progress = await screeningProgress(writer, lists);
      const newHits = await retroactiveHits(writer, lists);
      return { ...progress, newHits, ready: live.answersFor(lists) };
    },
    activate: async (name, by, at) => {
      const done = await activateList(writer, name, by, at);
      if (done) await live.refresh();
      return done;
    },
    rollBack: async (list) => {
      const version = await rollBackList(writer, list);
      if (version !== undefined) await live.refresh();
      return version;
    },
    screen: (party) => live.screen(party, legalDay(clock(), country)),
    hits: (filter) => listHits(writer, filter),
    hit: (hitId) => findHit(writer, hitId),
    changeHit: async (hitId, at, change) => {
      const changed = await changeHit(writer, hitId, at, change);
      await live.refresh();
      return changed;
    },
  };
}
