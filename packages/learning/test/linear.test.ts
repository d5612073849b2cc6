/** The linear model, calibration and early stopping, on data of which the truth is known. */
import { describe, expect, it } from "vitest";
import { boost, USUAL_SETTINGS } from "../src/boosting/boost.ts";
import { calibrate } from "../src/model/calibrate.ts";
import { fitLinear, USUAL_LINEAR } from "../src/model/linear.ts";
import { seeded } from "../src/random.ts";
import type { Matrix } from "../src/table/profiles.ts";

const ROWS = 6_000;

/** Log-odds of a row: -1 + 2 x0 - x1, and 1 more where x2 is missing. */
function world(seed: number, rows = ROWS) {
  const random = seeded(seed);
  const normal = () => random() + random() + random() + random() - 2;
  const columns = [0, 1, 2].map(() => new Float32Array(rows));
  const target = new Uint8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const [a, b] = [normal(), normal()];
    const missing = random() < 0.3;
    (columns[0] as Float32Array)[row] = a;
    (columns[1] as Float32Array)[row] = b;
    (columns[2] as Float32Array)[row] = missing ? Number.NaN : normal();
    const odds = -1 + 2 * a - b + (missing ? 1 : 0);
    target[row] = random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  }
  const matrix: Matrix = { names: ["x0", "x1", "x2"], columns, rows };
  return { matrix, target, weights: new Float64Array(rows).fill(1) };
}

describe("the linear model", () => {
  it("finds what made the answers", () => {
    const { matrix, target, weights } = world(5);
    const { features } = fitLinear(matrix, target, weights, { ridge: 0.01, iterations: 20 });
    const slopes = features.map(({ weight, deviation }) => weight / deviation);
    expect(slopes[0]).toBeCloseTo(2, 0);
    expect(slopes[1]).toBeCloseTo(-1, 0);
    expect(slopes[2]).toBeCloseTo(0, 0);
    expect(features[2]?.missing).toBeCloseTo(1, 0);
  });

  it("is the same twice, and survives a column that says nothing", () => {
    const { matrix, target, weights } = world(6, 500);
    const dull: Matrix = {
      ...matrix,
      names: [...matrix.names, "dull", "gone"],
      columns: [
        ...matrix.columns,
        new Float32Array(500).fill(3),
        new Float32Array(500).fill(Number.NaN),
      ],
    };
    const once = fitLinear(dull, target, weights, USUAL_LINEAR);
    expect(fitLinear(dull, target, weights, USUAL_LINEAR)).toEqual(once);
    for (const { weight, missing } of once.features) {
      expect(Number.isFinite(weight) && Number.isFinite(missing)).toBe(true);
    }
  });
});

describe("calibration", () => {
  it("takes back what a model is too sure of", () => {
    const random = seeded(9);
    const truth = Float64Array.from({ length: 20_000 }, () => (random() - 0.5) * 4);
    const target = Uint8Array.from(truth, (odds) => (random() < 1 / (1 + Math.exp(-odds)) ? 1 : 0));
    const { slope, offset } = calibrate(
      truth.map((odds) => 3 * odds + 1),
      target,
    );
    expect(slope).toBeCloseTo(1 / 3, 1);
    expect(offset).toBeCloseTo(-1 / 3, 1);
  });

  it("leaves a model that is worse than chance as it is", () => {
    const odds = Float64Array.from({ length: 400 }, (_, row) => (row % 2 === 0 ? 1 : -1));
    const target = Uint8Array.from({ length: 400 }, (_, row) => row % 2);
    expect(calibrate(odds, target)).toEqual({ slope: 1, offset: 0 });
  });
});

describe("early stopping", () => {
  it("leaves off the trees after the best, the same ones that it grew before", () => {
    const learnt = world(21, 800);
    const held = world(22, 800);
    const settings = {
      ...USUAL_SETTINGS,
      trees: 300,
      depth: 6,
      learningRate: 0.3,
      featureShare: 1,
    };
    const all = boost(learnt.matrix, learnt.target, learnt.weights, settings, 1);
    const heldOut = { matrix: held.matrix, target: held.target, patience: 20 };
    const stopped = boost(learnt.matrix, learnt.target, learnt.weights, settings, 1, { heldOut });
    expect(stopped.trees.length).toBeGreaterThan(0);
    expect(stopped.trees.length).toBeLessThan(200);
    expect(all.trees.slice(0, stopped.trees.length)).toEqual(stopped.trees);
  });
});
