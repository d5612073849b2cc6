/** C2SP tlog-checkpoint: the log's head as the text of a signed note. */
import { fromBase64, toBase64 } from "./bytes.ts";
import { HASH_BYTES } from "./merkle.ts";

export interface Checkpoint {
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
}

export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`;
}

/** Reads the note's text (not the signatures). Extension lines are accepted and ignored. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  if (!text.endsWith("\n")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  const [origin, size, root] = lines;
  if (lines.some((line) => line === "") || origin === undefined) return undefined;
  if (size === undefined || !/^(0|[1-9]\d{0,19})$/.test(size)) return undefined;
  const hash = fromBase64(root ?? "");
  if (hash?.length !== HASH_BYTES) return undefined;
  return { origin, size: BigInt(size), root: hash };
}
