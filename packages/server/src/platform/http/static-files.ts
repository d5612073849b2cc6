/** Files of a folder: the portal and the API browser. Only names that were there at the start can be asked for. */
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { hasAlready } from "./if-none-match.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const MAX_FILES = 5_000;

export interface StaticFiles {
  /**
   * `name` is relative, with forward slashes. Undefined: there is no such file. 304 without content when the caller has it,
   * as the `If-None-Match` of its request says.
   */
  get(name: string, ifNoneMatch?: string): Response | undefined;
}

interface StaticFile {
  readonly path: string;
  readonly size: number;
  readonly tag: string;
}

export async function openFolder(folder: string, keep = /./): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (entry.isFile() && keep.test(name) && TYPES[extname(name)] && files.size < MAX_FILES) {
      const { size, mtimeMs } = await stat(path);
      files.set(name, {
        path,
        size,
        tag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`,
      });
    }
  }
  return {
    get(name, ifNoneMatch) {
      const file = files.get(name);
      if (!file) {
        return undefined;
      }
      // Vite puts a digest of the content into the names under assets/: these never change.
      const fixed = /^assets\/.*-[\w-]{8,}\./.test(name);
      const cache = fixed ? "public, max-age=31536000, immutable" : "no-cache";
      const validator = { "Cache-Control": cache, ETag: file.tag };
      if (hasAlready(ifNoneMatch, file.tag)) {
        return new Response(null, { status: 304, headers: validator });
      }
      const stream = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
      const headers = {
        ...validator,
        "Content-Type": TYPES[extname(name)] ?? "application/octet-stream",
        "Content-Length": `${file.size}`,
      };
      return new Response(stream, { headers });
    },
  };
}
