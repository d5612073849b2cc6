/** The learner: what a tree finds, obeys and repeats, and that explanations are the Shapley values by definition. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoostSettings, boost, USUAL_SETTINGS } from "../src/boosting/boost.ts";
import { addScores, type Tree } from "../src/boosting/tree.ts";
import { addContributions, expectedValue } from "../src/boosting/tree-shap.ts";
import { seeded } from "../src/random.ts";
import type { Matrix } from "../src/table/profiles.ts";

const ALL: BoostSettings = {
  ...USUAL_SETTINGS,
  trees: 20,
  depth: 4,
  learningRate: 0.3,
  rowShare: 1,
  featureShare: 1,
};

function matrixOf(columns: readonly number[][]): Matrix {
  return {
    names: columns.map((_, index) => `x${index}`),
    columns: columns.map((column) => Float32Array.from(column)),
    rows: columns[0]?.length ?? 0,
  };
}

function random(rows: number, features: number, seed: number): Matrix {
  const next = seeded(seed);
  return matrixOf(
    Array.from({ length: features }, () =>
      Array.from({ length: rows }, () => (next() < 0.1 ? Number.NaN : Math.round(next() * 20))),
    ),
  );
}

function scoresOf(trees: readonly Tree[], base: number, matrix: Matrix): Float64Array {
  const scores = new Float64Array(matrix.rows).fill(base);
  addScores(trees, matrix.columns, scores);
  return scores;
}

const ones = (rows: number) => new Float64Array(rows).fill(1);

describe("boosting", () => {
  it("finds an interaction that no single feature shows, and a missing value that means something", () => {
    const next = seeded(1);
    const a = Array.from({ length: 2000 }, () => (next() < 0.2 ? Number.NaN : next()));
    const b = Array.from({ length: 2000 }, () => next());
    const target = Uint8Array.from(a, (value, row) =>
      Number.isNaN(value) ? 1 : Number(value > 0.5 !== (b[row] ?? 0) > 0.5),
    );
    const matrix = matrixOf([a, b]);
    const { trees, base } = boost(matrix, target, ones(2000), ALL, 1);
    const scores = scoresOf(trees, base, matrix);
    const right = target.filter((value, row) => value === Number((scores[row] ?? 0) > 0)).length;
    expect(right / 2000).toBeGreaterThan(0.98);
  });

  it("gives the same trees for the same seed and others for another", () => {
    const matrix = random(500, 6, 3);
    const target = Uint8Array.from(matrix.columns[0] ?? [], (value) => Number(value > 9));
    const settings = { ...ALL, rowShare: 0.7, featureShare: 0.5 };
    const grow = (seed: number) => boost(matrix, target, ones(500), settings, seed);
    expect(grow(7)).toEqual(grow(7));
    expect(grow(7)).not.toEqual(grow(8));
  });

  it("obeys monotone constraints in every tree, whatever the data say", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const matrix = random(300, 3, seed);
        const next = seeded(seed + 1);
        const target = Uint8Array.from({ length: 300 }, () => Number(next() < 0.4));
        target[0] = 1;
        target[1] = 0;
        const settings = { ...ALL, minChildWeight: 0.1, monotone: { x0: 1, x1: -1 } as const };
        const { trees, base } = boost(matrix, target, ones(300), settings, seed);
        const grid = Array.from({ length: 21 }, (_, value) => value);
        const others = Array.from({ length: 21 }, () => Math.round(next() * 20));
        const fixed = others.map(() => others[0] ?? 0);
        const up = scoresOf(trees, base, matrixOf([grid, fixed, fixed]));
        const down = scoresOf(trees, base, matrixOf([fixed, grid, fixed]));
        up.forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((up[index - 1] ?? value) - 1e-9);
        });
        down.forEach((value, index) => {
          expect(value).toBeLessThanOrEqual((down[index - 1] ?? value) + 1e-9);
        });
      }),
      { numRuns: 20 },
    );
  });

  it("counts a row of weight two as two rows", () => {
    const matrix = matrixOf([[1, 2, 3, 4, 5, 6, 7, 8]]);
    const target = Uint8Array.from([0, 0, 1, 0, 1, 1, 0, 1]);
    const twice = matrixOf([[1, 1, 2, 3, 4, 5, 6, 7, 8]]);
    const weights = ones(8);
    weights[0] = 2;
    const settings = { ...ALL, minChildWeight: 0.1 };
    const weighted = boost(matrix, target, weights, settings, 1);
    const doubled = boost(twice, Uint8Array.from([0, ...target]), ones(9), settings, 1);
    const weightedScores = scoresOf(weighted.trees, weighted.base, matrix);
    const doubledScores = scoresOf(doubled.trees, doubled.base, matrix);
    weightedScores.forEach((value, row) => {
      expect(value).toBeCloseTo(doubledScores[row] ?? 0, 5);
    });
  });
});

/** What a tree expects when only some features are known: the definition that the fast way must agree with. */
function expectation(tree: Tree, row: Float32Array, known: number, node = 0): number {
  const feature = tree.feature[node] ?? -1;
  if (feature < 0) return tree.value[node] ?? 0;
  const left = tree.left[node] ?? 0;
  const right = tree.right[node] ?? 0;
  const below = (child: number) => expectation(tree, row, known, child);
  if ((known >> feature) % 2 === 1) {
    const value = row[feature] ?? Number.NaN;
    const goesLeft = Number.isNaN(value)
      ? tree.missingLeft[node] === 1
      : value <= (tree.threshold[node] ?? 0);
    return below(goesLeft ? left : right);
  }
  const [a, b] = [tree.cover[left] ?? 0, tree.cover[right] ?? 0];
  return (a * below(left) + b * below(right)) / (a + b);
}

function shapleyByDefinition(tree: Tree, row: Float32Array): number[] {
  const features = row.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  return Array.from({ length: features }, (_, feature) => {
    let sum = 0;
    for (let known = 0; known < 1 << features; known += 1) {
      if ((known >> feature) % 2 === 1) continue;
      const size = [...known.toString(2)].filter((bit) => bit === "1").length;
      const weight = (factorial(size) * factorial(features - size - 1)) / factorial(features);
      sum +=
        weight * (expectation(tree, row, known | (1 << feature)) - expectation(tree, row, known));
    }
    return sum;
  });
}

describe("explanations", () => {
  it("are the Shapley values by their definition, and add up to the score", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const matrix = random(200, 5, seed);
        const next = seeded(seed);
        const target = Uint8Array.from({ length: 200 }, () => Number(next() < 0.5));
        const { trees } = boost(
          matrix,
          target,
          ones(200),
          { ...ALL, trees: 2, depth: 5, minChildWeight: 0.1 },
          seed,
        );
        const row = Float32Array.from(matrix.columns, (column) => column[0] ?? 0);
        for (const tree of trees) {
          const fast = new Float64Array(5);
          addContributions(tree, row, fast);
          const slow = shapleyByDefinition(tree, row);
          fast.forEach((value, feature) => {
            expect(value).toBeCloseTo(slow[feature] ?? 0, 9);
          });
          const total = expectedValue(tree) + fast.reduce((sum, value) => sum + value, 0);
          expect(total).toBeCloseTo(expectation(tree, row, 31), 9);
        }
      }),
      { numRuns: 30 },
    );
  });
});
