/**
 * Published sample data beside the repository. Tests that need it are skipped, and say so, when
 * it is not there.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HOME =
  process.env.CUSTOMHOUSE_TEST_DATA ??
  fileURLToPath(new URL("../../../../shared", import.meta.url));

export const samplePath = (...parts: string[]): string => join(HOME, ...parts);

/** Why a test is skipped; empty when its data is there. */
export function missing(...parts: string[]): string {
  const path = samplePath(...parts);
  return existsSync(path) ? "" : ` (skipped: no test data at ${path})`;
}

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function filesIn(...parts: string[]): Sample[] {
  const folder = samplePath(...parts);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(folder.length + 1), bytes: new Uint8Array(readFileSync(path)) };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Small deterministic generator: tests have to give the same result every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
