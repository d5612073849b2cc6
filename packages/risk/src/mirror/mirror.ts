/**
 * Mirror statistics: what one country says it imported beside what the other says it exported to it, by HS6, partner and year.
 * Import values hold freight and insurance (CIF), export values do not (FOB). A gap is a reason to look, never a finding.
 */
import { MirrorError } from "./errors.ts";

export type TradeFlow = "import" | "export" | "re-export" | "re-import";

/** One record of trade statistics, in the shape of UN Comtrade. Values are US dollars in cents. */
export interface TradeRecord {
  readonly year: string;
  /** Who reports, and the other side; codes as the publisher writes them. */
  readonly reporter: string;
  readonly partner: string;
  readonly flow: TradeFlow;
  /** Six digits. */
  readonly hs6: string;
  readonly valueMinor: bigint;
  /** Absent where it was not reported. */
  readonly netMassKg?: number;
}

export interface MirrorOptions {
  /** What an import value is of the export value of the same goods, in ten thousandths: 10600 for 6 % freight and insurance. */
  readonly cifOverFob: number;
  /** Gaps below it are not told. */
  readonly leastGapMinor: bigint;
}

export const USUAL_MIRROR: MirrorOptions = { cifOverFob: 10_600, leastGapMinor: 1_000_000n };

export type MirrorReason =
  | "not-imported"
  | "not-exported"
  | "value-low-mass-same"
  | "value-high-mass-same"
  | "value-and-mass-low"
  | "value-and-mass-high"
  | "value-low-mass-unknown"
  | "value-high-mass-unknown"
  | "re-exported";

export interface MirrorGap {
  readonly year: string;
  readonly importer: string;
  readonly exporter: string;
  readonly hs6: string;
  readonly importedMinor: bigint;
  readonly exportedMinor: bigint;
  /** What the import would be by the export, freight and insurance added. */
  readonly expectedMinor: bigint;
  /** Imported less expected: negative where less was declared here than there. */
  readonly gapMinor: bigint;
  /** Gap as a share of the larger side, from -1 to 1. */
  readonly share: number;
  readonly importedKg?: number;
  readonly exportedKg?: number;
  /** The first says what the figures look like; `re-exported` stands besides where the exporter only passed goods on. */
  readonly reasons: readonly MirrorReason[];
}

const WHOLE = 10_000n;
/** Masses within a fifth are the same: they are weighed twice and rounded. */
const SAME_MASS = 0.2;

interface Side {
  valueMinor: bigint;
  massKg: number;
  massKnown: boolean;
  reExported: boolean;
}

/** The largest gap first. Throws `MirrorError` CH4462 when nothing can be compared. */
export function mirrorGaps(
  imports: readonly TradeRecord[],
  exports: readonly TradeRecord[],
  options: MirrorOptions = USUAL_MIRROR,
): readonly MirrorGap[] {
  const here = summed(imports, ["import"], ({ reporter, partner }) => [reporter, partner]);
  const there = summed(exports, ["export", "re-export"], ({ reporter, partner }) => [
    partner,
    reporter,
  ]);
  const keys = comparable(here, there);
  if (keys.length === 0) throw new MirrorError("CH4462");
  return keys
    .map((key) => gapOf(key, here.get(key), there.get(key), options))
    .filter(({ gapMinor }) => size(gapMinor) >= options.leastGapMinor)
    .sort(largestFirst);
}

function summed(
  records: readonly TradeRecord[],
  flows: readonly TradeFlow[],
  sides: (record: TradeRecord) => readonly [importer: string, exporter: string],
): Map<string, Side> {
  const sums = new Map<string, Side>();
  for (const record of records) {
    if (!flows.includes(record.flow)) continue;
    const key = [...sides(record), record.year, record.hs6].join("\u0000");
    const side = sums.get(key) ?? { valueMinor: 0n, massKg: 0, massKnown: true, reExported: false };
    side.valueMinor += record.valueMinor;
    side.massKg += record.netMassKg ?? 0;
    side.massKnown &&= record.netMassKg !== undefined && record.netMassKg > 0;
    side.reExported ||= record.flow === "re-export";
    sums.set(key, side);
  }
  return sums;
}

/** Of a pair of countries and a year of which one side gave nothing at all nothing is known: that is no gap. */
function comparable(here: Map<string, Side>, there: Map<string, Side>): readonly string[] {
  const lane = (key: string) => key.slice(0, key.lastIndexOf("\u0000"));
  const lanesHere = new Set([...here.keys()].map(lane));
  const lanesThere = new Set([...there.keys()].map(lane));
  return [...new Set([...here.keys(), ...there.keys()])].filter(
    (key) => lanesHere.has(lane(key)) && lanesThere.has(lane(key)),
  );
}

function gapOf(
  key: string,
  here: Side | undefined,
  there: Side | undefined,
  { cifOverFob }: MirrorOptions,
): MirrorGap {
  const [importer = "", exporter = "", year = "", hs6 = ""] = key.split("\u0000");
  const importedMinor = here?.valueMinor ?? 0n;
  const exportedMinor = there?.valueMinor ?? 0n;
  const expectedMinor = (exportedMinor * BigInt(cifOverFob)) / WHOLE;
  const gapMinor = importedMinor - expectedMinor;
  const larger = importedMinor > expectedMinor ? importedMinor : expectedMinor;
  return {
    year,
    importer,
    exporter,
    hs6,
    importedMinor,
    exportedMinor,
    expectedMinor,
    gapMinor,
    share: larger === 0n ? 0 : Number((gapMinor * WHOLE) / larger) / Number(WHOLE),
    ...(here?.massKnown ? { importedKg: here.massKg } : {}),
    ...(there?.massKnown ? { exportedKg: there.massKg } : {}),
    reasons: [reasonOf(here, there, gapMinor), ...(there?.reExported ? RE_EXPORTED : [])],
  };
}

const RE_EXPORTED: readonly MirrorReason[] = ["re-exported"];

function reasonOf(here: Side | undefined, there: Side | undefined, gapMinor: bigint): MirrorReason {
  if (here === undefined) return "not-imported";
  if (there === undefined) return "not-exported";
  const low = gapMinor < 0n;
  if (!here.massKnown || !there.massKnown) {
    return low ? "value-low-mass-unknown" : "value-high-mass-unknown";
  }
  const apart = (here.massKg - there.massKg) / Math.max(here.massKg, there.massKg);
  // Less mass explains less value, and more mass more; any other way round the price itself is odd.
  if (low) return apart < -SAME_MASS ? "value-and-mass-low" : "value-low-mass-same";
  return apart > SAME_MASS ? "value-and-mass-high" : "value-high-mass-same";
}

function size(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

function largestFirst(a: MirrorGap, b: MirrorGap): number {
  const [first, second] = [size(a.gapMinor), size(b.gapMinor)];
  if (first !== second) return first < second ? 1 : -1;
  const name = ({ importer, exporter, year, hs6 }: MirrorGap) =>
    [importer, exporter, year, hs6].join("\u0000");
  return name(a) < name(b) ? -1 : 1;
}
