/**
 * Screening of parties against a list of a million invented names: rate on one core, what of the planted misspellings is
 * found, how many unrelated parties are hit, and in the same run the peer: comparing a party with every name.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { seeded } from "@customhouse/learning";
import {
  buildIndex,
  jaroWinkler,
  type Party,
  type ScreeningIndex,
  screen,
  type WatchEntry,
} from "@customhouse/screening";
import { progress } from "./progress.ts";
import { type Invented, inventor, type Misspelling, misspelt } from "./screening-names.ts";

const NAMES = 1_000_000;
const PARTIES = 10_000;
const PLANTED = 4_000;
/** Names that the peer compares with one party: the rest of the list would cost as much for each name. */
const PEER_NAMES = 200_000;
const PEER_PARTIES = 5;
const WORLD = 1;
const THRESHOLDS = [0.8, 0.82, 0.84, 0.85, 0.86, 0.88, 0.9, 0.92, 0.94] as const;
const MOST_UNRELATED_HITS = 0.001;
const MEBIBYTE = 2 ** 20;

export interface AtThreshold {
  readonly threshold: number;
  /** Share of the planted misspellings whose own entry is among the matches. */
  readonly recall: number;
  /** Share of the unrelated parties with any match. */
  readonly unrelatedHit: number;
  readonly byKind: Readonly<Partial<Record<Misspelling, number>>>;
}

export interface ScreeningResult {
  readonly names: number;
  /** All seconds and rates here are of processor time: one core. */
  readonly buildSeconds: number;
  /** What the index holds besides the entries, and the process with everything. */
  readonly indexMebibytes: number;
  readonly processMebibytes: number;
  readonly partiesPerSecond: number;
  readonly candidatesPerParty: number;
  readonly parties: number;
  readonly cutParties: number;
  /** Jaro-Winkler of the whole name with every name of the list, extrapolated from the comparisons that were made. */
  readonly peerPartiesPerSecond: number;
  readonly peerComparisonsPerSecond: number;
  readonly quality: readonly AtThreshold[];
  /** The lowest threshold at which fewer than one in a thousand unrelated parties are hit. */
  readonly chosen: AtThreshold | undefined;
}

export function benchScreening(names = NAMES): ScreeningResult {
  const invent = inventor(WORLD, 11);
  const people: Invented[] = Array.from({ length: names }, invent);
  const entries = people.map(entryOf);
  const before = bytesHeld();
  const bar = progress("entries indexed");
  const started = cpuMs();
  const index = buildIndex(entries, { onEntries: (done) => bar.at(done, names) });
  bar.end();
  const buildSeconds = (cpuMs() - started) / 1000;
  const indexMebibytes = (bytesHeld() - before) / MEBIBYTE;
  const { planted, unrelated } = drawParties(people);
  const quality = measureQuality(index, planted, unrelated);
  return {
    names,
    buildSeconds,
    indexMebibytes,
    processMebibytes: process.memoryUsage.rss() / MEBIBYTE,
    ...measureRate(index, planted, unrelated),
    ...measurePeer(entries, unrelated),
    quality,
    chosen: quality.find(({ unrelatedHit }) => unrelatedHit < MOST_UNRELATED_HITS),
  };
}

function entryOf({ listed }: Invented, number: number): WatchEntry {
  return {
    id: `E${number}`,
    schema: "person",
    names: [listed],
    list: "invented",
    listVersion: "1",
  };
}

/** Time of the processor, not of the wall: the rate is that of one core, whoever else is busy on the machine. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What lives, after a full collection: without it the garbage of the part before would be counted too. */
function bytesHeld(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

interface Planted {
  readonly party: Party;
  readonly entryId: string;
  readonly kind: Misspelling;
}

function drawParties(people: readonly Invented[]) {
  const random = seeded(12);
  const planted: readonly Planted[] = Array.from({ length: PLANTED }, (_, at) => {
    const number = Math.floor(random() * people.length);
    const { name, kind } = misspelt(people[number] as Invented, random);
    return { party: { id: `P${at}`, name }, entryId: `E${number}`, kind };
  });
  const stranger = inventor(WORLD, 13);
  const unrelated = Array.from({ length: PARTIES }, (_, at): Party => {
    return { id: `U${at}`, name: stranger().latin };
  });
  return { planted, unrelated };
}

function measureQuality(
  index: ScreeningIndex,
  planted: readonly Planted[],
  unrelated: readonly Party[],
): readonly AtThreshold[] {
  const [threshold] = THRESHOLDS;
  const found = planted.map(({ party, entryId, kind }) => {
    const { matches } = screen(index, party, { threshold });
    return { kind, score: matches.find(({ entry }) => entry.id === entryId)?.score ?? 0 };
  });
  const best = unrelated.map((party) => screen(index, party, { threshold }).matches[0]?.score ?? 0);
  const kinds = [...new Set(planted.map(({ kind }) => kind))].sort();
  const share = (scores: readonly number[], from: number) =>
    scores.filter((score) => score >= from).length / Math.max(1, scores.length);
  return THRESHOLDS.map((at) => ({
    threshold: at,
    recall: share(
      found.map(({ score }) => score),
      at,
    ),
    unrelatedHit: share(best, at),
    byKind: Object.fromEntries(
      kinds.map((kind) => {
        const own = found.filter((one) => one.kind === kind).map(({ score }) => score);
        return [kind, share(own, at)];
      }),
    ),
  }));
}

function measureRate(
  index: ScreeningIndex,
  planted: readonly Planted[],
  unrelated: readonly Party[],
) {
  const parties = [...unrelated, ...planted.map(({ party }) => party)];
  let candidates = 0;
  let cutParties = 0;
  const started = cpuMs();
  for (const party of parties) {
    const screened = screen(index, party);
    candidates += screened.candidates;
    if (screened.cut > 0) cutParties += 1;
  }
  const seconds = (cpuMs() - started) / 1000;
  return {
    parties: parties.length,
    partiesPerSecond: parties.length / seconds,
    candidatesPerParty: candidates / parties.length,
    cutParties,
  };
}

function measurePeer(entries: readonly WatchEntry[], parties: readonly Party[]) {
  const listed = entries.slice(0, PEER_NAMES).map(({ names }) => (names[0] ?? "").toLowerCase());
  let seen = 0;
  const started = cpuMs();
  for (const { name } of parties.slice(0, PEER_PARTIES)) {
    const lower = name.toLowerCase();
    for (const other of listed) seen += jaroWinkler(lower, other) > 0.9 ? 1 : 0;
  }
  const seconds = (cpuMs() - started) / 1000;
  if (seen < 0) throw new Error("nothing was compared");
  const peerComparisonsPerSecond = (PEER_PARTIES * listed.length) / seconds;
  return {
    peerComparisonsPerSecond,
    peerPartiesPerSecond: peerComparisonsPerSecond / entries.length,
  };
}
