/** Threads change how long training takes, not what comes of it. */
import { seeded, USUAL_SETTINGS } from "@customhouse/learning";
import type { TableSchema } from "@customhouse/learning/tables";
import { type ModelKind, trainMember, trainModel } from "@customhouse/learning/training";
import { expect, it } from "vitest";
import { trainOnThreads } from "../../src/training/train-on-threads.ts";

const SCHEMA: TableSchema = {
  id: "id",
  columns: [
    { name: "importer", kind: "category" },
    { name: "mass", kind: "number" },
  ],
  profiles: [],
  ratios: [],
};
const ROWS = 400;

function options(kind: ModelKind) {
  const random = seeded(5);
  const rows = Array.from({ length: ROWS }, (_, row) => ({ row, mass: random(), luck: random() }));
  const columns = new Map([
    ["id", rows.map(({ row }) => `R${row}`)],
    ["importer", rows.map(({ row }) => `I${row % 7}`)],
    ["mass", rows.map(({ mass }) => String(mass))],
    ["found", rows.map(({ mass, luck }) => String(Number(mass + luck > 1.2)))],
  ]);
  return {
    table: { rows: ROWS, columns },
    schema: SCHEMA,
    target: "found",
    kind,
    revenueWeight: 0,
    holdOut: 0.2,
    settings: { ...USUAL_SETTINGS, trees: 10, depth: 3 },
    members: 3,
    seed: 7,
  };
}

it.each(["trees", "linear"] as const)(
  "of %s gives the model of one member at a time",
  async (kind) => {
    let trees = 0;
    const onTree = () => {
      trees += 1;
    };
    const onThreads = await trainOnThreads({ ...options(kind), threads: 3, onTree });
    const told = trees;
    trees = 0;
    const inPlace = await trainModel({
      ...options(kind),
      onTree,
      train: async (task, onOne) => trainMember(task, onOne),
    });
    expect(onThreads).toEqual(inPlace);
    expect(told).toBe(trees);
    expect(told).toBeGreaterThan(0);
  },
);
