import { xa } from "@customhouse/country-xa";
import { declaration } from "@customhouse/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileRules } from "../../src/rules/compile.ts";
import { explorationFactor, interestOf, judge, type LaneHit } from "../../src/rules/lanes.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { type AssessmentInput, assess } from "../../src/select.ts";
import { rule } from "./rule.ts";

const hit = (weight: number, lane: LaneHit["lane"] = "red"): LaneHit => ({
  id: `${lane}${weight}`,
  lane,
  weight,
  controls: lane === "red" ? ["documentary", "physical"] : ["documentary"],
});

describe("a lane from hits", () => {
  it("needs a score: weights add up as chances do", () => {
    expect(judge({ hits: [hit(60)] })).toMatchObject({ lane: "yellow", score: 0.6 });
    expect(judge({ hits: [hit(60), hit(60)] }).lane).toBe("red");
    expect(judge({ hits: [hit(60), hit(60)] }).score).toBeCloseTo(0.84);
    expect(judge({ hits: [hit(100, "yellow"), hit(20)] }).lane).toBe("yellow");
    expect(judge({ hits: [hit(10)] }).lane).toBe("green");
  });

  it("counts a hit for its own lane and for milder ones only", () => {
    expect(judge({ hits: [hit(90, "blue"), hit(90, "blue")] }).lane).toBe("blue");
  });

  it("takes the model as one more voice, and says when it decided", () => {
    expect(judge({ hits: [], probability: 0.85 })).toMatchObject({ lane: "red", byModel: true });
    expect(judge({ hits: [hit(60)], probability: 0.6 })).toMatchObject({
      lane: "red",
      byModel: true,
    });
    expect(judge({ hits: [hit(100)], probability: 0.9 })).toMatchObject({ byModel: false });
    expect(judge({ hits: [], probability: 0.1 })).toMatchObject({ lane: "green", byModel: false });
  });

  it("stays within the capacity, except for what always selects", () => {
    const none = { physical: 0, documentary: 0 };
    const strong = [hit(90)];
    expect(judge({ hits: strong, capacity: { physical: 0 } })).toMatchObject({
      lane: "yellow",
      withheld: "red",
    });
    expect(judge({ hits: strong, capacity: none })).toMatchObject({
      lane: "blue",
      withheld: "red",
    });
    expect(judge({ hits: [hit(100)], capacity: none })).toMatchObject({
      lane: "red",
      certain: true,
    });
  });

  it("never gets milder by one more hit or a surer model", () => {
    const order = ["red", "yellow", "blue", "green"];
    const hits = fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom("red", "yellow", "blue"))
        .map(([weight, lane]) => hit(weight, lane as LaneHit["lane"])),
      { maxLength: 5 },
    );
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(hits, hits, chance, chance, (some, more, one, other) => {
        const less = judge({ hits: some, probability: Math.min(one, other) });
        const greater = judge({ hits: [...some, ...more], probability: Math.max(one, other) });
        expect(order.indexOf(greater.lane)).toBeLessThanOrEqual(order.indexOf(less.lane));
        expect(greater.score).toBeGreaterThanOrEqual(less.score - 1e-12);
      }),
    );
  });
});

describe("exploration", () => {
  it("keeps the share of chance on the whole, and a floor for everybody", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 0.2, noNaN: true }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (interests, share) => {
          const meanInterest = interests.reduce((sum, one) => sum + one, 0) / interests.length;
          const factors = interests.map((interest) =>
            explorationFactor({ share, interest, meanInterest }),
          );
          const mean = factors.reduce((sum, one) => sum + one, 0) / factors.length;
          expect(mean).toBeCloseTo(1, 9);
          for (const factor of factors) expect(factor).toBeGreaterThanOrEqual(0.5);
        },
      ),
    );
  });

  it("looks where the model cannot tell, and at what is new", () => {
    expect(interestOf(0.5)).toBe(1);
    expect(interestOf(0.01)).toBeLessThan(0.05);
    expect(interestOf(0.01, 0.9)).toBe(0.9);
  });
});

describe("selectivity with rules", () => {
  const at = "2026-05-01T10:00:00Z";
  const row = { at, day: "2026-05-01", declaration: { importer: "A", itemCount: 1 }, items: [] };
  const country = {
    ...xa,
    selectivity: {
      ...xa.selectivity,
      randomPerTenThousand: { red: 1000 },
      targetPerTenThousand: { yellow: 1000 },
    },
  };
  const input = (rules: readonly Rule[], more: Partial<AssessmentInput> = {}): AssessmentInput => ({
    declaration: declaration().Declaration ?? {},
    country,
    draws: [0.99, 0.99],
    counts: { total: 0, byLane: {} },
    rules: { set: compileRules(rules).set, row },
    ...more,
  });

  it("gives lane, controls, score, shadow hits and rules that were not decided", () => {
    const rules = [
      rule('declaration.importer == "A"', {
        id: "LIVE",
        lane: "yellow",
        controls: ["documentary"],
      }),
      rule('declaration.importer == "A"', { id: "SHADOW", mode: "shadow" }),
      rule('declaration.office == "A"', { id: "BROKEN" }),
    ];
    expect(assess(input(rules))).toMatchObject({
      lane: "yellow",
      controls: ["documentary"],
      basis: "criteria",
      criteria: ["LIVE"],
      shadow: ["SHADOW"],
      failures: [{ rule: { id: "BROKEN" }, code: "CH4220" }],
      score: 1,
    });
  });

  it("names the model that decided", () => {
    const model = { id: "week-18", probability: 0.9 };
    expect(assess(input([], { model }))).toMatchObject({
      lane: "red",
      controls: ["documentary", "physical"],
      basis: "criteria",
      criteria: ["model:week-18"],
    });
  });

  it("lets chance go beyond a weak hit, and a sure hit go before chance", () => {
    const weak = rule("true", { weight: 50, lane: "yellow", controls: ["documentary"] });
    expect(assess(input([weak], { draws: [0.05, 0.99] }))).toMatchObject({
      lane: "red",
      basis: "random",
      criteria: ["R1"],
    });
    const sure = { ...weak, weight: 100 };
    expect(assess(input([sure], { draws: [0.05, 0.99] }))).toMatchObject({
      lane: "yellow",
      basis: "criteria",
    });
  });

  it("keeps the random share when no capacity is left, and spares the top-up", () => {
    const capacity = { physical: 0, documentary: 0 };
    const picked = assess(input([], { capacity, draws: [0.05, 0.01] }));
    expect(picked).toMatchObject({ lane: "red", basis: "random" });
    expect(picked.probability).toBeCloseTo(0.1);
    expect(assess(input([], { capacity, draws: [0.99, 0.01] })).lane).toBe("green");
    expect(assess(input([], { draws: [0.99, 0.01] })).lane).toBe("yellow");
  });

  it("stores the chance that exploration gave", () => {
    const exploration = { share: 0.5, interest: 0.2, meanInterest: 0.1 };
    const plain = { ...country, selectivity: { ...country.selectivity, targetPerTenThousand: {} } };
    const result = assess(input([], { exploration, country: plain, draws: [0.12, 0.99] }));
    expect(result).toMatchObject({ lane: "red", basis: "random" });
    expect(result.probability).toBeCloseTo(0.15);
  });

  it("is the same for the same draws", () => {
    const rules = [rule("true", { weight: 40 })];
    expect(assess(input(rules))).toEqual(assess(input(rules)));
  });
});
