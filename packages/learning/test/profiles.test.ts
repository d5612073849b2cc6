/** Features: what a row may know of the past, what a table must be, and how results are measured. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LearningError } from "../src/errors.ts";
import { areaUnderCurve, evaluate } from "../src/model/metrics.ts";
import { checkedTarget, memberMatrix, refuseLeaks, revenueOf } from "../src/model/model.ts";
import { seeded } from "../src/random.ts";
import { encode, learnProfiles } from "../src/table/profiles.ts";
import { daysOf, numbersOf, type Table, type TableSchema } from "../src/table/schema.ts";

const SCHEMA: TableSchema = {
  id: "id",
  columns: [
    { name: "hs", kind: "category", digits: 6, prefixes: [2] },
    { name: "importer", kind: "category" },
    { name: "price", kind: "number" },
    { name: "mass", kind: "number" },
    { name: "date", kind: "date" },
  ],
  profiles: [["importer", "hs/2"]],
  ratios: [{ name: "unit price", of: "price", by: "mass", within: ["hs"] }],
};

function table(rows: number, seed = 1): Table {
  const next = seeded(seed);
  const pick = (values: readonly string[]) => values[Math.floor(next() * values.length)] ?? "";
  const column = (make: () => string) => Array.from({ length: rows }, make);
  return {
    rows,
    columns: new Map([
      ["id", Array.from({ length: rows }, (_, row) => String(row + 1))],
      ["hs", column(() => pick(["10121", "870323", "851712"]))],
      ["importer", column(() => pick(["A", "B", ""]))],
      ["price", column(() => String(Math.round(next() * 1000)))],
      ["mass", column(() => (next() < 0.1 ? "" : String(Math.round(next() * 100) + 1)))],
      ["date", column(() => "2026-03-01")],
      ["fraud", column(() => String(Number(next() < 0.3)))],
    ]),
  };
}

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    if (error instanceof LearningError) return error.code;
    throw error;
  }
  return undefined;
};

describe("profiles", () => {
  it("never let a row of the training table read its own result", () => {
    const data = table(400);
    const target = checkedTarget(data, SCHEMA, "fraud");
    const before = memberMatrix(learnProfiles(SCHEMA, data, target), data, target, 5);
    const row = 17;
    const changed = Uint8Array.from(target);
    changed[row] = 1 - (target[row] ?? 0);
    // The general share is what the histories are drawn to; only that may move.
    const profiles = {
      ...learnProfiles(SCHEMA, data, changed),
      prior: learnProfiles(SCHEMA, data, target).prior,
    };
    const after = memberMatrix(profiles, data, changed, 5);
    for (const [index, name] of before.names.entries()) {
      expect([name, after.columns[index]?.[row]]).toEqual([name, before.columns[index]?.[row]]);
    }
    const shares = before.names.indexOf("share of fraud: hs");
    expect(after.columns[shares]).not.toEqual(before.columns[shares]);
  });

  it("give a later table the same features in the same order, and what was never seen the general share", () => {
    const data = table(400);
    const target = checkedTarget(data, SCHEMA, "fraud");
    const profiles = learnProfiles(SCHEMA, data, target);
    const training = memberMatrix(profiles, data, target, 1);
    const later = table(3, 9);
    const unseen = new Map([...later.columns, ["importer", ["Z", "Z", "Z"]]]);
    const encoded = encode(profiles, { rows: 3, columns: unseen });
    expect(encoded.names).toEqual(training.names);
    const at = (name: string) => encoded.columns[encoded.names.indexOf(name)]?.[0];
    expect(at("share of fraud: importer")).toBeCloseTo(profiles.prior, 6);
    expect(at("times seen: importer")).toBe(0);
    expect(at("first seen: importer")).toBe(-1);
    expect(at("date: month")).toBe(3);
  });

  it("take a ratio of what has no logarithm as missing, and place the others as if it were not there", () => {
    const data = table(60);
    const price = [...(data.columns.get("price") ?? [])];
    const target = checkedTarget(data, SCHEMA, "fraud");
    for (const [row, text] of ["-1", "-7", ""].entries()) price[row] = text;
    const odd = { rows: 60, columns: new Map([...data.columns, ["price", price]]) };
    const profiles = learnProfiles(SCHEMA, odd, target);
    const numbers = profiles.positions.flatMap(({ places }) => [...places.values()].flat());
    expect(numbers.every(Number.isFinite)).toBe(true);
    const { names, columns } = encode(profiles, odd);
    const ratios = columns[names.indexOf("unit price")] ?? [];
    expect([...ratios.slice(0, 3)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(columns[names.indexOf("price")]?.[0]).toBe(-1);
    for (const column of columns)
      expect([...column].some((value) => !Number.isFinite(value) && !Number.isNaN(value))).toBe(
        false,
      );
  });

  it("pad codes that lost their zeros, so that chapter 01 is 01", () => {
    const data = table(50);
    const target = checkedTarget(data, SCHEMA, "fraud");
    const chapter = learnProfiles(SCHEMA, data, target).histories.find(
      ({ categories }) => categories[0] === "hs/2",
    );
    expect([...(chapter?.keys.keys() ?? [])].sort()).toEqual(["01", "85", "87"]);
  });

  it("find a column whose own name has a slash, and its prefixes", () => {
    const data = table(50);
    const codes = data.columns.get("hs") ?? [];
    const schema: TableSchema = {
      id: "id",
      columns: [{ name: "hs/agent", kind: "category", digits: 6, prefixes: [2] }],
      profiles: [["hs/agent", "hs/agent/4"]],
      ratios: [],
    };
    const renamed = { rows: 50, columns: new Map([...data.columns, ["hs/agent", codes]]) };
    const target = checkedTarget(renamed, schema, "fraud");
    const keys = learnProfiles(schema, renamed, target).histories.map((history) =>
      [...history.keys.keys()].sort(),
    );
    expect(keys.slice(0, 2)).toEqual([
      ["010121", "851712", "870323"],
      ["01", "85", "87"],
    ]);
    expect(keys[2]?.[0]).toBe("010121\u001f0101");
  });

  it("refuse tables that nothing can be learnt from, each with its code", () => {
    const data = table(40);
    const withColumn = (name: string, values: readonly string[]) => ({
      rows: 40,
      columns: new Map([...data.columns, [name, values]]),
    });
    const refused = (given: Table, target = "fraud", schema = SCHEMA) =>
      codeOf(() => checkedTarget(given, schema, target));
    const fill = (value: string) => Array.from({ length: 40 }, () => value);
    expect(refused(data)).toBeUndefined();
    expect(refused(data, "nothing")).toBe("CH4101");
    expect(refused(withColumn("fraud", fill("NaN")))).toBe("CH4103");
    expect(refused(withColumn("fraud", fill("0")))).toBe("CH4104");
    expect(refused(withColumn("id", fill("7")))).toBe("CH4105");
    expect(refused(data, "price")).toBe("CH4106");
    expect(refused(data, "fraud", { ...SCHEMA, monotone: { "unit prise": 1 } })).toBe("CH4108");
    expect(refused(data, "fraud", { ...SCHEMA, monotone: { "unit price": 1 } })).toBeUndefined();
    expect(refused({ rows: 0, columns: data.columns })).toBe("CH4109");
    expect(codeOf(() => numbersOf(withColumn("price", fill("Infinity")), "price"))).toBe("CH4102");
    expect(codeOf(() => numbersOf(withColumn("price", fill("1e39")), "price"))).toBe("CH4102");
    expect(codeOf(() => revenueOf(data, Array(40).fill("price").join("*")))).toBeUndefined();
    const large = withColumn("price", fill("1e38"));
    expect(codeOf(() => revenueOf(large, Array(9).fill("price").join("*")))).toBe("CH4102");
    expect(codeOf(() => revenueOf(data, "price*nothing"))).toBe("CH4101");
  });

  it("know an ISO day and a missing one, and name the row of any other", () => {
    const days = (...texts: readonly string[]) =>
      daysOf({ rows: texts.length, columns: new Map([["date", texts]]) }, "date");
    expect([...days("1970-01-02", "", "2024-02-29")]).toEqual([1, Number.NaN, 19_782]);
    for (const odd of [
      "05/01/2024",
      "20240105",
      "2024-1-5",
      "2024-02-30",
      "2024-01-05T10:00",
      "today",
    ]) {
      expect(() => days("2024-01-01", odd)).toThrowError(
        expect.objectContaining({
          code: "CH4102",
          message: expect.stringContaining("row 2: date"),
        }),
      );
    }
  });

  const judged = (target: Uint8Array, column: readonly number[]) => {
    const columns = [Float32Array.from(column)];
    return codeOf(() => refuseLeaks({ names: ["fine"], columns, rows: target.length }, target));
  };
  const results = (positives: number, negatives: number) =>
    Uint8Array.from({ length: positives + negatives }, (_, row) => Number(row < positives));

  it("refuse a column that tells the target by itself, however few rows there are", () => {
    for (const rows of [50, 200, 2000]) {
      const data = table(rows);
      const target = checkedTarget(data, SCHEMA, "fraud");
      const matrix = memberMatrix(learnProfiles(SCHEMA, data, target), data, target, 1);
      expect(codeOf(() => refuseLeaks(matrix, target))).toBeUndefined();
      expect(
        judged(
          target,
          [...target].map((value) => value * 250),
        ),
      ).toBe("CH4106");
      expect(
        judged(
          target,
          [...target].map((value) => 5 - value),
        ),
      ).toBe("CH4106");
      expect(
        judged(
          target,
          [...target].map((value) => (value === 1 ? Number.NaN : 7)),
        ),
      ).toBe("CH4106");
    }
  });

  it("take a column of a small table that is wrong once, or that ten rows of each result do not judge", () => {
    const [few, many] = [results(9, 500), results(10, 500)];
    expect(judged(few, [...few])).toBeUndefined();
    expect(judged(many, [...many])).toBe("CH4106");
    expect(judged(many, [...many].fill(0.5, 0, 1))).toBe("CH4106");
    expect(judged(many, [...many].fill(-1, 0, 1))).toBeUndefined();
    const large = results(10, 2_000);
    expect(judged(large, [...large].fill(0.5, 0, 1).fill(0.6, 10, 12))).toBe("CH4106");
  });

  it("refuse the target wherever the schema can name it", () => {
    const data = table(40);
    const ratio = { name: "odd", of: "price", by: "mass", within: [] };
    const schemas: readonly TableSchema[] = [
      { ...SCHEMA, columns: [...SCHEMA.columns, { name: "fraud", kind: "category" }] },
      { ...SCHEMA, ratios: [{ ...ratio, of: "fraud" }] },
      { ...SCHEMA, ratios: [{ ...ratio, by: "fraud" }] },
      { ...SCHEMA, id: "fraud" },
    ];
    expect(codeOf(() => checkedTarget(data, SCHEMA, "fraud"))).toBeUndefined();
    for (const schema of schemas) {
      expect(codeOf(() => checkedTarget(data, schema, "fraud"))).toBe("CH4106");
    }
  });
});

describe("measures", () => {
  it("area under the curve is the chance that a fraud has the higher score, ties counting half", () => {
    const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5 })), { minLength: 2 });
    fc.assert(
      fc.property(rows, (given) => {
        const frauds = given.filter(([fraud]) => fraud);
        const others = given.filter(([fraud]) => !fraud);
        fc.pre(frauds.length > 0 && others.length > 0);
        let wins = 0;
        for (const [, high] of frauds)
          for (const [, low] of others) wins += high > low ? 1 : high === low ? 0.5 : 0;
        const auc = areaUnderCurve(
          Uint8Array.from(given, ([fraud]) => Number(fraud)),
          given.map(([, value]) => value),
        );
        expect(auc).toBeCloseTo(wins / (frauds.length * others.length), 9);
      }),
    );
  });

  it("are refused where there is nothing to measure, and end where a score is no number", () => {
    const judged = (target: readonly number[], scores: readonly number[]) =>
      codeOf(() => evaluate(Uint8Array.from(target), Float64Array.from(scores)));
    expect(judged([0, 1], [0.2, 0.4])).toBeUndefined();
    expect(judged([], [])).toBe("CH4109");
    expect(judged([1, 1], [0.2, 0.4])).toBe("CH4104");
    expect(judged([0, 0], [0.2, 0.4])).toBe("CH4104");
    for (const score of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(judged([0, 1], [0.2, score])).toBe("CH4111");
    }
    expect(codeOf(() => areaUnderCurve(Uint8Array.of(0, 1), [0.2, Number.NaN]))).toBe("CH4111");
    const missing = Number.NEGATIVE_INFINITY;
    expect(areaUnderCurve(Uint8Array.of(0, 1, 1), [missing, missing, 3])).toBe(0.75);
  });

  it("precision, recall and revenue are those of the highest scores", () => {
    const target = Uint8Array.from([1, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
    const scores = Float64Array.from([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    const revenue = Float64Array.from([10, 99, 30, 0, 0, 0, 0, 0, 0, 60]);
    const [top, third] = evaluate(target, scores, revenue, [0.1, 0.3]).at;
    expect(top).toEqual({ share: 0.1, selected: 1, precision: 1, recall: 1 / 3, revenue: 0.1 });
    expect(third).toEqual({
      share: 0.3,
      selected: 3,
      precision: 2 / 3,
      recall: 2 / 3,
      revenue: 0.4,
    });
  });
});
