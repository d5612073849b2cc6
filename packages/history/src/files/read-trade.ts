/** Records of trade statistics from files in the format of UN Comtrade, CSV or JSON. No network is asked. */
import { readFile } from "node:fs/promises";
import { BrokenFile, boundedJson, type JsonLimits } from "@customhouse/learning/files";
import { columnOf } from "@customhouse/learning/tables";
import {
  MirrorError,
  type TradeRecords,
  type TradeRow,
  tradeRecords,
} from "@customhouse/risk/mirror";
import { readTable } from "./csv-table.ts";

/** One answer of UN Comtrade is a quarter of a million records of some fifty fields at most. */
const LIMITS: JsonLimits = { bytes: 450_000_000, values: 20_000_000, depth: 10 };
const NEEDED = [
  "period",
  "reporterCode",
  "partnerCode",
  "flowCode",
  "cmdCode",
  "primaryValue",
] as const;

/** Throws `MirrorError` CH4461, as `tradeRecords` does and for what is no list of records; `LearningError` for what is no table. */
export async function readTrade(file: string): Promise<TradeRecords> {
  const isJson = file.toLowerCase().endsWith(".json");
  return tradeRecords(isJson ? await jsonRows(file) : await csvRows(file));
}

async function csvRows(file: string): Promise<readonly TradeRow[]> {
  const table = await readTable(file);
  for (const name of NEEDED) columnOf(table, name);
  return Array.from({ length: table.rows }, (_, row) => (name: string) => {
    return table.columns.get(name)?.[row] ?? "";
  });
}

async function jsonRows(file: string): Promise<readonly TradeRow[]> {
  const data = dataOf(await readFile(file));
  return data.map((record, at) => {
    if (typeof record !== "object" || record === null) {
      throw new MirrorError("CH4461", `row ${at + 1} is no record`);
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
    if (error instanceof BrokenFile) throw new MirrorError("CH4461", error.message);
    throw error;
  }
  const data = Array.isArray(parsed) ? parsed : (parsed as { data?: unknown } | null)?.data;
  if (Array.isArray(data)) return data;
  throw new MirrorError("CH4461", "it has no list named data");
}
