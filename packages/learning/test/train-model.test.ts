/** Which settings are taken: those by which the results of the newest rows are likeliest. */
import { describe, expect, it } from "vitest";
import { type BoostSettings, USUAL_SETTINGS } from "../src/boosting/boost.ts";
import { seeded } from "../src/random.ts";
import type { TableSchema } from "../src/table/schema.ts";
import { heldOutOf } from "../src/training/held-out.ts";
import { trainMember } from "../src/training/train-member.ts";
import { trainModel } from "../src/training/train-model.ts";

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
    train: async (task, onTree) => trainMember(task, onTree),
  });
  const nodes = Math.max(...(model.members[0]?.trees ?? []).map(({ feature }) => feature.length));
  return { told, nodes };
}

describe("rows held out", () => {
  const target = Uint8Array.from({ length: 100 }, (_, row) => Number(row < 30));
  const undated = { ...SCHEMA, columns: SCHEMA.columns.slice(1) };
  const rows = { rows: 100, columns: new Map<string, readonly string[]>() };
  const held = (given: Partial<Parameters<typeof heldOutOf>[0]>, of = target) =>
    heldOutOf({ table: rows, schema: undated, holdOut: 0.1, seed: 1, ...given }, of);

  it("are drawn where the order says nothing: of each result its share, by the seed", () => {
    const given = held({ rowOrder: "unknown" });
    if (!("held" in given)) throw new Error(given.which);
    expect(given.which).toBe("drawn");
    expect(given.held.filter((row) => target[row] === 1)).toHaveLength(3);
    expect(given.held).toHaveLength(10);
    expect([...given.learnt, ...given.held].sort((a, b) => a - b)).toEqual([...target.keys()]);
    expect(held({ rowOrder: "unknown" })).toEqual(given);
    expect(held({ rowOrder: "unknown", seed: 2 })).not.toEqual(given);
  });

  it("are the newest where the order is known, and none where a part would have one result", () => {
    const mixed = target.map((_, row) => row % 2);
    expect(held({}, mixed)).toMatchObject({
      which: "newest",
      held: [90, 91, 92, 93, 94, 95, 96, 97, 98, 99],
    });
    expect(held({})).toEqual({ which: "one-result" });
    const one = Uint8Array.from({ length: 100 }, (_, row) => Number(row === 50));
    expect(held({ rowOrder: "unknown" }, one)).toEqual({ which: "one-result" });
    expect(held({ holdOut: 0 })).toEqual({ which: "none" });
  });
});

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
