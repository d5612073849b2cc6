/**
 * A file that says what it is and whether it is whole: a line with kind, version and SHA-256 of what follows, then gzip.
 * The digest says that nothing was lost; who wrote it, it does not say, so that what is inside is bounded as it comes.
 */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { BrokenFile, type Unpack } from "@customhouse/learning/files";

const MAX_HEAD_BYTES = 200;
const NEWLINE = 10;
const PIECE_BYTES = 2 ** 18;
const HEAD = /^([a-z-]{1,40}) (\d{1,4}) sha256:([0-9a-f]{64})$/;

export interface Opened {
  readonly version: number;
  readonly digest: string;
  /** Throws `BrokenFile` as soon as there is more than `mostBytes`. */
  readonly unpack: Unpack;
}

/** `content` is the file, `digest` its SHA-256 in hexadecimal as the first line has it. */
export async function sealed(kind: string, version: number, blocks: Iterable<Uint8Array>) {
  const pieces: Buffer[] = [];
  const gzip = Readable.from(blocks, { objectMode: true }).pipe(createGzip());
  for await (const piece of gzip) pieces.push(piece as Buffer);
  const packed = Buffer.concat(pieces);
  const digest = sha256(packed);
  const head = Buffer.from(`${kind} ${version} sha256:${digest}\n`);
  return { content: Buffer.concat([head, packed]), digest };
}

/** Throws `BrokenFile` for another kind and for another digest. */
export function opened(kind: string, bytes: Buffer): Opened {
  const end = Math.max(0, bytes.subarray(0, MAX_HEAD_BYTES).indexOf(NEWLINE));
  const [, found, version, digest = ""] =
    HEAD.exec(bytes.subarray(0, end).toString("latin1")) ?? [];
  if (found !== kind) throw new BrokenFile("it does not begin as a model does");
  const packed = bytes.subarray(end + 1);
  if (sha256(packed) !== digest) throw new BrokenFile("its digest is another");
  return { version: Number(version), digest, unpack: (mostBytes) => unpacked(packed, mostBytes) };
}

/** What was packed, in pieces. Throws `BrokenFile` when it is more than `mostBytes`: the rest is never made. */
async function* unpacked(packed: Uint8Array, mostBytes: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  gunzip.end(packed);
  let bytes = 0;
  try {
    for await (const piece of gunzip) {
      bytes += (piece as Buffer).length;
      if (bytes > mostBytes) throw new BrokenFile("it is too large");
      yield piece as Buffer;
    }
  } catch (error) {
    const { code = "" } = error as { readonly code?: string };
    throw code.startsWith("Z_") ? new BrokenFile("it cannot be unpacked") : error;
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
