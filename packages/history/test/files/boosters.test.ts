/** Trees that go to XGBoost and come from there score as they do here. */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { boost, type Model, probabilities, seeded, USUAL_SETTINGS } from "@customhouse/learning";
import { boosterOf, modelOfBooster, nextDown, nextUp } from "@customhouse/learning/boosters";
import type { Matrix } from "@customhouse/learning/tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packModel, parseModel, writeModel } from "../../src/files/model-file.ts";

const PYTHON = "/usr/bin/python3";
const SCRIPT = path.join(import.meta.dirname, "score-booster.py");
const ROWS = 500;
const NAMES = ["declaration.grossMassKg", "item.value", "item.unitPrice"];

const hasPeer = (() => {
  try {
    execFileSync(PYTHON, ["-c", "import xgboost"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const MISSING = hasPeer ? "" : " (skipped: apt-get install python3-xgboost)";

const CARD = {
  target: "finding",
  trainedAt: "",
  data: { sha256: "", rows: 0, positives: 0 },
  seed: 0,
  settings: {},
  limits: [],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-boosters-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const random = seeded(3);
/** Few distinct values, so that many lie exactly on a split; some are missing. */
const matrix: Matrix = {
  names: NAMES,
  rows: ROWS,
  columns: NAMES.map(() =>
    Float32Array.from({ length: ROWS }, () =>
      random() < 0.1 ? Number.NaN : Math.round(random() * 40) / 10 - 1,
    ),
  ),
};
const [mass, value, price] = matrix.columns;
const target = Uint8Array.from({ length: ROWS }, (_, row) =>
  Number((mass?.[row] ?? 0) > 1 !== (price?.[row] ?? 0) > 0.5 || (value?.[row] ?? 0) > 2.5),
);

function imported(json: string): Model {
  return modelOfBooster(Buffer.from(json));
}

function trained(members: number): Model {
  const settings = { ...USUAL_SETTINGS, trees: 40, featureShare: 1 };
  const weights = new Float64Array(ROWS).fill(1);
  const { profiles } = imported(JSON.stringify(oneLeaf()));
  return {
    profiles,
    features: NAMES,
    members: Array.from({ length: members }, (_, seed) =>
      boost(matrix, target, weights, settings, seed + 1),
    ),
    calibration: { slope: 0.8, offset: -0.3 },
  };
}

function oneLeaf() {
  return {
    learner: {
      feature_names: NAMES,
      gradient_booster: {
        name: "gbtree",
        model: {
          trees: [
            {
              default_left: [0],
              left_children: [-1],
              right_children: [-1],
              split_conditions: [0.25],
              split_indices: [0],
              split_type: [0],
              sum_hessian: [1],
              tree_param: { size_leaf_vector: "0" },
            },
          ],
        },
      },
      learner_model_param: { base_score: "5E-1", num_class: "0" },
      objective: { name: "binary:logistic" },
    },
  };
}

function furthest(ours: Float64Array, theirs: ArrayLike<number>): number {
  return ours.reduce((most, one, row) => Math.max(most, Math.abs(one - (theirs[row] ?? 0))), 0);
}

async function peer(what: "train" | "score"): Promise<readonly number[]> {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    matrix.columns.map((column) => (Number.isNaN(column[row]) ? null : column[row])),
  );
  await writeFile(
    path.join(folder, "rows.json"),
    JSON.stringify({ names: NAMES, rows, target: [...target] }),
  );
  return JSON.parse((await promisify(execFile)(PYTHON, [SCRIPT, what, folder])).stdout);
}

describe("trees as a booster", () => {
  it("come back with the same scores, and can be stored", async () => {
    const model = trained(3);
    const scores = probabilities(model, matrix);
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(0.5);
    const back = imported(JSON.stringify(boosterOf(model)));
    expect(furthest(scores, probabilities(back, matrix))).toBeLessThan(1e-6);
    const file = path.join(folder, "imported.model");
    await writeModel(file, { card: CARD, model: back });
    const stored = await parseModel(await readFile(file));
    expect(probabilities(stored.model, matrix)).toEqual(probabilities(back, matrix));
  });

  it.runIf(hasPeer)(
    `are scored by XGBoost as here${MISSING}`,
    async () => {
      const model = trained(2);
      await writeFile(path.join(folder, "booster.json"), JSON.stringify(boosterOf(model)));
      expect(furthest(probabilities(model, matrix), await peer("score"))).toBeLessThan(1e-6);
    },
    60_000,
  );

  it.runIf(hasPeer)(
    `that XGBoost has trained score here as there${MISSING}`,
    async () => {
      const theirs = await peer("train");
      expect(Math.max(...theirs) - Math.min(...theirs)).toBeGreaterThan(0.5);
      const model = modelOfBooster(await readFile(path.join(folder, "booster.json")));
      expect(furthest(probabilities(model, matrix), theirs)).toBeLessThan(1e-6);
    },
    60_000,
  );
});

/** Every split has a leaf and a split below it. */
function chain(depth: number) {
  const nodes = Array.from({ length: 2 * depth + 1 }, (_, node) => node);
  const isSplit = (node: number) => node % 2 === 0 && node < 2 * depth;
  const zeros = nodes.map(() => 0);
  return {
    default_left: zeros,
    left_children: nodes.map((node) => (isSplit(node) ? node + 1 : -1)),
    right_children: nodes.map((node) => (isSplit(node) ? node + 2 : -1)),
    split_conditions: nodes.map(() => 0.25),
    split_indices: zeros,
    split_type: zeros,
    sum_hessian: nodes.map(() => 1),
  };
}

describe("a booster that is taken", () => {
  it("names the column that identifies a row, and may be deep or as large as single precision", async () => {
    const given = oneLeaf();
    const [tree] = given.learner.gradient_booster.model.trees;
    Object.assign(tree ?? {}, chain(64));
    const json = Buffer.from(JSON.stringify(given).replaceAll("0.25", "3.4028235E38"));
    const model = modelOfBooster(json, "Declaration ID");
    expect(model.profiles.schema.id).toBe("Declaration ID");
    const { content } = await packModel({ card: CARD, model });
    expect((await parseModel(content)).model).toEqual(model);
  });
});

type Broken = ReturnType<typeof oneLeaf>;

describe("a booster that is not taken", () => {
  const change = (edit: (given: Broken) => unknown) => {
    const given = oneLeaf();
    edit(given);
    return JSON.stringify(given);
  };
  const treeOf = ({ learner }: Broken) =>
    learner.gradient_booster.model.trees[0] as Record<string, unknown>;
  const cases: readonly (readonly [string, string])[] = [
    ["no JSON", "{"],
    ["a list that V8 cannot hold", `[0${",0".repeat(140_000_000)}]`],
    [
      "millions of nodes that are wrong",
      change((given) => (treeOf(given).default_left = ["MANY"])).replace(
        '"MANY"',
        `2${",2".repeat(20_000_000)}`,
      ),
    ],
    ["another booster", change(({ learner }) => (learner.gradient_booster.name = "dart"))],
    ["another objective", change(({ learner }) => (learner.objective.name = "reg:squarederror"))],
    ["several classes", change(({ learner }) => (learner.learner_model_param.num_class = "3"))],
    ["no names", change(({ learner }) => (learner.feature_names = []))],
    [
      "base_score beyond 1",
      change(({ learner }) => (learner.learner_model_param.base_score = "2")),
    ],
    ["categories", change((given) => (treeOf(given).split_type = [1]))],
    [
      "more features than a schema has columns",
      change(
        ({ learner }) => (learner.feature_names = Array.from({ length: 501 }, (_, at) => `f${at}`)),
      ),
    ],
    [
      "a feature that is the identifier",
      change(({ learner }) => (learner.feature_names = ["row"])),
    ],
    [
      "a leaf beyond single precision",
      change((given) => (treeOf(given).split_conditions = [1e300])),
    ],
    ["a cover below 0", change((given) => (treeOf(given).sum_hessian = [-5]))],
    ["a cover beyond single precision", change((given) => (treeOf(given).sum_hessian = [1e308]))],
    ["a tree deeper than 64", change((given) => Object.assign(treeOf(given), chain(65)))],
    ["lists of two lengths", change((given) => (treeOf(given).split_indices = [0, 0]))],
    [
      "a node that is its own child",
      change((given) => Object.assign(treeOf(given), { left_children: [0], right_children: [0] })),
    ],
    [
      "a child that is not there",
      change((given) => Object.assign(treeOf(given), { left_children: [5], right_children: [6] })),
    ],
  ];
  it.each(cases)("%s", (_name, text) => {
    expect(imported(JSON.stringify(oneLeaf())).features).toEqual(NAMES);
    expect(() => imported(text)).toThrowError(expect.objectContaining({ code: "CH4607" }));
  });
});

describe("the next number of single precision", () => {
  it("lies on either side, with nothing between", () => {
    for (const given of [0, 1, -1, 0.1, -2.5, 1e-45, 3e38]) {
      const single = Math.fround(given);
      expect(nextUp(single)).toBeGreaterThan(single);
      expect(nextDown(single)).toBeLessThan(single);
      expect(nextDown(nextUp(single))).toBeCloseTo(single, 50);
      expect(
        Math.fround((single + nextUp(single)) / 2) === single ||
          Math.fround((single + nextUp(single)) / 2) === nextUp(single),
      ).toBe(true);
    }
  });
});
