import { xa } from "@customhouse/country-xa";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { assess } from "../src/select.ts";

const goods = declaration().Declaration ?? {};
const arms = declaration({ items: [{ commodity: "93020000" }] }).Declaration ?? {};
const none = { total: 0, byLane: {} };

describe("selectivity", () => {
  it("sends a hit criterion to its lane with its controls", () => {
    const result = assess({ declaration: arms, country: xa, draws: [0.9, 0.9], counts: none });
    expect(result.lane).toBe("red");
    expect(result.controls).toEqual(["documentary", "physical"]);
    expect(result.criteria).toEqual(["XA-001"]);
  });

  it("is green when nothing hits and nothing is drawn", () => {
    const result = assess({ declaration: goods, country: xa, draws: [0.9, 0.9], counts: none });
    expect(result).toMatchObject({ lane: "green", basis: "none", controls: [] });
  });

  it("draws each lane at its rate and stores the probability", () => {
    const seen = { red: 0, yellow: 0, blue: 0, green: 0 };
    for (let step = 0; step < 10_000; step += 1) {
      const draws = [step / 10_000, 0.999] as const;
      const result = assess({ declaration: goods, country: xa, draws, counts: none });
      seen[result.lane] += 1;
      expect(result.probability).toBeCloseTo(0.01);
    }
    expect(seen).toEqual({ red: 10, yellow: 30, blue: 60, green: 9900 });
  });

  it("tops a lane up to its target", () => {
    const country = {
      ...xa,
      selectivity: {
        ...xa.selectivity,
        randomPerTenThousand: {},
        targetPerTenThousand: { red: 300 },
      },
    };
    const counts = { total: 1000, byLane: { red: 10 } };
    const hit = assess({ declaration: goods, country, draws: [0.9, 0.019], counts });
    expect(hit).toMatchObject({ lane: "red", basis: "top-up" });
    expect(hit.probability).toBeCloseTo(0.02);
    expect(assess({ declaration: goods, country, draws: [0.9, 0.021], counts }).lane).toBe("green");
  });

  it("picks a trusted trader less often, and says with which chance", () => {
    const country = {
      ...xa,
      selectivity: {
        ...xa.selectivity,
        criteria: [],
        randomPerTenThousand: { red: 4000 },
        trusted: [{ authorisations: ["AEOF"], randomSharePercent: 25 }],
      },
    };
    const run = (draw: number, authorisations: readonly string[]) =>
      assess({
        declaration: {},
        country,
        draws: [draw, 1],
        counts: { total: 0, byLane: {} },
        authorisations,
      });
    expect(run(0.2, [])).toMatchObject({ lane: "red", basis: "random", probability: 0.4 });
    const trusted = run(0.2, ["DPO", "AEOF"]);
    expect(trusted.lane).toBe("green");
    expect(trusted.probability).toBeCloseTo(0.1);
    expect(run(0.05, ["AEOF"]).lane).toBe("red");
  });

  it("says which lane there is without chance, and with which chance luck alone brings a control", () => {
    const selectivity = {
      ...xa.selectivity,
      randomPerTenThousand: { red: 100, yellow: 200, blue: 700 },
      targetPerTenThousand: { yellow: 1000, blue: 1000 },
    };
    const country = { ...xa, selectivity };
    const of = (made: typeof goods) =>
      assess({ declaration: made, country, draws: [0.015, 0.9], counts: none });
    expect(of(goods)).toMatchObject({ lane: "yellow", basis: "random", judged: "green" });
    // Yellow or red by the random share, or yellow by the top-up where the random share left it green.
    expect(of(goods).controlChance).toBeCloseTo(0.03 + 0.9 * 0.1);
    expect(of(goods).probability).toBeCloseTo(1 - 0.9 * 0.8);
    expect(of(arms)).toMatchObject({ lane: "red", judged: "red" });
    expect(of(arms).controlChance).toBeUndefined();
  });
});
