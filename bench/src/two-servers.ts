/** Two servers over one database beside one, under the same number of clients: what a second one adds on the same cores. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { median } from "./median.ts";
import { load, serve } from "./submit.ts";

const PAIRS = 3;
const WARM_UP_SECONDS = 10;

export interface TwoServersResult {
  /** Submissions a second, of the pair whose ratio is the median. */
  readonly one: number;
  readonly two: number;
  readonly ratio: number;
  readonly pairs: readonly { readonly one: number; readonly two: number }[];
}

export async function benchTwoServers(seconds = 10): Promise<TwoServersResult> {
  const pairs: { one: number; two: number }[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    pairs.push({
      one: await perSecond(1, seconds, `O${pair}`),
      two: await perSecond(2, seconds, `T${pair}`),
    });
  }
  const ratio = median(pairs.map(({ one, two }) => two / one));
  const middle = pairs.find(({ one, two }) => two / one === ratio);
  if (middle === undefined) throw new Error("nothing was measured");
  return { ...middle, ratio, pairs };
}

async function perSecond(servers: 1 | 2, seconds: number, prefix: string): Promise<number> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), "customhouse-two-"));
  const first = await serve("real", dataDir);
  const all = servers === 1 ? [first] : [first, await serve("real", dataDir, { beside: first })];
  try {
    const results = await Promise.all(
      all.map((server, index) =>
        // Tokens of the first hold at the second: both stand behind one address.
        load({ ...server, token: first.token }, seconds, `${prefix}${index}`, {
          warmUpSeconds: WARM_UP_SECONDS,
        }),
      ),
    );
    return results.reduce((sum, result) => sum + result.perSecond, 0);
  } finally {
    for (const server of all.reverse()) await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
