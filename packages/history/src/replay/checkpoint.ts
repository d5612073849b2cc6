/** How far a replay has come: written aside and renamed, so that there is a whole one or none. */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import type { HistorySnapshot } from "@customhouse/risk/features";
import { sha256 } from "../files/sealed-file.ts";
import type { FeatureMark } from "./feature-rows.ts";
import type { ReplayTally } from "./replay-tally.ts";

export interface Checkpoint {
  /** Of everything that decides the result: another one is not gone on with. */
  readonly order: string;
  readonly day: string;
  /** The last fact that was taken, in the order of play. */
  readonly playAt: string;
  readonly position: number;
  readonly facts: number;
  /** Bytes of the rows that were written by then. */
  readonly rowBytes: number;
  /** How far the feature rows of the day were written; absent: none are. */
  readonly features?: FeatureMark | undefined;
  readonly history: HistorySnapshot;
  readonly tally: ReplayTally;
}

const DIGEST_CHARACTERS = 64;

export async function writeCheckpoint(file: string, checkpoint: Checkpoint): Promise<void> {
  const bytes = serialize(checkpoint);
  await writeFile(`${file}.tmp`, Buffer.concat([Buffer.from(sha256(bytes)), bytes]));
  await rename(`${file}.tmp`, file);
}

/** Undefined where there is none of this order, or one that is not whole: the replay then begins again. */
export async function readCheckpoint(file: string, order: string): Promise<Checkpoint | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const content = bytes.subarray(DIGEST_CHARACTERS);
  if (sha256(content) !== bytes.subarray(0, DIGEST_CHARACTERS).toString("latin1")) return undefined;
  const checkpoint = deserialize(content) as Checkpoint;
  return checkpoint.order === order ? checkpoint : undefined;
}

export async function dropCheckpoint(file: string): Promise<void> {
  await rm(file, { force: true });
}
