/** What our closures say, against two other engines: the one that parsed the rule, and @bufbuild/cel. */
import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import { Environment } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RiskRow } from "../../src/features/feature.ts";
import { type Compiled, compileRules } from "../../src/rules/compile.ts";
import { evaluateRules } from "../../src/rules/evaluate.ts";
import { declarationConditions, itemConditions, rows, withBigInts } from "./expressions.ts";
import { rule } from "./rule.ts";

type Answer = boolean | "error";
const RUNS = { numRuns: 1_500 };

const engine = new Environment()
  .registerVariable("declaration", "map")
  .registerVariable("item", "map")
  .registerVariable("items", "list");
const oracle = celEnv();

function bindings({ declaration, items }: RiskRow, item = 0) {
  const own = withBigInts(items[item] ?? {});
  return { declaration: withBigInts(declaration), items: items.map(withBigInts), item: own };
}

function engineSays(when: string, row: RiskRow): Answer {
  try {
    return engine.evaluate(when, bindings(row)) as boolean;
  } catch {
    return "error";
  }
}

function oracleSays(when: string, row: RiskRow): Answer {
  const { declaration, items, item } = bindings(row);
  const maps = {
    declaration: new Map(Object.entries(declaration)),
    items: items.map((entry) => new Map(Object.entries(entry))),
    item: new Map(Object.entries(item)),
  };
  const answer = plan(oracle, parse(when))(maps as never);
  return isCelError(answer) ? "error" : (answer as boolean);
}

function weSay({ set, errors }: Compiled, row: RiskRow): Answer {
  expect(errors).toEqual([]);
  const { hits, failures } = evaluateRules(set, row);
  return failures.length > 0 ? "error" : hits.length > 0;
}

describe("conditions", () => {
  it("of declaration rules give what the other engines give, errors included", () => {
    const seen = { true: 0, false: 0, error: 0 };
    fc.assert(
      fc.property(declarationConditions, rows, (when, row) => {
        const ours = weSay(compileRules([rule(when)]), row);
        expect([when, oracleSays(when, row)]).toEqual([when, ours]);
        expect([when, engineSays(when, row)]).toEqual([when, ours]);
        seen[`${ours}`] += 1;
      }),
      RUNS,
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  });

  it("of item rules give what the other engines give, errors included", () => {
    fc.assert(
      fc.property(itemConditions, rows, (when, row) => {
        const one = { ...row, items: [row.items[0] ?? {}] };
        const ours = weSay(compileRules([rule(when, { scope: "item" })]), one);
        expect([when, oracleSays(when, one)]).toEqual([when, ours]);
        expect([when, engineSays(when, one)]).toEqual([when, ours]);
      }),
      RUNS,
    );
  });
});

/** Every text begins with the empty one, so it tells no rules apart. */
const EMPTY_START = 'declaration.importer.startsWith("")';

describe("the index", () => {
  const equality = fc.constantFrom(
    'declaration.importer == "A"',
    '"B" == declaration.currency',
    'declaration.importer in ["A", "62"]',
    'declaration.currency.startsWith("A")',
    'items.exists(i, i.hs2 == "24" && i.value > 1.0)',
    'items.exists(i, i.origin.startsWith("A"))',
    EMPTY_START,
    'declaration.importer == ""',
  );
  const itemEquality = fc.constantFrom(
    'item.hs2 == "62"',
    'item.origin in ["A", "B"]',
    'item.origin.startsWith("A")',
    'declaration.importer == "A"',
    'item.hs2.startsWith("")',
  );
  const sets = fc.array(
    fc.oneof(
      fc
        .tuple(equality, declarationConditions, fc.boolean())
        .map(([first, second, swapped]) =>
          rule(swapped ? `${second} && ${first}` : `${first} && ${second}`),
        ),
      fc
        .tuple(itemEquality, itemConditions)
        .map(([first, second]) => rule(`${first} && ${second}`, { scope: "item" })),
    ),
    { minLength: 1, maxLength: 8 },
  );

  it("changes neither hits nor errors", () => {
    fc.assert(
      fc.property(sets, rows, (drawn, row) => {
        const rules = drawn.map((entry, index) => ({ ...entry, id: `R${index}` }));
        const withIndex = compileRules(rules);
        const without = compileRules(rules, { indexed: false });
        const unfiled = withIndex.set.index.always.map((index) => rules[index]?.when);
        for (const when of unfiled) expect(when).toContain('.startsWith("")');
        const { steps, ...ours } = evaluateRules(withIndex.set, row);
        const { steps: allSteps, ...plain } = evaluateRules(without.set, row);
        expect(ours).toEqual(plain);
        expect(steps).toBeLessThanOrEqual(allSteps);
      }),
      RUNS,
    );
  });
});
