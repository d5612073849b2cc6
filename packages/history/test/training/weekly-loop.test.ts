/** The weekly loop: it never learns what was not inspected or has not happened, and chance tells how much fraud there is. */
import { seeded, USUAL_SETTINGS } from "@customhouse/learning";
import type { Table, TableSchema } from "@customhouse/learning/tables";
import { describe, expect, it } from "vitest";
import {
  type LoopOptions,
  runLoop,
  summaryOf,
  type Week,
  weeksIn,
} from "../../src/training/weekly-loop.ts";

const SCHEMA: TableSchema = {
  id: "id",
  columns: [
    { name: "importer", kind: "category" },
    { name: "mass", kind: "number" },
  ],
  profiles: [],
  ratios: [],
};
const ROWS_A_DAY = 12;
const DAYS = 56;

function table(fraudOf: (row: number, random: number) => boolean): Table {
  const random = seeded(3);
  const rows = ROWS_A_DAY * DAYS;
  const column = (of: (row: number) => string) => Array.from({ length: rows }, (_, row) => of(row));
  const day = (row: number) => Date.UTC(2026, 0, 1) + Math.floor(row / ROWS_A_DAY) * 86_400_000;
  return {
    rows,
    columns: new Map([
      ["id", column(String)],
      ["Date", column((row) => new Date(day(row)).toISOString().slice(0, 10))],
      ["importer", column((row) => `I${row % 9}`)],
      ["mass", column((row) => String(row % 50))],
      ["fraud", column((row) => String(Number(fraudOf(row, random()))))],
    ]),
  };
}

const plain = (row: number, random: number) => random < (row % 9 === 0 ? 0.8 : 0.15);

function optionsOf(data: Table): LoopOptions {
  return {
    table: data,
    schema: SCHEMA,
    target: "fraud",
    date: "Date",
    knownDays: 14,
    inspect: 0.2,
    byChance: 0.5,
    settings: { ...USUAL_SETTINGS, trees: 10, depth: 3, learningRate: 0.3 },
    members: 1,
    seed: 2,
  };
}

async function played(data: Table): Promise<Week[]> {
  const weeks: Week[] = [];
  for await (const week of runLoop(optionsOf(data))) weeks.push(week);
  return weeks;
}

describe("the weekly loop", () => {
  it("finds more than chance, and estimates what it did not look at", async () => {
    const weeks = await played(table(plain));
    const { hitRate, fraudShare, estimatedFraudShare } = summaryOf(weeks);
    expect(weeks).toHaveLength(6);
    expect(hitRate).toBeGreaterThan(1.3 * fraudShare);
    expect(Math.abs(estimatedFraudShare - fraudShare)).toBeLessThan(0.08);
  });

  it("decides a week without anything that comes later", async () => {
    const data = table(plain);
    const { weeks } = weeksIn(optionsOf(data));
    const from = weeks[3]?.rows[0] ?? 0;
    const changed = table((row, random) => plain(row, random) !== row >= from);
    const [before, after] = [await played(data), await played(changed)];
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after.slice(3)).not.toEqual(before.slice(3));
  });

  it("names the row whose day is none", () => {
    const data = table(plain);
    const columns = new Map([...data.columns, ["Date", data.columns.get("id") ?? []]]);
    expect(() => weeksIn(optionsOf({ ...data, columns }))).toThrow(/row 1: Date is 0, no day|row/);
  });
});
