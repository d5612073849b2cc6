/** Tables, schemas and models that are not as they should be: each is refused with a code, and nothing is written. */
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../../learning/src/random.ts";
import { run } from "./support/run.ts";

const ROWS = 200;
const SCHEMA = {
  id: "ID",
  columns: [
    { name: "Date", kind: "date" },
    { name: "Importer", kind: "category" },
    { name: "Price", kind: "number" },
    { name: "Mass", kind: "number" },
  ],
  ratios: [{ name: "unit price", of: "Price", by: "Mass", within: ["Importer"] }],
};

type Row = Record<string, string | number>;

let folder: string;
const file = (name: string) => path.join(folder, name);

/** A fifth are findings, a little dearer than the others. */
function rows(change: (row: Row, at: number) => Row = (row) => row): readonly Row[] {
  const random = seeded(7);
  return Array.from({ length: ROWS }, (_, at) => {
    const found = Number(random() < 0.2);
    const day = new Date(Date.UTC(2026, 0, 1 + Math.floor(at / 2))).toISOString().slice(0, 10);
    return change(
      {
        ID: `d${at}`,
        Date: day,
        Importer: `I${Math.floor(random() * 20)}`,
        Price: (100 + random() * 100 + found * 30 * random()).toFixed(2),
        Mass: (10 + random() * 10).toFixed(2),
        Found: found,
      },
      at,
    );
  });
}

async function table(name: string, of: readonly Row[]): Promise<string> {
  const lines = of.map((row) => Object.values(row).join(","));
  await writeFile(
    file(name),
    [Object.keys(of[0] ?? rows()[0] ?? {}).join(","), ...lines].join("\n"),
  );
  return file(name);
}

async function train(data: string, schema: object = SCHEMA, ...more: string[]) {
  await writeFile(file("schema.json"), JSON.stringify(schema));
  await rm(file("a.model"), { force: true });
  const small = ["--members", "1", "--trees", "5", "--depth", "3", "--out", file("a.model")];
  const given = ["--data", data, "--target", "Found", "--schema", file("schema.json")];
  return await run(["risk", "train", ...given, ...small, ...more]);
}

async function refused(told: string, data: string, schema?: object, ...more: string[]) {
  const { code, err } = await train(data, schema, ...more);
  expect([code, err]).toEqual([2, expect.stringContaining(told)]);
  expect(err).not.toContain("    at ");
  expect(existsSync(file("a.model"))).toBe(false);
}

const risk = (...args: string[]) => run(["risk", ...args]);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-risk-models-"));
  const good = await table("good.csv", rows());
  expect((await train(good)).code).toBe(0);
  await writeFile(file("good.model"), await readFile(file("a.model")));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("risk evaluate", () => {
  it.each([
    ["CH4109", "no rows", () => []],
    ["CH4104", "findings alone", () => rows((row) => ({ ...row, Found: 1 }))],
    ["CH4104", "no findings", () => rows((row) => ({ ...row, Found: 0 }))],
  ])("refuses with %s a table with %s", async (told, _what, of) => {
    const data = await table("judged.csv", of());
    const { code, out, err } = await risk(
      "evaluate",
      "--model",
      file("good.model"),
      "--data",
      data,
    );
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(told)]);
  });
});

describe("risk train", () => {
  it.each(["trees", "linear"])(
    "learns %s from a price of -1, and the model can be read",
    async (kind) => {
      const odd = rows((row, at) => (at === 5 ? { ...row, Price: -1 } : row));
      const data = await table("negative.csv", odd);
      expect((await train(data, SCHEMA, "--kind", kind)).code).toBe(0);
      const scored = await risk(
        "score",
        "--model",
        file("a.model"),
        "--data",
        data,
        "--out",
        file("s.csv"),
      );
      expect(scored.code, scored.err).toBe(0);
    },
  );

  it("refuses a number that no feature can hold, and names its row", async () => {
    const data = await table(
      "large.csv",
      rows((row, at) => (at === 5 ? { ...row, Price: "1e39" } : row)),
    );
    await refused("row 6: Price", data);
    await refused("CH4102", data, SCHEMA, "--kind", "linear");
  });

  it("refuses days of another form, and names the row", async () => {
    const turned = (day: string) => day.split("-").reverse().join("/");
    const data = await table(
      "days.csv",
      rows((row, at) => (at === 7 ? { ...row, Date: turned(String(row.Date)) } : row)),
    );
    await refused("row 8: Date", data);
  });

  it("learns from a table without a date that is sorted by its result, and from few findings long ago", async () => {
    const undated = { ...SCHEMA, columns: SCHEMA.columns.slice(1) };
    const sorted = await table(
      "sorted.csv",
      rows().toSorted((a, b) => Number(b.Found) - Number(a.Found)),
    );
    const drawn = await train(sorted, undated);
    expect(drawn.out, drawn.err).toContain("drawn by chance");
    const old = rows((row, at) => ({ ...row, Found: Number(at % 10 === 0 && at < 100) }));
    const { code, out, err } = await train(await table("old.csv", old), SCHEMA, "--json");
    expect(code, err).toBe(0);
    expect(JSON.parse(out).settings).toMatchObject({ holdOut: 0.1, heldOut: "one-result" });
  });

  it("refuses a column that is the target, however few rows there are", async () => {
    const data = await table(
      "leak.csv",
      rows((row) => ({ ...row, Outcome: row.Found as number })),
    );
    const outcome = { name: "Outcome", kind: "number" };
    await refused("CH4106", data, { ...SCHEMA, columns: [...SCHEMA.columns, outcome] });
  });

  it("refuses, before it learns, a place where nothing can be written and trees that are too deep", async () => {
    const good = file("good.csv");
    for (const out of [file("none/x.model"), path.join(good, "x.model"), folder]) {
      // Two hours of learning.
      const long = ["--trees", "100000", "--out", out];
      const told = out === folder ? "is a folder" : "x.model cannot be opened (ENO";
      await refused(told, good, SCHEMA, ...long);
    }
    await refused("CH4109", good, SCHEMA, "--trees", "100000", "--depth", "17");
  });

  it("refuses a weight that would leave no findings", async () => {
    await refused("above 0", file("good.csv"), SCHEMA, "--positive-weight", "0");
  });
});

describe("a file where a folder should be", () => {
  const at = ["--history", "good.csv"] as const;
  it.each([
    ["learn", ...at, "--out", "b.model"],
    ["replay", "--policy", "rules.json", ...at],
    ["rules", "backtest", "--rules", "rules.json", ...at],
  ])("is told by %s %s without a stack", async (...args) => {
    await writeFile(file("rules.json"), "[]");
    const given = args.map((one) => (/\.(csv|model|json)$/.test(one) ? file(one) : one));
    const { code, out, err } = await risk(...given);
    expect([code, out]).toEqual([2, ""]);
    expect(err).not.toContain("    at ");
    expect(err).toMatch(/good\.csv cannot be opened \(ENOTDIR\)/);
  });
});

describe("risk import-model", () => {
  const booster = (names: readonly string[]) => ({
    learner: {
      feature_names: names,
      gradient_booster: {
        name: "gbtree",
        model: {
          trees: [
            {
              default_left: [0, 0, 0],
              left_children: [1, -1, -1],
              right_children: [2, -1, -1],
              split_conditions: [150, -1, 1],
              split_indices: [0, 0, 0],
              sum_hessian: [2, 1, 1],
              tree_param: { size_leaf_vector: "1" },
            },
          ],
        },
      },
      learner_model_param: { base_score: "5E-1", num_class: "0" },
      objective: { name: "binary:logistic" },
    },
  });
  async function imported(names: readonly string[], ...more: string[]) {
    await writeFile(file("booster.json"), JSON.stringify(booster(names)));
    await rm(file("b.model"), { force: true });
    const given = [
      "--booster",
      file("booster.json"),
      "--target",
      "Found",
      "--out",
      file("b.model"),
    ];
    return await risk("import-model", ...given, ...more);
  }

  it("scores tables by their own identifiers", async () => {
    const { code, err } = await imported(["Price"], "--id", "ID");
    expect(code, err).toBe(0);
    const files = ["--model", file("b.model"), "--data", file("good.csv"), "--out", file("s.csv")];
    const scored = await risk("score", ...files);
    expect(scored.code, scored.err).toBe(0);
    expect(await readFile(file("s.csv"), "utf8")).toMatch(/^ID,score\nd0,0\.\d+\n/);
  });

  it("writes nothing that could not be read", async () => {
    const names = Array.from({ length: 600 }, (_, at) => `f${at}`);
    const { code, err } = await imported(names);
    expect([code, err]).toEqual([2, expect.stringContaining("CH4607")]);
    expect(existsSync(file("b.model"))).toBe(false);
  });
});
