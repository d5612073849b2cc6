/** Alarms for a model: raised where it loses its hold or says what does not come true, and by chance hardly ever. */
import { describe, expect, it } from "vitest";
import { performanceOf } from "../../src/monitor/performance.ts";
import { alarmsOf } from "../../src/monitor/retraining.ts";
import { type Modelled, modelled } from "./modelled.ts";

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const raised = (world: Omit<Modelled, "seed">) =>
  SEEDS.map((seed) => alarmsOf(performanceOf(modelled({ ...world, seed }))));

describe("the alarms of a model", () => {
  it("are none while it does as well as it did", () => {
    expect(raised({ knows: [0.7, 0.7] }).flat()).toEqual([]);
    expect(raised({ knows: [0, 0] }).flat()).toEqual([]);
  });

  it("say that it puts in order worse than before", () => {
    const told = raised({ knows: [0.9, 0.1] });
    expect(told.every((alarms) => alarms.includes("ranking"))).toBe(true);
    const { ranking } = performanceOf(modelled({ seed: 1, knows: [0.9, 0.1] }));
    const { earlier, lately } = ranking ?? {};
    expect(earlier?.from).toBeGreaterThan(lately?.to ?? 1);
    expect(earlier?.area).toBeGreaterThan(0.75);
  });

  it("say nothing of its order where too little was controlled", () => {
    const few = modelled({ seed: 1, knows: [0.9, 0.1] }, 800);
    expect(performanceOf(few).ranking).toBeUndefined();
  });

  it("say that its scores do not come true", () => {
    const told = raised({ knows: [0.7, 0.7], says: 2.5 });
    expect(told.every((alarms) => alarms.includes("calibration"))).toBe(true);
    const runs = modelled({ seed: 1, knows: [0.7, 0.7], says: 2.5 });
    expect(performanceOf(runs).calibration.some(({ off }) => off)).toBe(true);
    // Scores of rules alone are what rules weigh: no new model changes that.
    const byRules = performanceOf(runs.map(({ model: _, ...run }) => run));
    expect(byRules.calibration.some(({ off }) => off)).toBe(true);
    expect(alarmsOf(byRules)).not.toContain("calibration");
  });
});
