/** Records of trade statistics from files in the format of UN Comtrade, CSV or JSON. No network is asked. */
import { readFile } from "node:fs/promises";
import { columnOf, TextError, type TradeFlow, type TradeRecord } from "@customhouse/risk";
import { readTable } from "../csv-table.ts";
import { boundedJson, type JsonLimits } from "../files/bounded-json.ts";
import { BrokenFile } from "../files/broken-file.ts";

/** One answer of UN Comtrade is a quarter of a million records of some fifty fields at most. */
const LIMITS: JsonLimits = { bytes: 450_000_000, values: 20_000_000, depth: 10 };
const HS6_DIGITS = 6;
const FLOWS: Readonly<Record<string, TradeFlow>> = {
  M: "import",
  X: "export",
  RX: "re-export",
  RM: "re-import",
};
const NEEDED = [
  "period",
  "reporterCode",
  "partnerCode",
  "flowCode",
  "cmdCode",
  "primaryValue",
] as const;

/**
 * What these columns hold in a record of the whole: all second partners, all customs procedures, all means of transport, all
 * modes of supply. Any other value, and the record is a part of one that stands beside it.
 */
const WHOLE: Readonly<Record<string, string>> = {
  partner2Code: "0",
  customsCode: "C00",
  motCode: "0",
  mosCode: "0",
};

type Field = (name: string) => string;

export interface TradeFile {
  readonly records: readonly TradeRecord[];
  /** Rows of totals and of other levels than six digits, or of flows that are not compared. */
  readonly leftOut: number;
  /** Rows that are a part of another one: of a year a month, of all means of transport one. */
  readonly parts: number;
}

/**
 * Throws `TextError` CH4461 for the first record that is not sound, or that is a part of what the file does not have: half a
 * statistic would be a false gap.
 */
export async function readTrade(file: string): Promise<TradeFile> {
  const rows = file.toLowerCase().endsWith(".json") ? await jsonRows(file) : await csvRows(file);
  const read = rows.flatMap((field, at) => {
    const where = `row ${at + 1}`;
    const record = recordOf(field, where);
    if (record === undefined) return [];
    const isYear = field("period").length === YEAR_CHARACTERS;
    return [{ record, where, isYear, isPart: isPart(field) }];
  });
  const wholes = read.filter((row) => !row.isPart);
  const years = new Set(wholes.filter(({ isYear }) => isYear).map(({ record }) => nameOf(record)));
  const known = new Set(wholes.map(({ record }) => nameOf(record)));
  const lone = read.find(({ record }) => !known.has(nameOf(record)));
  if (lone !== undefined) {
    throw new TextError("CH4461", `${lone.where}: the whole that it is a part of is missing`);
  }
  // Months are parts of a year that is there itself.
  const records = wholes
    .filter(({ record, isYear }) => isYear || !years.has(nameOf(record)))
    .map(({ record }) => record);
  return { records, leftOut: rows.length - read.length, parts: read.length - records.length };
}

const YEAR_CHARACTERS = 4;

function isPart(field: Field): boolean {
  return Object.entries(WHOLE).some(([name, whole]) => !["", whole].includes(field(name)));
}

function nameOf({ year, reporter, partner, flow, hs6 }: TradeRecord): string {
  return [year, reporter, partner, flow, hs6].join(" ");
}

async function csvRows(file: string): Promise<readonly Field[]> {
  const table = await readTable(file);
  for (const name of NEEDED) columnOf(table, name);
  return Array.from({ length: table.rows }, (_, row) => (name: string) => {
    return table.columns.get(name)?.[row] ?? "";
  });
}

async function jsonRows(file: string): Promise<readonly Field[]> {
  const data = dataOf(await readFile(file));
  return data.map((record, at) => {
    if (typeof record !== "object" || record === null) {
      throw new TextError("CH4461", `row ${at + 1} is no record`);
    }
    const fields = new Map<string, unknown>(Object.entries(record));
    return (name: string) => {
      const value = fields.get(name);
      return typeof value === "string" || typeof value === "number" ? String(value) : "";
    };
  });
}

function dataOf(bytes: Buffer): readonly unknown[] {
  let parsed: unknown;
  try {
    parsed = boundedJson(bytes, LIMITS);
  } catch (error) {
    if (error instanceof BrokenFile) throw new TextError("CH4461", error.message);
    throw error;
  }
  const data = Array.isArray(parsed) ? parsed : (parsed as { data?: unknown } | null)?.data;
  if (Array.isArray(data)) return data;
  throw new TextError("CH4461", "it has no list named data");
}

function recordOf(field: Field, where: string): TradeRecord | undefined {
  const flow = FLOWS[field("flowCode")];
  const hs6 = field("cmdCode");
  if (flow === undefined || !/^\d+$/.test(hs6) || hs6.length !== HS6_DIGITS) return undefined;
  const [reporter, partner, year] = ["reporterCode", "partnerCode", "period"].map(field);
  if (!reporter || !partner || !/^\d{4}/.test(year ?? "")) {
    throw new TextError("CH4461", `${where}: reporter, partner or period is missing`);
  }
  const netMassKg = massOf(field("netWgt"), where);
  return {
    year: (year ?? "").slice(0, 4),
    reporter,
    partner,
    flow,
    hs6,
    valueMinor: centsOf(field("primaryValue"), where),
    ...(netMassKg === undefined ? {} : { netMassKg }),
  };
}

function massOf(text: string, where: string): number | undefined {
  if (text === "") return undefined;
  const mass = Number(text);
  if (Number.isFinite(mass) && mass >= 0) return mass;
  throw new TextError("CH4461", `${where}: netWgt is ${text.slice(0, 40)}`);
}

/** Decimals beyond cents are cut; a value in powers of ten is what some exports write for large amounts. */
function centsOf(text: string, where: string): bigint {
  const plain = /e/i.test(text) && Number.isFinite(Number(text)) ? Number(text).toFixed(2) : text;
  const found = /^(\d{1,20})(?:\.(\d*))?$/.exec(plain);
  if (found === null)
    throw new TextError("CH4461", `${where}: primaryValue is ${text.slice(0, 40)}`);
  return BigInt(found[1] ?? "0") * 100n + BigInt((found[2] ?? "").padEnd(2, "0").slice(0, 2));
}
