/** `customhouse risk mirror`: import statistics of one side beside export statistics of the other, the largest gaps first. */
import { readTrade } from "@customhouse/history";
import { type MirrorGap, mirrorGaps } from "@customhouse/risk/mirror";
import { type Command, InvalidArgumentError } from "commander";
import { opened } from "./files.ts";

interface Options {
  readonly imports: string;
  readonly exports: string;
  readonly freight: number;
  readonly least: bigint;
  readonly top: number;
  readonly json?: boolean;
}

const TEN_THOUSAND = 10_000;
const PER_PERCENT = 100;

export function addMirror(risk: Command): void {
  risk
    .command("mirror")
    .description("import beside export statistics (UN Comtrade files), the largest gaps first")
    .requiredOption("--imports <file>", "records of the importing side (CSV or JSON)")
    .requiredOption("--exports <file>", "records of the exporting side (CSV or JSON)")
    .option("--freight <percent>", "freight and insurance in import values", freight, 6)
    .option("--least <dollars>", "smallest gap that is told", dollars, 1_000_000n)
    .option("--top <count>", "how many gaps", count, 20)
    .option("--json", "one gap a line, amounts in cents, and the summary last")
    .action(compareSides);
}

export async function compareSides(options: Options): Promise<void> {
  const imports = await opened(options.imports, () => readTrade(options.imports));
  const exports = await opened(options.exports, () => readTrade(options.exports));
  const gaps = mirrorGaps(imports.records, exports.records, {
    cifOverFob: TEN_THOUSAND + Math.round(options.freight * PER_PERCENT),
    leastGapMinor: options.least,
  });
  const summary = {
    imports: imports.records.length,
    exports: exports.records.length,
    leftOut: imports.leftOut + exports.leftOut,
    parts: imports.parts + exports.parts,
    gaps: gaps.length,
  };
  for (const gap of gaps.slice(0, options.top)) {
    console.log(options.json ? jsonOf(gap) : textOf(gap));
  }
  console.log(
    options.json
      ? JSON.stringify({ summary })
      : `${summary.gaps} gaps in ${summary.imports} import and ${summary.exports} export records; ${summary.leftOut} records of totals and other flows left out, and ${summary.parts} that are parts of another`,
  );
}

function jsonOf(gap: MirrorGap): string {
  return JSON.stringify(gap, (_name, value) => (typeof value === "bigint" ? String(value) : value));
}

function textOf(gap: MirrorGap): string {
  const { year, importer, exporter, hs6, reasons, share } = gap;
  return [
    `${year}  ${exporter} -> ${importer}  ${hs6}  gap ${dollarsOf(gap.gapMinor)} (${(share * 100).toFixed(0)} %)`,
    `      imported ${dollarsOf(gap.importedMinor)}, expected ${dollarsOf(gap.expectedMinor)} from exports of ${dollarsOf(gap.exportedMinor)}; ${reasons.map((reason) => reason.replaceAll("-", " ")).join("; ")}`,
  ].join("\n");
}

function dollarsOf(minor: bigint): string {
  return `USD ${(minor / 100n).toLocaleString("en-GB")}`;
}

function freight(text: string): number {
  const value = Number(text);
  if (text !== "" && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError("It must be a number from 0 to 100.");
}

function dollars(text: string): bigint {
  if (/^\d{1,15}$/.test(text)) return BigInt(text) * 100n;
  throw new InvalidArgumentError("It must be whole dollars.");
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 100_000) return value;
  throw new InvalidArgumentError("It must be a whole number from 1 to 100000.");
}
