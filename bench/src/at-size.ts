/** The same load on an empty database and on one that holds many cases, in turns, so that both see the same machine. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fill } from "./fill.ts";
import { median } from "./median.ts";
import { progress } from "./progress.ts";
import { type LoadResult, load, serve } from "./submit.ts";

const PAIRS = 5;

export interface AtSize {
  readonly cases: number;
  readonly empty: readonly LoadResult[];
  readonly full: readonly LoadResult[];
  /** Median over the pairs of full to empty. */
  readonly ratio: number;
}

export async function benchAtSize(cases: number, seconds: number): Promise<AtSize> {
  const fullDir = await newDirectory();
  try {
    await fill(fullDir, cases);
    const empty: LoadResult[] = [];
    const full: LoadResult[] = [];
    const bar = progress("pairs");
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const onEmpty = async () => {
        const dir = await newDirectory();
        empty.push(await measure(dir, seconds, "E"));
        await rm(dir, { recursive: true, force: true });
      };
      const onFull = async () => {
        full.push(await measure(fullDir, seconds, `F${pair}X`));
      };
      // Who goes first takes turns too.
      for (const turn of pair % 2 === 0 ? [onEmpty, onFull] : [onFull, onEmpty]) await turn();
      bar.at(pair + 1, PAIRS);
    }
    bar.end();
    const ratios = full.map((one, pair) => one.perSecond / (empty[pair]?.perSecond ?? 1));
    return { cases, empty, full, ratio: median(ratios) };
  } finally {
    await rm(fullDir, { recursive: true, force: true });
  }
}

function newDirectory(): Promise<string> {
  return mkdtemp(path.join(os.tmpdir(), "customhouse-size-"));
}

async function measure(dir: string, seconds: number, prefix: string): Promise<LoadResult> {
  const server = await serve("real", dir);
  try {
    return await load(server, seconds, prefix);
  } finally {
    await server.stop();
  }
}
