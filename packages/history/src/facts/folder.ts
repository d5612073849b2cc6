/**
 * The folder of an exported history: `day=YYYY-MM-DD/part-N.parquet`, N the first position in the part, and a state file
 * that says up to which position the parts count. A part beyond it is of a run that was killed and is not there for
 * anybody; the next run deletes it and writes it again.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { HistoryError } from "../errors.ts";

const STATE_FILE = "history.json";
const FORMAT = "customhouse-history-parquet-1";
const MAX_DAYS = 100_000;

const STATE = z.strictObject({
  format: z.literal(FORMAT),
  /** The first day that is kept; absent: everything. */
  since: z.iso.date().optional(),
  /** Position of the last fact that counts; 0: none yet. */
  upTo: z.int().min(0),
  facts: z.int().min(0),
});

export type FolderState = Omit<z.infer<typeof STATE>, "format">;

export interface DayParts {
  /** ISO day. */
  readonly day: string;
  /** Files with their paths. */
  readonly parts: readonly string[];
}

/** Undefined where there is none yet. Errors: CH4602. */
export async function readState(folder: string): Promise<FolderState | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, STATE_FILE), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const { format: _, ...state } = STATE.parse(JSON.parse(text));
    return state;
  } catch {
    throw new HistoryError("CH4602", STATE_FILE);
  }
}

export async function writeState(folder: string, state: FolderState): Promise<void> {
  const file = path.join(folder, STATE_FILE);
  await writeFile(`${file}.tmp`, JSON.stringify({ format: FORMAT, ...state }));
  await rename(`${file}.tmp`, file);
}

/** Days in order, each with the parts that count. Errors: CH4602. */
export async function daysOf(
  folder: string,
  { from, to }: { readonly from?: string; readonly to?: string } = {},
): Promise<readonly DayParts[]> {
  const state = await readState(folder);
  if (state === undefined) throw new HistoryError("CH4602", folder);
  const days: DayParts[] = [];
  for (const { day, parts } of await listed(folder)) {
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) continue;
    const counted = parts.filter(({ first }) => first <= state.upTo).map(({ file }) => file);
    if (counted.length > 0) days.push({ day, parts: counted });
  }
  return days;
}

/** Deletes what a killed run left. */
export async function dropUncounted(folder: string, upTo: number): Promise<void> {
  for (const { directory, parts } of await listed(folder)) {
    for (const name of await readdir(directory)) {
      if (name.endsWith(".tmp")) await rm(path.join(directory, name), { force: true });
    }
    for (const { file, first } of parts) if (first > upTo) await rm(file, { force: true });
  }
}

/** Where the part goes, whose folder is made. */
export async function partFile(folder: string, day: string, first: number): Promise<string> {
  const directory = path.join(folder, `day=${day}`);
  await mkdir(directory, { recursive: true });
  return path.join(directory, `part-${first}.parquet`);
}

async function listed(folder: string) {
  const names = (await readdir(folder)).sort();
  if (names.length > MAX_DAYS) throw new HistoryError("CH4602", `${names.length} days`);
  const days = names.flatMap((name) => /^day=(\d{4}-\d{2}-\d{2})$/.exec(name)?.[1] ?? []);
  return await Promise.all(
    days.map(async (day) => {
      const directory = path.join(folder, `day=${day}`);
      const parts = (await readdir(directory)).flatMap((name) => {
        const first = /^part-(\d{1,15})\.parquet$/.exec(name)?.[1];
        return first === undefined
          ? []
          : [{ file: path.join(directory, name), first: Number(first) }];
      });
      return { day, directory, parts: parts.sort((a, b) => a.first - b.first) };
    }),
  );
}
