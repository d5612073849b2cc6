/**
 * This checkout beside an earlier one, in pairs that take turns: submissions, processor time of the server for each, cold
 * start and idle memory. Neighbours on the machine change submissions a second by half, processor time hardly.
 */
import { readFileSync } from "node:fs";
import { benchColdStart, type ColdStart } from "./cold-start.ts";
import { median } from "./median.ts";
import { progress } from "./progress.ts";
import { load, type Served, withServer } from "./submit.ts";

const PAIRS = 5;
const WARM_UP_SECONDS = 20;
/** Of the Linux kernel, as it tells them to programs. */
const TICKS_PER_SECOND = 100;

interface Measured extends ColdStart {
  readonly perSecond: number;
  /** Of the server's process, all threads, for one submission. NaN where /proc is not there. */
  readonly processorMs: number;
}

interface Pair {
  readonly now: Measured;
  readonly earlier: Measured;
}

export interface EarlierResult {
  readonly pairs: readonly Pair[];
  /** Median over the pairs of this checkout's figure by the earlier one's. */
  readonly ratios: {
    readonly perSecond: number;
    readonly processor: number;
    readonly coldStart: number;
    readonly idle: number;
  };
}

/** `checkout`: the folder of the earlier code, with its packages installed. */
export async function benchEarlier(checkout: string, seconds: number): Promise<EarlierResult> {
  const pairs: Pair[] = [];
  const bar = progress("pairs");
  for (let pair = 0; pair < PAIRS; pair += 1) {
    // Who goes first takes turns too.
    if (pair % 2 === 0) {
      const now = await measure(seconds);
      pairs.push({ now, earlier: await measure(seconds, checkout) });
    } else {
      const earlier = await measure(seconds, checkout);
      pairs.push({ now: await measure(seconds), earlier });
    }
    bar.at(pair + 1, PAIRS);
  }
  bar.end();
  const ratio = (figure: (measured: Measured) => number) =>
    median(pairs.map(({ now, earlier }) => figure(now) / figure(earlier)));
  return {
    pairs,
    ratios: {
      perSecond: ratio((measured) => measured.perSecond),
      processor: ratio((measured) => measured.processorMs),
      coldStart: ratio((measured) => measured.firstAcceptedMs),
      idle: ratio((measured) => measured.idleRssMiB ?? Number.NaN),
    },
  };
}

async function measure(seconds: number, checkout?: string): Promise<Measured> {
  const submissions = await withServer("real", (server) => loaded(server, seconds), checkout);
  return { ...submissions, ...(await benchColdStart(checkout)) };
}

async function loaded(server: Served, seconds: number) {
  await load(server, 1, "W", { warmUpSeconds: WARM_UP_SECONDS });
  const before = processorTicks(server.pid);
  const { perSecond } = await load(server, seconds, "E", { warmUpSeconds: 0 });
  const usedMs = ((processorTicks(server.pid) - before) / TICKS_PER_SECOND) * 1000;
  return { perSecond, processorMs: usedMs / (perSecond * seconds) };
}

/** In user and kernel mode, fields 14 and 15 of /proc/PID/stat; those after the name in brackets are counted from 3. */
function processorTicks(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
}
