/** Which settings are taken: those by which the results of the newest rows are likeliest. */
import { type BoostSettings, seeded, type TableSchema, USUAL_SETTINGS } from "@customhouse/risk";
import { describe, expect, it } from "vitest";
import { trainModel } from "../src/train.ts";

const ROWS = 1_200;
const SCHEMA: TableSchema = {
  id: "id",
  columns: [
    { name: "day", kind: "date" },
    { name: "one", kind: "number" },
    { name: "other", kind: "number" },
  ],
  profiles: [],
  ratios: [],
};

/** Found where one of two figures is high and the other is not: no single question tells it. */
function table() {
  const random = seeded(3);
  const one = Array.from({ length: ROWS }, () => random());
  const other = Array.from({ length: ROWS }, () => random());
  const found = one.map((value, row) => (value > 0.5 !== Number(other[row]) > 0.5 ? "1" : "0"));
  const day = (row: number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(row / 20)));
  return {
    rows: ROWS,
    columns: new Map([
      ["id", one.map((_, row) => `R${row}`)],
      ["day", one.map((_, row) => day(row).toISOString().slice(0, 10))],
      ["one", one.map(String)],
      ["other", other.map(String)],
      ["found", found],
    ]),
  };
}

const able: BoostSettings = { ...USUAL_SETTINGS, trees: 30, depth: 3, featureShare: 1 };
const stump: BoostSettings = { ...able, depth: 1 };

async function taken(settings: BoostSettings, alternatives: BoostSettings[], holdOut = 0.2) {
  const told: BoostSettings[] = [];
  const model = await trainModel({
    table: table(),
    schema: SCHEMA,
    target: "found",
    revenueWeight: 0,
    holdOut,
    settings,
    alternatives,
    onSettings: (one) => told.push(one),
    members: 1,
    seed: 1,
    threads: 1,
  });
  const nodes = Math.max(...(model.members[0]?.trees ?? []).map(({ feature }) => feature.length));
  return { told, nodes };
}

describe("settings", () => {
  it("that do better on the newest rows are taken, in whichever order they are given", async () => {
    for (const found of [await taken(stump, [able]), await taken(able, [stump])]) {
      expect(found.told).toEqual([able]);
      expect(found.nodes).toBeGreaterThan(3);
    }
  });

  it("are those that were asked for where nothing is held out", async () => {
    const found = await taken(stump, [able], 0);
    expect(found).toEqual({ told: [stump], nodes: 3 });
  });
});
