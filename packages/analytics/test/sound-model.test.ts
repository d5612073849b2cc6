/** A model whose file is whole and that could yet not score is refused, and one that was learnt is not. */
import {
  LearningError,
  type Model,
  type TableSchema,
  type Tree,
  USUAL_SETTINGS,
} from "@customhouse/risk";
import { describe, expect, it } from "vitest";
import { trainModel } from "../src/index.ts";
import { packModel, parseModel } from "../src/model-file.ts";
import { refuseUnsound } from "../src/sound-model.ts";

const SCHEMA: TableSchema = {
  id: "id",
  columns: [
    { name: "code", kind: "category", digits: 4, prefixes: [2] },
    { name: "price", kind: "number" },
    { name: "mass", kind: "number" },
    { name: "day", kind: "date" },
  ],
  profiles: [["code", "code/2"]],
  ratios: [{ name: "price by mass", of: "price", by: "mass", within: ["code"] }],
};

function stump(feature: number): Tree {
  return {
    feature: Int16Array.of(feature, -1, -1),
    threshold: Float32Array.of(0.5, 0, 0),
    missingLeft: Uint8Array.of(0, 0, 0),
    left: Int32Array.of(1, -1, -1),
    right: Int32Array.of(2, -1, -1),
    value: Float64Array.of(0, 0.1, -0.1),
    cover: Float64Array.of(2, 1, 1),
  };
}

/** Each node asks the same once more on its right. */
function chain(depth: number): Tree {
  const nodes = depth * 2 + 1;
  const inner = (of: (node: number) => number) =>
    Array.from({ length: nodes }, (_, node) =>
      node % 2 === 0 && node < depth * 2 ? of(node) : -1,
    );
  return {
    feature: Int16Array.from(inner(() => 0)),
    threshold: new Float32Array(nodes),
    missingLeft: new Uint8Array(nodes),
    left: Int32Array.from(inner((node) => node + 1)),
    right: Int32Array.from(inner((node) => node + 2)),
    value: new Float64Array(nodes),
    cover: new Float64Array(nodes).fill(1),
  };
}

const NUMBER = { name: "price", kind: "number" } as const;
const CATEGORY = { name: "code", kind: "category" } as const;
const PLAIN: TableSchema = { id: "id", columns: [NUMBER], profiles: [], ratios: [] };
const history = (category: string, frauds = 0) => ({
  categories: [category],
  keys: new Map([["a", 0]]),
  frauds: Float64Array.of(frauds),
  seen: Float64Array.of(1),
});

function made(given: Partial<Model["profiles"]> & Partial<Pick<Model, "features">>): Model {
  const { features = ["price"], ...profiles } = given;
  return {
    profiles: { schema: PLAIN, prior: 0.1, histories: [], positions: [], ...profiles },
    features,
    members: [{ base: 0, trees: [stump(features.length - 1)] }],
  };
}

const ofCode = ["share of fraud: code", "times seen: code", "first seen: code"];
const ratio = { name: "r", of: "nothing", by: "price", within: [] };
const UNSOUND: Readonly<Record<string, readonly [Model, string]>> = {
  "a ratio of a column that is none": [
    made({ schema: { ...PLAIN, ratios: [ratio] }, features: ["price", "r"] }),
    "CH4101",
  ],
  "features beyond those that are made": [made({ features: ["price", "more"] }), "CH4107"],
  "features in another order": [
    made({
      schema: { ...PLAIN, columns: [NUMBER, { ...NUMBER, name: "mass" }] },
      features: ["mass", "price"],
    }),
    "CH4107",
  ],
  "a category without its history": [
    made({ schema: { ...PLAIN, columns: [CATEGORY] }, features: ofCode }),
    "CH4107",
  ],
  "a history of what is no category": [
    made({ histories: [history("code")], features: [...ofCode, "price"] }),
    "CH4107",
  ],
  "a history with more findings than cases": [
    made({
      schema: { ...PLAIN, columns: [CATEGORY] },
      histories: [history("code", 2)],
      features: ofCode,
    }),
    "CH4107",
  ],
  "a position in a ratio that is none": [
    made({
      positions: [{ ratio: "r", within: "price", places: new Map() }],
      features: ["price", "r within price"],
    }),
    "CH4107",
  ],
  "a tree that is a chain": [
    { ...made({}), members: [{ base: 0, trees: [chain(100_000)] }] },
    "CH4107",
  ],
  "a score that is no number": [
    {
      ...made({}),
      calibration: { slope: 1e308, offset: -1e308 },
      members: [{ base: 1e308, trees: [] }],
    },
    "CH4107",
  ],
};

function codeOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof LearningError) return error.code;
    throw error;
  }
}

describe("a model that comes in", () => {
  for (const [what, [model, code]] of Object.entries(UNSOUND)) {
    it(`is refused for ${what}, though its file is whole`, async () => {
      const card = {
        ...{ target: "y", trainedAt: "", seed: 0, settings: {}, limits: [] },
        data: { sha256: "", rows: 0, positives: 0 },
      };
      const { content } = await packModel({ card, model });
      const read = await parseModel(content);
      expect(codeOf(() => refuseUnsound(read.model))).toBe(code);
    });
  }

  it("is taken where it was learnt, with histories, dates, ratios and places", async () => {
    const cells = (of: (row: number) => string) => Array.from({ length: 200 }, (_, row) => of(row));
    const table = {
      rows: 200,
      columns: new Map([
        ["id", cells(String)],
        ["code", cells((row) => `${row % 7}2${row % 3}1`)],
        ["price", cells((row) => (row % 11 === 0 ? "" : String(row % 13)))],
        ["mass", cells((row) => String((row % 5) + 1))],
        ["day", cells((row) => `2026-01-${String((row % 28) + 1).padStart(2, "0")}`)],
        ["fraud", cells((row) => String(Number(row % 13 > 9 || row % 7 === 1)))],
      ]),
    };
    const asked = { table, schema: SCHEMA, target: "fraud", revenueWeight: 0, members: 1, seed: 1 };
    const model = await trainModel({
      ...asked,
      threads: 1,
      settings: { ...USUAL_SETTINGS, trees: 5, depth: 3 },
    });
    expect(() => refuseUnsound(model)).not.toThrow();
  });
});
