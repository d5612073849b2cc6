/** When a challenger is due without anybody asking. */
import { describe, expect, it } from "vitest";
import { performanceOf } from "../../src/monitor/performance.ts";
import { alarmsOf, retrainingDue } from "../../src/monitor/retraining.ts";

const LAST = { at: "2026-03-01T00:00:00.000Z", alarms: ["drift:score"] };
const weekly = (now: string, alarms: readonly string[], last?: typeof LAST) =>
  retrainingDue({ everyDays: 7 }, new Date(now), last, alarms);

describe("a retraining", () => {
  it("is due when there was none, and again when its days have passed", () => {
    expect(weekly("2026-03-01T00:00:00Z", [])).toBe("schedule");
    expect(weekly("2026-03-07T23:59:59Z", [], LAST)).toBeUndefined();
    expect(weekly("2026-03-08T00:00:00Z", [], LAST)).toBe("schedule");
  });

  it("is due sooner for an alarm that is new, at most once a day", () => {
    expect(weekly("2026-03-03T00:00:00Z", ["drift:score"], LAST)).toBeUndefined();
    expect(weekly("2026-03-01T12:00:00Z", ["decayed:OLD"], LAST)).toBeUndefined();
    expect(weekly("2026-03-02T00:00:00Z", ["decayed:OLD"], LAST)).toBe("alarm");
  });

  it("hears of rules that decayed and of what has drifted", () => {
    const runs = Array.from({ length: 400 }, (_, index) => ({
      caseId: `C${index}`,
      at: new Date(index * 60_000).toISOString(),
      lane: index < 200 ? "green" : "red",
      basis: "criteria",
      criteria: ["OLD"],
      shadow: [],
      probability: 0.1,
      found: index < 200,
    }));
    const alarms = alarmsOf(performanceOf(runs));
    expect(alarms).toEqual(["decayed:OLD", "drift:found", "drift:lane"]);
    expect(alarmsOf(performanceOf(runs.slice(0, 200)))).toEqual([]);
  });
});
