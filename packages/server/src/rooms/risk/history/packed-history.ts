/** A history as bytes to keep, and back. */
import { promisify } from "node:util";
import { deserialize, serialize } from "node:v8";
import { gunzip, gzip } from "node:zlib";
import { History, type HistorySnapshot } from "@customhouse/risk/features";

const MAX_UNPACKED_BYTES = 2 ** 31 - 1;
/** It is kept for the next start alone: quick is better than small. */
const LEVEL = 1;

export async function packHistory(history: History): Promise<Uint8Array> {
  return await promisify(gzip)(serialize(history.snapshot()), { level: LEVEL });
}

/** Throws where the bytes are no history, or one that an older release folded otherwise. */
export async function unpackHistory(content: Uint8Array): Promise<History> {
  const bytes = await promisify(gunzip)(content, { maxOutputLength: MAX_UNPACKED_BYTES });
  return History.from(deserialize(bytes) as HistorySnapshot);
}
