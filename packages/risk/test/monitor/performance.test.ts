/** What monitoring says of a population of which everything is known. */
import { seeded } from "@customhouse/learning";
import { describe, expect, it } from "vitest";
import type { MonitoredRun } from "../../src/monitor/outcome.ts";
import { performanceOf } from "../../src/monitor/performance.ts";

const CHANCE = 0.05;
const DAY_MS = 86_400_000;

/** A fifth of all is bad; a rule sees half of what is bad and a tenth of what is not. */
function population(count: number, seed: number, ruleWorksUntil = 1): MonitoredRun[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index): MonitoredRun => {
    const bad = random() < 0.2;
    const works = index < count * ruleWorksUntil;
    const hit = random() < (bad && works ? 0.5 : 0.1);
    const drawn = random() < CHANCE;
    const looked = hit || drawn;
    return {
      caseId: String(index),
      at: new Date(Date.UTC(2026, 0, 1) + (index * 90 * DAY_MS) / count).toISOString(),
      lane: hit ? "red" : drawn ? "yellow" : "green",
      basis: hit ? "criteria" : drawn ? "random" : "none",
      criteria: hit ? ["R1"] : [],
      shadow: [],
      probability: CHANCE,
      score: hit ? 0.6 : 0.1,
      ...(looked ? { found: bad } : {}),
    };
  });
}

describe("performance of selection", () => {
  it("takes what an offence or audit found of a run that nobody picked for missed, not for selected", () => {
    const runs = population(4_000, 1);
    const later = runs.map((run, index) =>
      run.basis === "none" && index % 10 === 0 ? { ...run, found: true } : run,
    );
    expect(performanceOf(later).recall).toEqual(performanceOf(runs).recall);
  });

  it("estimates from chance what nobody looked at, and its interval holds the truth most times", () => {
    let [baseHeld, recallHeld] = [0, 0];
    const times = 40;
    for (let seed = 1; seed <= times; seed += 1) {
      const { baseRate, recall } = performanceOf(population(4_000, seed));
      if ((baseRate.from ?? 1) <= 0.2 && 0.2 <= (baseRate.to ?? 0)) baseHeld += 1;
      if ((recall.from ?? 1) <= 0.5 && 0.5 <= (recall.to ?? 0)) recallHeld += 1;
    }
    expect(baseHeld / times).toBeGreaterThan(0.85);
    expect(recallHeld / times).toBeGreaterThan(0.85);
  });

  it("is not fooled by what was selected because it looked bad", () => {
    const { byBasis, baseRate } = performanceOf(population(20_000, 7));
    expect(byBasis.criteria?.share).toBeGreaterThan(0.5);
    expect(baseRate.share).toBeCloseTo(0.2, 1);
  });

  it("names a rule that is found out", () => {
    const steady = performanceOf(population(4_000, 3)).rules;
    const decayed = performanceOf(population(4_000, 3, 0.5)).rules;
    expect(steady).toMatchObject([{ id: "R1", decayed: false }]);
    expect(decayed).toMatchObject([{ id: "R1", decayed: true }]);
  });

  it("says what scores said and what came", () => {
    const { calibration } = performanceOf(population(4_000, 5));
    expect(calibration.map(({ said }) => Number(said.toFixed(1)))).toEqual([0.1, 0.6]);
  });

  it("compares a model with its challenger where both scored", () => {
    const runs = population(2_000, 13).map((run, index) => ({
      ...run,
      model: index % 2,
      challenger: run.found === true ? 0.9 : 0.2,
    }));
    const { models } = performanceOf(runs);
    expect(models?.challenger).toBe(1);
    // Few runs of much weight: a model that knows nothing is near a half.
    expect(Math.abs((models?.champion ?? 0) - 0.5)).toBeLessThan(0.1);
    expect(performanceOf(population(2_000, 13)).models).toBeUndefined();
  });

  it("says nothing of nothing", () => {
    expect(performanceOf([])).toMatchObject({ runs: 0, rules: [], calibration: [], drift: [] });
  });
});
