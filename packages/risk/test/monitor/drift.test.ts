/** Drift that is there is found, and chance raises no alarm, however few or many rows there are. */
import { seeded } from "@customhouse/learning";
import { describe, expect, it } from "vitest";
import type { Observed } from "../../src/monitor/drift.ts";
import { driftOf } from "../../src/monitor/drift.ts";
import type { MonitoredRun } from "../../src/monitor/outcome.ts";
import { performanceOf } from "../../src/monitor/performance.ts";

const random = seeded(11);
const rows = (count: number, value: () => Observed) => Array.from({ length: count }, value);
const bell = (shift: number) => () => shift + random() + random() + random();

/** Values of every shape: even, rare, with ties, of many kinds, missing. */
const SHAPES: Readonly<Record<string, () => Observed>> = {
  even: () => random(),
  rare: () => random() < 0.01,
  often: () => random() < 0.2,
  ties: () => Math.floor(random() ** 3 * 4),
  manyKinds: () => `V${Math.floor(random() * 200)}`,
  fewOften: () => `V${Math.floor(random() ** 4 * 300)}`,
  oftenMissing: () => (random() < 0.3 ? undefined : Math.floor(random() * 12)),
};

describe("drift", () => {
  it("is small where nothing changed and alarming where much did", () => {
    expect(driftOf("x", rows(2_000, bell(0)), rows(2_000, bell(0)))?.level).toBe("alike");
    expect(driftOf("x", rows(2_000, bell(0)), rows(2_000, bell(0.4)))?.level).not.toBe("alike");
    expect(driftOf("x", rows(2_000, bell(0)), rows(2_000, bell(1.5)))?.level).toBe("alarm");
  });

  it("sees new values and missing ones", () => {
    const some = (value: string | undefined) => rows(100, () => value);
    expect(driftOf("x", some("CN"), some("CN"))?.index).toBe(0);
    expect(driftOf("x", some("CN"), [...some("CN"), ...some(undefined)])?.level).toBe("alarm");
  });

  it("says nothing of too little", () => {
    expect(driftOf("x", [1], [2])).toBeUndefined();
  });

  it.each([20, 40, 100, 200, 400, 1_000])("is not made by chance among %i rows", (count) => {
    for (const [shape, value] of Object.entries(SHAPES)) {
      let [alarms, index] = [0, 0];
      const times = count > 400 ? 50 : 200;
      for (let time = 0; time < times; time += 1) {
        const drift = driftOf(shape, rows(count / 2, value), rows(count / 2, value));
        if (drift?.level !== "alike") alarms += 1;
        index += (drift?.index ?? 0) / times;
      }
      expect([shape, alarms <= 1]).toEqual([shape, true]);
      expect(index).toBeLessThan(10 / count + 0.05);
    }
  });

  it.each([200, 400, 1_000])("is found among %i rows where it is there", (count) => {
    const of = (was: () => Observed, is: () => Observed) =>
      driftOf("x", rows(count / 2, was), rows(count / 2, is))?.level;
    expect(of(bell(0), bell(1))).toBe("alarm");
    const more = (share: number) => () => random() < share;
    expect(of(more(0.1), more(0.5))).toBe("alarm");
    expect(
      of(
        () => "CN",
        () => (random() < 0.3 ? "VN" : "CN"),
      ),
    ).toBe("alarm");
  });

  it.each([40, 100, 200, 400])("raises no alarm over %i runs that are alike", (count) => {
    const run = (_: unknown, index: number): MonitoredRun => ({
      ...{ caseId: String(index), at: "2026-01-01T00:00:00.000Z", criteria: [], shadow: [] },
      ...{ lane: "green", basis: "none", probability: 0.01, score: random() },
      ...(random() < 0.2 ? { found: random() < 0.2 } : {}),
    });
    const alarms = Array.from({ length: 100 }, () =>
      performanceOf(Array.from({ length: count }, run)).drift.filter(
        ({ level }) => level !== "alike",
      ),
    );
    expect(alarms.flat()).toEqual([]);
  });
});
