import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRules } from "../../src/rules/compile.ts";
import { evaluateRules } from "../../src/rules/evaluate.ts";
import { RULE_LIMITS } from "../../src/rules/limits.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { rule } from "./rule.ts";

function codesOf(when: string, more: Partial<Rule> = {}): readonly string[] {
  const { set, errors } = compileRules([rule(when, more)]);
  if (errors.length > 0) expect(set.rules).toEqual([]);
  return errors.map(({ code }) => code);
}

it.each([
  ["item.hs2 == 24", { found: "string == int" }],
  ["item.foo == 1", { found: "foo" }],
  ["foo == 1", { found: "foo" }],
  ["has(item.foo)", { found: "foo" }],
  ["item.hs2", { found: "string", allowed: "bool" }],
  ['item.hs2 in ["a", 1]', { found: "string, int" }],
  ["item.hs2.foo()", { found: "string.foo()" }],
  ["int(item.hs2) == 1", { found: "string", allowed: "int, double" }],
  ['{"a": 1}.size() > 0', { allowed: "0" }],
  [`item.hs2.matches("${"a".repeat(257)}")`, { found: "257", allowed: "256" }],
  ["item.hs2 ==", {}],
])("%s is refused with what is the same in every language", (when, values) => {
  const [{ rule: _, code, message, place, ...told } = {}] = compileRules([
    rule(when, { scope: "item" }),
  ]).errors;
  expect([code, message, place]).not.toContain(undefined);
  expect(told).toEqual(values);
});

describe("a condition is refused", () => {
  const item = { scope: "item" } as const;
  it.each([
    ["of an unknown feature", "declaration.colour == 1", "CH4213", {}],
    ["that asks has() of an unknown feature", "has(declaration.colour)", "CH4213", {}],
    ["of a variable of the other scope", 'item.hs2 == "24"', "CH4213", {}],
    ["of all items in an item rule", "items.size() > 1", "CH4213", item],
    ["that reaches for a prototype", 'declaration.constructor == "a"', "CH4213", {}],
    ["that reaches for a prototype by has()", "has(declaration.__proto__)", "CH4213", {}],
    ["that indexes", 'declaration["importer"] == "a"', "CH4215", {}],
    ["that compares a text with a number", "declaration.importer > 3", "CH4214", {}],
    ["that compares a whole number with a double for equality", "1 == 1.0", "CH4214", {}],
    ["that gives no truth", "declaration.itemCount + 1", "CH4214", {}],
    ["without an end", "1 +", "CH4212", {}],
    ["that is empty", "", "CH4212", {}],
    ["with a loop in a loop", "items.all(i, items.exists(j, i.hs2 == j.hs2))", "CH4216", {}],
    [
      "with a loop in a loop over texts",
      'items.all(i, i.documents.exists(d, d == "A"))',
      "CH4216",
      {},
    ],
    ["that makes lists", "items.map(i, i.hs2).size() > 1", "CH4215", {}],
    ["that binds", "cel.bind(x, 1, x > 0)", "CH4215", {}],
    ["that leaves the types", "dyn(1) == 1", "CH4215", {}],
    ["with a map", '{"a": 1}.size() > 0', "CH4211", {}],
    ["with time", 'timestamp("2026-01-01T00:00:00Z") == timestamp(0)', "CH4215", {}],
    ["with a number beyond what is exact", "declaration.hour < 9007199254740993", "CH4215", {}],
    [
      "with a pattern that is no literal",
      "declaration.importer.matches(declaration.exporter)",
      "CH4217",
      {},
    ],
    ["with a broken pattern", 'declaration.importer.matches("(")', "CH4217", {}],
    ["with a backreference", 'declaration.importer.matches("(a)\\\\1")', "CH4217", {}],
    ["with a huge program", 'declaration.importer.matches("(a{1,100}){1,30}")', "CH4217", {}],
    ["with a long pattern", `declaration.importer.matches("${"a".repeat(257)}")`, "CH4217", {}],
    ["with a long text", `true || declaration.importer == "${"a".repeat(4_000)}"`, "CH4211", {}],
    ["that is deep", `${"(".repeat(60)}true${")".repeat(60)}`, "CH4211", {}],
    ["with many parts", `true${" || true".repeat(499)}`, "", {}],
    ["with too many parts", `1${"+1".repeat(600)} > 0`, "CH4211", {}],
    ["with a long list", `1 in [${"1,".repeat(500)}1]`, "CH4211", {}],
    [
      "that costs too much",
      `items.exists(i, ${`i.description.matches("${"(ab|cd){1,9}".repeat(12)}") || `.repeat(3)}false)`,
      "CH4218",
      {},
    ],
    [
      "that loops over what is long in an item rule",
      'declaration.containers.exists(d, d == "A")',
      "CH4218",
      item,
    ],
    [
      "that loops over what is short in an item rule",
      'item.documents.exists(d, d == "A")',
      "",
      item,
    ],
  ])("%s", (_what, when, code, more) => {
    expect(codesOf(when, more)).toEqual(code === "" ? [] : [code]);
  });

  it("with the place of the error", () => {
    const { errors } = compileRules([
      rule('declaration.importer == "A" && declaration.colour == 1'),
    ]);
    expect(errors[0]?.place).toEqual({ start: 43, end: 49 });
  });

  it("whatever its characters, with a code and never by a crash", () => {
    const token = fc.constantFrom(
      ...'declaration items item . ( ) [ ] { } == && || ! ? : has exists i , "a" 1 2.5 in + / matches'.split(
        " ",
      ),
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(token).map((tokens) => tokens.join(" ")),
    );
    fc.assert(
      fc.property(texts, (when) => {
        for (const { code } of compileRules([rule(when)]).errors)
          expect(code).toMatch(/^CH42\d\d$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a set", () => {
  it("with one bad rule compiles to nothing, and every error is told", () => {
    const { set, errors } = compileRules([
      rule("true", { id: "GOOD" }),
      rule("declaration.colour == 1", { id: "BAD" }),
      rule("1 +", { id: "WORSE" }),
    ]);
    expect(errors.map((error) => [error.rule, error.code])).toEqual([
      ["BAD", "CH4213"],
      ["WORSE", "CH4212"],
    ]);
    expect(set.rules).toEqual([]);
    const row = { at: "2026-05-01T00:00:00Z", day: "2026-05-01", declaration: {}, items: [] };
    expect(evaluateRules(set, row).hits).toEqual([]);
  });

  it("is refused when it names a rule twice or has too many", () => {
    expect(compileRules([rule("true"), rule("false")]).errors).toMatchObject([{ code: "CH4219" }]);
    const many = new Array(RULE_LIMITS.rules + 1).fill(rule("true"));
    expect(compileRules(many).errors).toMatchObject([{ code: "CH4211" }]);
  });

  it("is refused when its patterns are too large together; the same pattern counts once", () => {
    const large = (of: (index: number) => string) =>
      Array.from({ length: 300 }, (_, index) =>
        rule(`declaration.importer.matches("(?i)(\\\\pL|\\\\pN){200}z${of(index)}")`, {
          id: `R${index}`,
        }),
      );
    expect(compileRules(large(() => "")).errors).toEqual([]);
    const codes = compileRules(large(String)).errors.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["CH4211"]));
    expect(codes.length).toBeLessThan(100);
  });

  it.each([
    ["null", null],
    ["a text", "rule"],
    ["a list", []],
    ["no title", { ...rule("true"), title: " " }],
    ["a lane that is none", { ...rule("true"), lane: "green" }],
    ["a weight above 100", { ...rule("true"), weight: 101 }],
    ["a weight that is no whole number", { ...rule("true"), weight: 0.5 }],
    ["a control that is none", { ...rule("true"), controls: ["arrest"] }],
    ["a day that is none", { ...rule("true"), reviewDate: "2026-02-30" }],
    ["an end before its beginning", { ...rule("true"), validTo: "2026-01-01" }],
    ["a part that is none", { ...rule("true"), colour: 1 }],
    ["a condition that is no text", { ...rule("true"), when: 1 }],
    ["an inherited part", Object.create(rule("true"))],
  ])("is refused with %s for a rule", (_what, bad) => {
    const { set, errors } = compileRules([bad]);
    expect(errors.length).toBeGreaterThan(0);
    for (const { code } of errors) expect(code).toBe("CH4210");
    expect(set.rules).toEqual([]);
  });
});
