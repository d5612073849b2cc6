import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RiskRow } from "../../src/features/feature.ts";
import { History } from "../../src/features/history.ts";
import type { Picked } from "../../src/monitor/outcome.ts";
import { type BacktestEvent, type BacktestInput, backtest } from "../../src/rules/backtest.ts";
import { compileRules } from "../../src/rules/compile.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { factsWith, instant, type StreamEvent, streams } from "../features/generated.ts";
import { play, ruleOfKind, type World } from "../monitor/world.ts";
import { rule } from "./rule.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

function input(before: readonly Rule[], after: readonly Rule[]): BacktestInput {
  const sets = [compileRules(before), compileRules(after)] as const;
  for (const { errors } of sets) expect(errors).toEqual([]);
  return {
    history: new History(),
    before: { set: sets[0].set },
    after: { set: sets[1].set },
    digest,
  };
}

const byHeading = (id: string, hs4: string, more: Partial<Rule> = {}) =>
  rule(`item.hs4 == "${hs4}"`, { id, scope: "item", ...more });

/** By chance, or because a rule of then asked for it. */
function pickedAs(controlChance?: number): Picked {
  return controlChance === undefined
    ? { lane: "red", judged: "red", basis: "criteria", criteria: ["R"], probability: 0.1 }
    : {
        ...{ lane: "red", judged: "green", basis: "random", criteria: [] },
        ...{ probability: controlChance, controlChance },
      };
}

/** Ten cases a day apart; those of heading 2402 have findings. Every second one was picked by chance. */
function events(): readonly BacktestEvent[] {
  const lodged: BacktestEvent[] = [];
  for (let index = 0; index < 10; index += 1) {
    const hs4 = index % 5 === 0 ? "2402" : "6203";
    const facts = factsWith(
      { caseId: `C${index}`, at: instant(index * 4), importer: "I", office: "O" },
      [{ hs4 }],
    );
    lodged.push({ lodged: facts, picked: pickedAs(index % 2 === 0 ? 0.1 : undefined) });
    lodged.push({
      result: {
        caseId: `C${index}`,
        at: instant(index * 4 + 1),
        controlled: true,
        findings: hs4 === "2402" ? [{ code: "F" }] : [],
      },
    });
  }
  return lodged;
}

describe("a back-test", () => {
  it("says what another set would have done", () => {
    const report = backtest(
      events(),
      input(
        [byHeading("OLD", "2402")],
        [
          byHeading("NEW", "6203", { mode: "test", lane: "yellow", validFrom: "2027-01-01" }),
          rule('declaration.importer == "I" && declaration.importerHits30 > 0', {
            id: "REPEAT",
            lane: "blue",
          }),
          byHeading("SHADOW", "2402", { mode: "shadow" }),
          rule('declaration.exporter == "E"', { id: "BROKEN" }),
        ],
      ),
    );
    expect(report).toMatchObject({
      from: instant(0),
      to: instant(37),
      cases: 10,
      results: 10,
      missed: { count: 1, cases: ["C0"] },
      gained: { count: 0, cases: [] },
      laneShift: {
        red: { red: 0, yellow: 0, blue: 1, green: 1 },
        green: { yellow: 8, green: 0 },
      },
      before: { selected: 2, precision: { controlled: 2, found: 2 } },
      after: { selected: 9, precision: { controlled: 9, found: 1 } },
    });
    expect(report.before.workload[0]).toEqual({
      office: "O",
      day: "2026-01-01",
      red: 1,
      yellow: 0,
      blue: 0,
    });
    expect(report.rules).toEqual([
      { rule: "NEW", version: 1, hits: 8, alone: 0, controlled: 8, found: 0, failures: 0 },
      { rule: "REPEAT", version: 1, hits: 9, alone: 1, controlled: 9, found: 1, failures: 0 },
      { rule: "SHADOW", version: 1, hits: 0, alone: 0, controlled: 0, found: 0, failures: 0 },
      { rule: "BROKEN", version: 1, hits: 0, alone: 0, controlled: 0, found: 0, failures: 10 },
    ]);
    expect(report.overlaps).toEqual([{ rules: ["NEW", "REPEAT"], both: 8, jaccard: 8 / 9 }]);
    expect(report.after.burden).toContainEqual({ size: "below 10", declarations: 10, selected: 9 });
  });

  it("estimates precision and recall of all declarations, of the policy in force as of another one", () => {
    const world: World = {
      kinds: [
        { share: 0.1, findings: 0.5 },
        { share: 0.1, findings: 0.1 },
        { share: 0.8, findings: 0.01 },
      ],
      rules: [ruleOfKind("OLD", 0, 100)],
      selectivity: { randomPerTenThousand: { red: 500, yellow: 1000, blue: 1500 } },
      declarations: 6_000,
      seed: 9,
      // Some controls are still open.
      isDone: (_, when, random) => random() < (when > 0.8 ? 0.5 : 0.95),
    };
    const { runs, kinds, bad } = play(world);
    const stream = runs.flatMap(({ caseId, at, found, ...picked }, index): BacktestEvent[] => {
      const facts = { ...factsWith({ caseId, at }, []), totalPackages: kinds[index] ?? 0 };
      const findings = found ? [{ code: "F" }] : [];
      const result = { caseId, at, controlled: true, findings };
      return [{ lodged: facts, picked }, ...(found === undefined ? [] : [{ result }])];
    });
    const sides = input([ruleOfKind("OLD", 0, 100)], [ruleOfKind("NEW", 1, 100)]);
    const report = backtest(stream, sides);
    const all = bad.filter(Boolean).length;
    for (const [kind, side] of [report.before, report.after].entries()) {
      const own = bad.filter((_, index) => kinds[index] === kind);
      const { precision = 0, recall = 0 } = side.precision.estimated ?? {};
      const found = own.filter(Boolean).length;
      expect(Math.abs(precision - found / own.length)).toBeLessThan(0.05);
      expect(Math.abs(recall - found / all)).toBeLessThan(0.08);
    }
    // Most of what the policy in force selects it selected then, of the other policy chance saw some.
    const [now, then] = [report.before, report.after].map((side) => side.precision.estimated);
    expect(now?.effectiveCases).toBeGreaterThan(4 * (then?.effectiveCases ?? 0));
  });

  it("estimates nothing where chance picked nothing that was controlled", () => {
    const chosen = events().map((event) =>
      "lodged" in event ? { ...event, picked: pickedAs() } : event,
    );
    const { before } = backtest(chosen, input([byHeading("OLD", "2402")], []));
    expect(before.precision).toEqual({ controlled: 2, found: 2 });
  });

  it("does not see the future, so that the end of a stream changes nothing before it", () => {
    const sets = (): BacktestInput =>
      input([], [rule("declaration.importerHits365 > 0", { id: "A", lane: "blue" })]);
    const asEvents = (stream: readonly StreamEvent[]) =>
      stream.flatMap(({ lodged, result }): BacktestEvent[] => {
        const own = lodged && { ...lodged, importer: lodged.importer ?? "I" };
        return own ? [{ lodged: own }] : result ? [{ result }] : [];
      });
    fc.assert(
      fc.property(streams, fc.nat(24), (stream, cut) => {
        const whole = backtest(asEvents(stream), sets());
        const part = backtest(asEvents(stream.slice(0, cut)), sets());
        const days = new Map(whole.after.workload.map((day) => [`${day.day}`, day.blue]));
        const last = part.to?.slice(0, 10) ?? "";
        for (const { day, blue } of part.after.workload) {
          if (day < last) expect([day, days.get(day)]).toEqual([day, blue]);
        }
      }),
    );
  });

  it("plays each side with its own scores and its own model", () => {
    const rules = [byHeading("OLD", "2402", { weight: 40 })];
    const { history, before, after } = input(rules, rules);
    const side = { set: before.set, lanes: { thresholds: { red: 0.9, yellow: 0.6, blue: 0.5 } } };
    const low = { set: after.set, lanes: { thresholds: { red: 0.9, yellow: 0.6, blue: 0.35 } } };
    const shifted = backtest(events(), { history, before: side, after: low, digest });
    expect(shifted.laneShift.green).toMatchObject({ green: 8, blue: 2 });
    expect(shifted.digests.before).not.toBe(shifted.digests.after);
    // It knows the heading that the rule does not name: with the rule's 0.4 it comes to 0.7.
    const seen = (row: RiskRow) => (row.items[0]?.hs4 === "6203" ? 0.55 : 0.5);
    const model = { id: "M", probability: seen };
    const withModel = { history: new History(), before: side, after: { ...side, model }, digest };
    const report = backtest(events(), withModel);
    expect(report.before).toMatchObject({ selected: 0, byModel: 0 });
    expect(report.after).toMatchObject({ selected: 10, byModel: 10 });
    expect(report.laneShift.green).toMatchObject({ yellow: 2, blue: 8 });
    expect(report.digests.before).not.toBe(report.digests.after);
  });

  it("is tied to its rules and to its history by digests", () => {
    const rules = [byHeading("OLD", "2402")];
    const report = backtest(events(), input(rules, rules));
    expect(backtest(events(), input(rules, rules))).toEqual(report);
    expect(report.digests.before).toBe(report.digests.after);
    const other = backtest(events(), input(rules, [byHeading("OLD", "2402", { weight: 90 })]));
    expect(other.digests).toMatchObject({
      before: report.digests.before,
      history: report.digests.history,
    });
    expect(other.digests.after).not.toBe(report.digests.after);
    const shorter = backtest(events().slice(2), input(rules, rules));
    expect(shorter.digests.history).not.toBe(report.digests.history);
  });

  it("refuses a stream that is not in the order of time", () => {
    const [first, ...others] = events();
    const rules = [byHeading("OLD", "2402")];
    expect(() => backtest([...others, first!], input(rules, rules))).toThrow(
      expect.objectContaining({ code: "CH4230" }),
    );
    expect(backtest([], input(rules, rules))).toMatchObject({ cases: 0, results: 0 });
  });
});
