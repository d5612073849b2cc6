/**
 * JSON that somebody else has written, counted before it is parsed. V8 ends the whole process, whatever catches errors,
 * when a list outgrows what it can hold or the heap is full; a megabyte of gzip is enough for that. A value costs its
 * parser some ten times what it takes in the text, so that bytes alone are no bound.
 */
import { BrokenFile } from "./broken-file.ts";

export interface JsonLimits {
  /** V8 holds texts of 536 million characters at most. */
  readonly bytes: number;
  /** Values within lists and objects, names of members not counted. V8 holds 134 million in one list. */
  readonly values: number;
  /** Lists and objects within each other. */
  readonly depth: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** So many bytes are counted before it is asked whether there are too many values. */
const SLICE_BYTES = 2 ** 16;

/** Counts what a parser would make of UTF-8 that comes in pieces. */
export class JsonCount {
  readonly #limits: JsonLimits;
  #bytes = 0;
  #values = 0;
  #depth = 0;
  #isText = false;
  #isEscaped = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** Throws `BrokenFile` as soon as there is more than the limits let through. */
  add(piece: Uint8Array): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.#limits.bytes) throw tooLarge();
    for (let from = 0; from < piece.length; from += SLICE_BYTES) {
      this.#addSlice(piece.subarray(from, from + SLICE_BYTES));
      if (this.#values > this.#limits.values) throw tooLarge();
    }
  }

  #addSlice(slice: Uint8Array): void {
    let values = 0;
    let depth = this.#depth;
    let isText = this.#isText;
    let isEscaped = this.#isEscaped;
    for (let at = 0; at < slice.length; at += 1) {
      const byte = slice[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (byte === COMMA) values += 1;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        values += 1;
        depth += 1;
        if (depth > this.#limits.depth) throw tooLarge();
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    }
    this.#values += values;
    this.#depth = depth;
    this.#isText = isText;
    this.#isEscaped = isEscaped;
  }
}

/** Throws `BrokenFile` for what is beyond the limits and for what is no JSON. */
export function boundedJson(bytes: Buffer, limits: JsonLimits): unknown {
  new JsonCount(limits).add(bytes);
  return parsed(bytes);
}

/** The same of pieces, which are counted as they come. */
export async function boundedJsonOf(
  pieces: AsyncIterable<Buffer>,
  limits: JsonLimits,
): Promise<unknown> {
  const count = new JsonCount(limits);
  const counted: Buffer[] = [];
  for await (const piece of pieces) {
    count.add(piece);
    counted.push(piece);
  }
  const bytes = Buffer.concat(counted);
  counted.length = 0;
  return parsed(bytes);
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new BrokenFile("it is not JSON");
  }
}

function tooLarge(): BrokenFile {
  return new BrokenFile("it is too large");
}
