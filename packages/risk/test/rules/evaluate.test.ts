import { patience } from "@customhouse/testkit/patience";
import { describe, expect, it } from "vitest";
import type { FeatureValues, RiskRow } from "../../src/features/feature.ts";
import { compileRules } from "../../src/rules/compile.ts";
import { type EvaluateOptions, evaluateRules } from "../../src/rules/evaluate.ts";
import { explainHits } from "../../src/rules/explain.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { rule } from "./rule.ts";

function row(declaration: FeatureValues, items: readonly FeatureValues[] = []): RiskRow {
  return { at: "2026-05-01T10:00:00Z", day: "2026-05-01", declaration, items };
}

function run(rules: readonly Rule[], on: RiskRow, options?: EvaluateOptions) {
  const { set, errors } = compileRules(rules);
  expect(errors).toEqual([]);
  const { hits, failures } = evaluateRules(set, on, options);
  return {
    hits: hits.map(({ rule: { id }, items }) => [id, ...items]),
    failures: failures.map(({ rule: { id }, code, item }) => [id, code, item]),
  };
}

describe("a rule", () => {
  it("hits with the numbers of its items", () => {
    const rules = [rule('item.hs2 == "24" && item.value > 1000.0', { scope: "item" })];
    const items = [
      { sequence: 1, hs2: "24", value: 5 },
      { sequence: 4, hs2: "24", value: 5000 },
      { sequence: 7, hs2: "24", value: 6000 },
    ];
    expect(run(rules, row({}, items))).toEqual({ hits: [["R1", 4, 7]], failures: [] });
  });

  it("runs on the days on which it is in force, in the modes in which it is meant to", () => {
    const rules = [
      rule("true", { id: "NOW" }),
      rule("true", { id: "LATER", validFrom: "2026-05-02" }),
      rule("true", { id: "OVER", validTo: "2026-05-01" }),
      rule("true", { id: "LAST", validTo: "2026-05-02" }),
      rule("true", { id: "SHADOW", mode: "shadow" }),
      rule("true", { id: "TEST", mode: "test" }),
    ];
    expect(run(rules, row({})).hits).toEqual([["NOW"], ["LAST"], ["SHADOW"]]);
    const every = rules.map(({ id }) => [id]);
    expect(run(rules, row({}), { backtest: true }).hits).toEqual(every);
  });

  it("that needs what is missing is an error, never no hit", () => {
    const rules = [
      rule('declaration.importer == "A"', { id: "BARE" }),
      rule('has(declaration.importer) && declaration.importer == "A"', { id: "ASKED" }),
      rule('declaration.importer == "A" && declaration.office == "O"', { id: "DECIDED" }),
      rule('declaration.importer == "A" || declaration.office == "P"', { id: "HIT" }),
      rule("item.value > 1.0", { id: "ITEM", scope: "item" }),
    ];
    const on = row({ office: "P" }, [{ sequence: 1, value: 2 }, { sequence: 2 }, { sequence: 3 }]);
    expect(run(rules, on)).toEqual({
      hits: [["HIT"], ["ITEM", 1]],
      failures: [
        ["BARE", "CH4220", undefined],
        ["ITEM", "CH4220", 2],
      ],
    });
  });

  it.each([
    ["declaration.itemCount / declaration.hour > 1", "CH4221"],
    ["declaration.itemCount % declaration.hour > 1", "CH4221"],
    ["declaration.grossMassKg / 0.0 > 1.0", "CH4221"],
    ["declaration.itemCount * 9007199254740991 > 1", "CH4222"],
    ["declaration.grossMassKg * 1e308 * 1e308 > 1.0", "CH4222"],
    ["int(declaration.grossMassKg * 1e300) > 1", "CH4222"],
  ])("%s is an error while it runs", (when, code) => {
    const on = row({ itemCount: 3, hour: 0, grossMassKg: 1e3 });
    expect(run([rule(when)], on)).toEqual({ hits: [], failures: [["R1", code, undefined]] });
  });

  it("does not see what an object inherits", () => {
    const on = row(Object.assign(Object.create({ phoenix: true }), { importer: "A" }));
    expect(run([rule("has(declaration.phoenix)")], on).hits).toEqual([]);
  });

  it("with a pattern that explodes elsewhere answers in linear time", () => {
    const rules = [rule('item.description.matches("^(a+)+$")', { scope: "item" })];
    const started = performance.now();
    for (const length of [30, 512]) {
      const on = row({}, [{ sequence: 1, description: `${"a".repeat(length)}!` }]);
      expect(run(rules, on)).toEqual({ hits: [], failures: [] });
    }
    expect(performance.now() - started).toBeLessThan(patience(1_000));
  });

  it("counts every character that a pattern reads, and is not decided when the steps are used up", () => {
    const pattern = '.matches("(?i)(\\\\pL|\\\\pN){200}z")';
    const rules = [
      rule(`item.description${pattern}`, { id: "ITEM", scope: "item" }),
      rule(`items.exists(i, i.description${pattern})`, { id: "LOOP" }),
    ];
    const items = Array.from({ length: 1_000 }, (_, index) => ({
      sequence: index + 1,
      description: "a".repeat(400) + index,
    }));
    const few = evaluateRules(compileRules(rules).set, row({}, items.slice(0, 3)));
    expect(few.failures).toEqual([]);
    expect(few.steps).toBeGreaterThan(2 * 3 * (600 / 8) * 400);
    for (const one of rules) {
      const all = evaluateRules(compileRules([one]).set, row({}, items));
      expect(all.failures).toMatchObject([{ code: "CH4223" }]);
      expect(all.hits).toEqual([]);
    }
  });

  it("measures texts in characters, whatever they are made of", () => {
    for (const text of ["", "ab", "a😀b", "😀😀", "\ud83d", "\ude00\ud83d", "\ud83d\ud83d\ude00"]) {
      const counted = rule(`declaration.importer.size() == ${[...text].length}`);
      expect(run([counted], row({ importer: text })).hits, text).toEqual([["R1"]]);
    }
  });

  it("beyond the budget of the declaration is an error", () => {
    const rules = ["A", "B", "C"].map((id) => rule('items.exists(i, i.hs2 == "99")', { id }));
    const items = Array.from({ length: 100 }, () => ({ hs2: "11", origin: "FR" }));
    const unindexed = compileRules(rules, { indexed: false }).set;
    const { failures } = evaluateRules(unindexed, row({}, items), { budget: 350 });
    expect(failures.map((failure) => [failure.rule.id, failure.code])).toEqual([["C", "CH4223"]]);
  });

  it("at the limits of everything ends soon", () => {
    const rules = Array.from({ length: 200 }, (_, index) =>
      rule(`items.exists(i, i.value > ${index}.5 && i.netMassKg < 0.0)`, { id: `R${index}` }),
    );
    const items = Array.from({ length: 9_999 }, () => ({ value: 1e6, netMassKg: 1 }));
    const { set } = compileRules(rules);
    const started = performance.now();
    const { failures } = evaluateRules(set, row({}, items));
    expect(performance.now() - started).toBeLessThan(patience(5_000));
    expect(failures).toEqual([]);
  });
});

describe("an explanation", () => {
  it("tells the parts that held and the values they read", () => {
    const rules = [
      rule('item.hs2 == "24" && (item.value > 9.0 || item.origin == "FR")', { scope: "item" }),
      rule("declaration.itemCount > 5 || has(declaration.phoenix) || declaration.hour < 6", {
        id: "R2",
      }),
    ];
    const { set } = compileRules(rules);
    const on = row({ itemCount: 7 }, [
      { sequence: 1, hs2: "62" },
      { sequence: 2, hs2: "24", value: 10 },
    ]);
    expect(explainHits(set, on)).toEqual([
      {
        rule: "R1",
        joined: "all",
        item: 2,
        parts: [
          { text: 'item.hs2 == "24"', held: true, values: { "item.hs2": "24" } },
          {
            text: 'item.value > 9.0 || item.origin == "FR"',
            held: true,
            values: { "item.value": 10, "item.origin": null },
          },
        ],
      },
      {
        rule: "R2",
        joined: "any",
        parts: [
          {
            text: "declaration.itemCount > 5",
            held: true,
            values: { "declaration.itemCount": 7 },
          },
          {
            text: "has(declaration.phoenix)",
            held: false,
            values: { "declaration.phoenix": null },
          },
          {
            text: "declaration.hour < 6",
            held: "error",
            values: { "declaration.hour": null },
          },
        ],
      },
    ]);
  });
});
