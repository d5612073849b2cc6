/** Many texts as bytes: their lengths, then their code units. UTF-16, as any other encoding loses halves of characters. */
import type { BlockReader } from "../files/block-reader.ts";
import { BrokenFile } from "../files/broken-file.ts";

const UNIT_BYTES = 2;
/** Several times what a row of a table may hold. */
const MAX_UNITS = 1_000_000;

export function textBlocks(texts: readonly string[]): readonly Uint8Array[] {
  const lengths = Uint32Array.from(texts, ({ length }) => length);
  return [bytesOf(lengths), ...texts.map((text) => Buffer.from(text, "utf16le"))];
}

/** All different. Throws `BrokenFile`. */
export async function readTexts(reader: BlockReader, count: number): Promise<readonly string[]> {
  const lengths = new Uint32Array(await reader.take(count * Uint32Array.BYTES_PER_ELEMENT));
  if (lengths.some((length) => length > MAX_UNITS)) throw new BrokenFile("a key in it is too long");
  const units = lengths.reduce((sum, length) => sum + length, 0);
  const block = Buffer.from(await reader.take(units * UNIT_BYTES));
  const texts = new Set<string>();
  let from = 0;
  for (const length of lengths) {
    const to = from + length * UNIT_BYTES;
    texts.add(block.toString("utf16le", from, to));
    from = to;
  }
  if (texts.size !== count) throw new BrokenFile("a key in it stands twice");
  return [...texts];
}

export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
