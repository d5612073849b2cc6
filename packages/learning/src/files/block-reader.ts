/** Blocks of bytes out of pieces that come one by one. No memory is taken on the word of a count: only for what is there. */
import { BrokenFile } from "./broken-file.ts";

export class BlockReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** A buffer of its own, so that its start lies where numbers may begin. Throws `BrokenFile` when there is less. */
  async take(bytes: number): Promise<ArrayBuffer> {
    const parts: Buffer[] = [];
    for (let missing = bytes; missing > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const part = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(part.length);
      missing -= part.length;
      parts.push(part);
    }
    const block = new Uint8Array(bytes);
    let at = 0;
    for (const part of parts) {
      block.set(part, at);
      at += part.length;
    }
    return block.buffer;
  }

  /** Throws `BrokenFile` when there is more. */
  async end(): Promise<void> {
    if (this.#rest.length > 0 || !(await this.#pieces.next()).done) {
      throw new BrokenFile("it goes on after its end");
    }
  }

  /** Stops whatever makes the pieces. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#pieces.next();
    if (done) throw new BrokenFile("it ends too early");
    return value;
  }
}
