/** Lines of JSON that are written while something is played, and gone on with where a checkpoint says. */
import { type FileHandle, open, rm } from "node:fs/promises";

export class JsonLines {
  readonly file: string;
  readonly #handle: FileHandle;
  #waiting: string[] = [];
  #bytes: number;

  private constructor(file: string, handle: FileHandle, bytes: number) {
    this.file = file;
    this.#handle = handle;
    this.#bytes = bytes;
  }

  /** Goes on after so many bytes; what a killed run wrote beyond is cut off. */
  static async open(file: string, bytes: number): Promise<JsonLines> {
    const handle = await open(file, bytes === 0 ? "w" : "r+");
    await handle.truncate(bytes);
    return new JsonLines(file, handle, bytes);
  }

  add(value: unknown): void {
    this.#waiting.push(`${JSON.stringify(value)}\n`);
  }

  /** Returns how many bytes are written now. */
  async flush(): Promise<number> {
    const bytes = Buffer.from(this.#waiting.join(""));
    this.#waiting = [];
    let written = 0;
    while (written < bytes.length) {
      const left = bytes.length - written;
      const part = await this.#handle.write(bytes, written, left, this.#bytes + written);
      written += part.bytesWritten;
    }
    this.#bytes += written;
    return this.#bytes;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#handle.close();
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}
