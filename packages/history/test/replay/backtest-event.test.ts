/** Stored facts as back-tests take them, online and from files: what the policy in force selected counts as well. */
import { createHash } from "node:crypto";
import { Backtest } from "@customhouse/risk/backtest";
import { History } from "@customhouse/risk/features";
import { compileRules } from "@customhouse/risk/rules";
import { describe, expect, it } from "vitest";
import { play, ruleOfKind } from "../../../risk/test/monitor/world.ts";
import { backtestEventOf } from "../../src/replay/backtest-event.ts";
import { factsOfWorld } from "../facts/stored-world.ts";

describe("a back-test of stored facts", () => {
  it("says of the policy in force how much it finds of all there is to find", () => {
    const rules = [ruleOfKind("OLD", 0, 100)];
    const played = play({
      kinds: [
        { share: 0.1, findings: 0.5 },
        { share: 0.9, findings: 0.02 },
      ],
      rules,
      selectivity: { randomPerTenThousand: { red: 500, yellow: 1000 } },
      declarations: 4_000,
      seed: 3,
    });
    const { set } = compileRules(rules);
    const sides = { before: { set }, after: { set: compileRules([]).set } };
    const digest = (text: string) => createHash("sha256").update(text).digest("hex");
    const run = new Backtest({ history: new History(), ...sides, digest });
    for (const fact of factsOfWorld(played)) run.take(backtestEventOf(fact));
    const { before, after } = run.report();
    const { precision = 0, recall = 0 } = before.precision.estimated ?? {};
    expect(precision).toBeCloseTo(before.precision.found / before.precision.controlled, 10);
    expect(Math.abs(recall - played.truth.recall)).toBeLessThan(0.08);
    expect(after.precision.estimated).toEqual({ recall: 0, effectiveCases: 0 });
  });
});
