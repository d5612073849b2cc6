/**
 * A watch list from a file: the simplified CSV of OpenSanctions (`targets.simple.csv`), or a national list with some of its
 * columns, of which id and name are needed. A list is taken whole or not at all.
 */
import { createHash } from "node:crypto";
import { entryProblem, ScreeningError, type WatchEntry } from "@customhouse/screening";
import { entryOfRow, orAbsent } from "@customhouse/screening/lists";
import { type BrokenRow, readRows } from "./read-rows.ts";

const MAX_ROWS = 5_000_000;
const MAX_TOLD = 20;
const PROGRESS_EVERY = 10_000;

export interface ListOptions {
  /** Name of the list, where the file has no column `dataset`. */
  readonly name: string;
  readonly licence: string;
  /** Of the publisher; without it the digest of the file serves. */
  readonly version?: string;
  /** How many broken rows may be left out. */
  readonly tolerate?: number;
  readonly onRows?: (rows: number) => void;
}

/** Where a list comes from and how old it is. */
export interface ListSource {
  readonly file: string;
  readonly sha256: string;
  readonly licence: string;
  readonly version: string;
  /** The latest day or moment that a row says it was changed or seen, if any does. */
  readonly newest?: string;
}

export interface WatchList {
  readonly source: ListSource;
  readonly entries: readonly WatchEntry[];
  /** Rows that were left out, because so many may be. */
  readonly broken: readonly BrokenRow[];
}

/** Throws `ScreeningError` CH4420 to CH4422; nothing of the list is then in use. */
export async function readList(file: string, options: ListOptions): Promise<WatchList> {
  const { tolerate = 0, onRows = () => {} } = options;
  const hash = createHash("sha256");
  const entries: WatchEntry[] = [];
  const broken: BrokenRow[] = [];
  const seen = new Set<string>();
  let newest = "";
  await readRows(file, {
    required: ["id", "name"],
    onBytes: (chunk) => hash.update(chunk),
    onBroken: (row) => broken.push(row),
    onRow: (row, number) => {
      if (entries.length >= MAX_ROWS) throw new ScreeningError("CH4422", `row ${number}`);
      const entry = entryOfRow(row, options);
      const key = `${entry.list}\u0000${entry.id}`;
      const why = seen.has(key) ? `id ${entry.id} stands twice` : entryProblem(entry);
      if (why !== undefined) broken.push({ row: number, why });
      else entries.push(entry);
      seen.add(key);
      for (const when of [row("last_change"), row("last_seen")]) if (when > newest) newest = when;
      if (number % PROGRESS_EVERY === 0) onRows(number);
    },
  });
  if (broken.length > tolerate) throw new ScreeningError("CH4420", told(broken));
  if (entries.length === 0) throw new ScreeningError("CH4422", "no sound row");
  const sha256 = hash.digest("hex");
  const version = options.version ?? sha256;
  return {
    source: { file, sha256, licence: options.licence, version, newest: orAbsent(newest) },
    entries: entries.map((entry) => ({ ...entry, listVersion: version })),
    broken,
  };
}

function told(broken: readonly BrokenRow[]): string {
  const first = broken.slice(0, MAX_TOLD).map(({ row, why }) => `row ${row}: ${why}`);
  const more = broken.length > MAX_TOLD ? [`and ${broken.length - MAX_TOLD} more`] : [];
  return [...first, ...more].join("; ");
}
