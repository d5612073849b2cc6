/** What only chance can say, of worlds that the real engine selected: the truth is known, and the interval has to hold it. */
import { describe, expect, it } from "vitest";
import type { MonitoredRun } from "../../src/monitor/outcome.ts";
import { performanceOf } from "../../src/monitor/performance.ts";
import { type Played, play, ruleOfKind, type World } from "./world.ts";

const WORLDS = 24;

/** Shares of the worlds in which the intervals hold the truth, and by how much the means miss it. */
function told(world: Omit<World, "seed">, change = (runs: Played["runs"]) => runs) {
  const held = { baseRate: 0, recall: 0 };
  const missed = { baseRate: 0, recall: 0 };
  for (let seed = 1; seed <= WORLDS; seed += 1) {
    const { runs, truth } = play({ ...world, seed });
    const performance = performanceOf(change(runs));
    for (const name of ["baseRate", "recall"] as const) {
      const { share = 2, from = 2, to = -1 } = performance[name];
      if (from <= truth[name] && truth[name] <= to) held[name] += 1 / WORLDS;
      missed[name] += (share - truth[name]) / WORLDS;
    }
  }
  return { held, missed };
}

function expectTrue({ held, missed }: ReturnType<typeof told>, mostMissed = 0.01): void {
  expect(held.baseRate).toBeGreaterThan(0.85);
  expect(held.recall).toBeGreaterThan(0.85);
  expect(Math.abs(missed.baseRate)).toBeLessThan(mostMissed);
  expect(Math.abs(missed.recall)).toBeLessThan(0.05);
}

const withoutJudged = (runs: readonly MonitoredRun[]) =>
  runs.map(({ judged: _, controlChance: __, ...run }) => run);

/** Kinds: a weak rule hits the first, a strong one the second, none the third. */
const WEAK_AND_STRONG: Omit<World, "seed"> = {
  kinds: [
    { share: 0.3, findings: 0.2 },
    { share: 0.05, findings: 0.6 },
    { share: 0.65, findings: 0.02 },
  ],
  rules: [ruleOfKind("WEAK", 0, 20), ruleOfKind("STRONG", 1, 60)],
  selectivity: { randomPerTenThousand: { red: 200, yellow: 300 } },
  declarations: 8_000,
};

describe("what there is to find, and how much of it is found", () => {
  it("is true where rules hit below the scores that select", () => {
    expectTrue(told(WEAK_AND_STRONG));
  });

  it("is as true of runs that were stored before the lane without chance was", () => {
    expectTrue(told(WEAK_AND_STRONG, withoutJudged));
    const { runs } = play({ ...WEAK_AND_STRONG, seed: 1 });
    expect(performanceOf(runs).assumed).toBe(0);
    const hitByChance = runs.filter(
      ({ basis, criteria }) => basis === "random" && criteria.length > 0,
    );
    expect(performanceOf(withoutJudged(runs)).assumed).toBe(hitByChance.length);
  });

  it("is true of a period in which that began, whatever came before or after", () => {
    const selectivity = { randomPerTenThousand: { yellow: 400, blue: 1_600 } };
    const began = (runs: Played["runs"]) => {
      const half = runs.length / 2;
      return [...withoutJudged(runs.slice(0, half)), ...runs.slice(half)];
    };
    const world = { ...WEAK_AND_STRONG, selectivity, wane: 0.9, declarations: 12_000 };
    expectTrue(told(world, began), 0.004);
  });

  it("is true where capacity withholds what rules ask for", () => {
    expectTrue(told({ ...WEAK_AND_STRONG, documentary: 0 }));
  });

  it("is true where chance picks lanes that hold nothing up, and nothing comes of these", () => {
    const blue = { randomPerTenThousand: { red: 100, yellow: 300, blue: 600 } };
    expectTrue(told({ ...WEAK_AND_STRONG, selectivity: blue }));
    expectTrue(told({ ...WEAK_AND_STRONG, selectivity: blue }, withoutJudged));
  });

  it("is true where a rule asks for blue and chance goes beyond", () => {
    const rules = [ruleOfKind("WEAK", 0, 40, { lane: "blue" }), ruleOfKind("STRONG", 1, 60)];
    expectTrue(told({ ...WEAK_AND_STRONG, rules }));
  });

  it("is true where a top-up adds to green", () => {
    const selectivity = {
      randomPerTenThousand: { yellow: 100, blue: 100 },
      targetPerTenThousand: { red: 150, yellow: 150, blue: 200 },
    };
    expectTrue(told({ ...WEAK_AND_STRONG, selectivity }));
  });

  it("is true where chance goes to where most is to be learnt", () => {
    expectTrue(told({ ...WEAK_AND_STRONG, exploration: 0.5 }));
  });

  it("is true while the newest controls, and the thorough ones, are still open", () => {
    // Findings become rarer, so that the older half alone would say too much.
    const isDone: World["isDone"] = (lane, when, random) =>
      random() < (lane === "red" ? 0.4 : 0.9) * (when > 0.5 ? 0.3 : 1);
    expectTrue(told({ ...WEAK_AND_STRONG, declarations: 12_000, wane: 0.9, isDone }));
  });

  it("says how little it is where chance found nothing", () => {
    const nothingElse = {
      ...WEAK_AND_STRONG,
      kinds: [
        { share: 0, findings: 0 },
        { share: 0.05, findings: 0.6 },
        { share: 0.95, findings: 0 },
      ],
      declarations: 1_000,
    };
    const { recall, baseRate } = performanceOf(play({ ...nothingElse, seed: 1 }).runs);
    expect(recall.share).toBe(1);
    expect(recall.from).toBeLessThan(0.6);
    expect(baseRate.to).toBeGreaterThan((baseRate.share ?? 0) + 0.02);
  });

  it("is not known where chance picked nothing that was looked at", () => {
    const selectivity = { randomPerTenThousand: { blue: 600 } };
    const { baseRate, recall } = performanceOf(
      play({ ...WEAK_AND_STRONG, selectivity, seed: 1 }).runs,
    );
    expect(baseRate).toEqual({ runs: 0, effectiveRuns: 0 });
    expect(recall).toEqual({ runs: 0, effectiveRuns: 0 });
  });
});
