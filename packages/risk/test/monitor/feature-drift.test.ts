/** Features drift where declarations change, and not where rules do. */
import { readMost } from "@customhouse/learning";
import { describe, expect, it } from "vitest";
import type { RiskRow } from "../../src/features/feature.ts";
import { fairSample } from "../../src/monitor/feature-drift.ts";
import type { MonitoredRun } from "../../src/monitor/outcome.ts";
import { performanceOf } from "../../src/monitor/performance.ts";
import { watchedFeatures } from "../../src/monitor/watched-features.ts";
import { compileRules } from "../../src/rules/compile.ts";
import { rule } from "../rules/rule.ts";
import { play, ruleOfKind, type World } from "./world.ts";

const KINDS: World["kinds"] = [
  { share: 0.2, findings: 0.1 },
  { share: 0.1, findings: 0.1 },
  { share: 0.7, findings: 0.1 },
];
const NAME = "declaration.totalPackages";

interface Period {
  readonly runs: readonly MonitoredRun[];
  readonly rows: ReadonlyMap<string, RiskRow>;
}

/** One half of a period: declarations of these kinds under a rule that selects one of them. */
function half(seed: number, selects: number, kinds = KINDS): Period {
  const selectivity = { randomPerTenThousand: { yellow: 500, blue: 500 } };
  const rules = [ruleOfKind("R", selects, 100)];
  const played = play({ kinds, rules, selectivity, declarations: 4_000, seed });
  const rows = new Map<string, RiskRow>();
  const runs = played.runs.map((run, index) => {
    const caseId = `01900000-0000-7000-8000-${String(seed * 100_000 + index).padStart(12, "0")}`;
    const declaration = { totalPackages: played.kinds[index] };
    // Only of what took a lane is a row kept.
    if (run.lane !== "green")
      rows.set(caseId, { at: run.at, day: "2026-05-01", declaration, items: [] });
    return { ...run, caseId };
  });
  return { runs, rows };
}

function driftOver(earlier: Period, later: Period, sample = fairSample) {
  const runs = [...earlier.runs, ...later.runs];
  const rows = sample(runs).flatMap((id) => earlier.rows.get(id) ?? later.rows.get(id) ?? []);
  const { drift } = performanceOf(runs, { names: [NAME], rows });
  return { level: drift.find(({ name }) => name === NAME)?.level, rows: rows.length };
}

describe("drift of features", () => {
  it("is not made by another rule, though rows are kept of what rules select", () => {
    expect(driftOver(half(1, 0), half(2, 1))).toMatchObject({ level: "alike" });
    const all = (runs: readonly MonitoredRun[]) => runs.map(({ caseId }) => caseId);
    expect(driftOver(half(1, 0), half(2, 1), all)).toMatchObject({ level: "alarm" });
  });

  it("is found where declarations change", () => {
    const others = [KINDS[2], KINDS[1], KINDS[0]].map((kind) => kind ?? { share: 0, findings: 0 });
    expect(driftOver(half(1, 0), half(2, 0, others))).toMatchObject({ level: "alarm" });
  });

  it("takes of what was judged as many as chance would have picked", () => {
    const { runs, rows } = half(3, 0);
    const judged = fairSample(runs).filter((id) => rows.get(id)?.declaration.totalPackages === 0);
    const there = runs.filter(({ judged: lane }) => lane !== "green").length;
    expect(judged.length / there).toBeGreaterThan(0.07);
    expect(judged.length / there).toBeLessThan(0.13);
  });
});

describe("features that selection leans on", () => {
  it("are those of live rules, then those that the model asks about most", () => {
    const { set } = compileRules([
      rule('item.hs2 == "24" && declaration.importerHits30 > 0', { id: "A", scope: "item" }),
      rule("declaration.grossMassKg > 1.0", { id: "B", mode: "shadow" }),
    ]);
    expect(watchedFeatures(set, ["item.origin", "item.hs2"])).toEqual([
      ...["item.hs2", "declaration.importerHits30", "item.origin"],
    ]);
  });

  it("are known of a model by how many rows its trees ask", () => {
    const leaf = {
      missingLeft: new Uint8Array(5),
      left: new Int32Array(5),
      right: new Int32Array(5),
    };
    const tree = {
      ...leaf,
      ...{ threshold: new Float32Array(5), value: new Float64Array(5) },
      feature: Int16Array.of(1, 0, -1, -1, -1),
      cover: Float64Array.of(100, 40, 60, 20, 20),
    };
    const names = ["item.value", "share of fraud: item.hs4 x item.origin", "item.netMassKg"];
    const model = { features: names, members: [{ base: 0, trees: [tree] }] };
    expect(readMost(model as unknown as Parameters<typeof readMost>[0])).toEqual([
      ...["item.hs4", "item.origin", "item.value"],
    ]);
  });
});
