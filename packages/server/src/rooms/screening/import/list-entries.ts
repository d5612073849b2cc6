/** Entries of a list as they are stored: one JSON text a line, gzipped, so that no text is longer than an entry. */
import { gunzipSync, gzipSync } from "node:zlib";
import type { WatchEntry } from "@customhouse/screening";

const MAX_UNPACKED_BYTES = 2_000_000_000;
const NEWLINE = 10;

export function packEntries(entries: readonly WatchEntry[]): Uint8Array {
  const lines = entries.map((entry) => Buffer.from(`${JSON.stringify(entry)}\n`));
  return gzipSync(Buffer.concat(lines));
}

export function* unpackEntries(packed: Uint8Array): Generator<WatchEntry> {
  const bytes = gunzipSync(packed, { maxOutputLength: MAX_UNPACKED_BYTES });
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, from);
    yield JSON.parse(bytes.toString("utf8", from, end)) as WatchEntry;
    from = end + 1;
  }
}
