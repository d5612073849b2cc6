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

type Field = (name: string) => string;

export interface TradeFile {
  readonly records: readonly TradeRecord[];
  /** Rows of totals and of other levels than six digits, or of flows that are not compared. */
  readonly leftOut: number;
}

/** Throws `TextError` CH4461 for the first record that is not sound: half a statistic would be a false gap. */
export async function readTrade(file: string): Promise<TradeFile> {
  const rows = file.toLowerCase().endsWith(".json") ? await jsonRows(file) : await csvRows(file);
  const records: TradeRecord[] = [];
  rows.forEach((field, at) => {
    const record = recordOf(field, `row ${at + 1}`);
    if (record !== undefined) records.push(record);
  });
  return { records, leftOut: rows.length - records.length };
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
