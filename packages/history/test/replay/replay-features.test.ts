/** A policy over stored feature rows says of every run what it says over the history itself, to the last digit. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { USUAL_SETTINGS } from "@customhouse/learning";
import { rowScorer } from "@customhouse/learning/rows";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { compileRules } from "@customhouse/risk/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rule } from "../../../testkit/src/rules.ts";
import { labelledHistory } from "../../src/facts/labelled-history.ts";
import { readModel, writeModel } from "../../src/files/model-file.ts";
import { replayFeatures } from "../../src/replay/replay-features.ts";
import { replayHistory } from "../../src/replay/replay-history.ts";
import { learnFromHistory } from "../../src/training/learn-history.ts";
import { exportFacts, madeFacts } from "../facts/play.ts";

const RUNS = 900;
const WRITTEN = [rule({ id: "FIRST", when: 'item.hs4 == "8517"' })];
const TRIED = [
  rule({ id: "ITEM", when: 'item.hs4 == "8517" && declaration.importerDeclarations30 > 40' }),
  rule({ id: "FAILS", when: "item.priceDeviations < -1.0", mode: "shadow" }),
  rule({ id: "LIST", when: '"N380" in item.documents && item.originHs6HitRate > 0.1', weight: 40 }),
  rule({ id: "LATER", when: "item.value > 4000.0", validFrom: "2026-03-04", weight: 100 }),
  rule({
    id: "LOOP",
    scope: "declaration",
    when: 'items.exists(i, i.origin == "CN" && i.unitPrice < 20.0)',
  }),
];

const { set: SET } = compileRules(TRIED);

let root: string;
let folder: string;
let features: string;
let file: string;
const inRoot = (name: string) => path.join(root, name);

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "customhouse-replay-features-"));
  folder = inRoot("history");
  features = inRoot("features");
  file = inRoot("model");
  await exportFacts(folder, madeFacts(RUNS, 6));
  await replayHistory({ folder, features, set: compileRules(WRITTEN).set, criteria: [] });
  const learnt = await learnFromHistory({
    cases: await labelledHistory({ folder }),
    holdOut: 0.3,
    settings: { ...USUAL_SETTINGS, trees: 30, depth: 4 },
    members: 1,
    seed: 1,
    threads: 1,
    now: "2026-03-20T00:00:00.000Z",
  });
  await writeModel(file, learnt);
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function models() {
  const scorer = rowScorer((await readModel(file)).model, FEATURE_SCHEMA);
  // As the command line has it: one value for both.
  return { overFacts: { id: "M", ...scorer }, overRows: { id: "M", file, ...scorer } };
}

describe("a replay over feature rows", () => {
  it("says of every run what the history says, whatever the number of threads", async () => {
    const { overFacts, overRows } = await models();
    const judging = { lanes: { thresholds: { red: 0.6, yellow: 0.3, blue: 0.1 } }, criteria: [] };
    const whole = await replayHistory({
      ...judging,
      folder,
      set: SET,
      model: overFacts,
      out: inRoot("whole.csv"),
    });
    const { facts: _facts, resumedAt: _at, losses: _losses, results: _results, ...rest } = whole;
    for (const threads of [1, 2, 5]) {
      const out = inRoot(`rows-${threads}.csv`);
      const order = { ...judging, folder: features, set: SET, model: overRows, threads, out };
      expect(await replayFeatures(order)).toEqual({ ...rest, results: 0 });
      expect(await readFile(out, "utf8")).toBe(await readFile(inRoot("whole.csv"), "utf8"));
    }
    // It would hold of nothing, too.
    for (const { hits, failures, rule: id } of whole.rules) {
      expect(hits + failures, id).toBeGreaterThan(0);
    }
    expect(whole.laneShift.red.red + whole.laneShift.green.red).toBeGreaterThan(0);
    expect(whole.laneShift.green.green).toBeGreaterThan(0);
  });

  it("looks at the days that are asked for, and tells how far it is", async () => {
    const from = "2026-03-03";
    const to = "2026-03-05";
    const told: number[] = [];
    const onDay = (days: number) => told.push(days);
    const order = { folder: features, set: SET, criteria: [], from, to, onDay };
    const tally = await replayFeatures(order);
    const whole = await replayHistory({ folder, set: SET, criteria: [], from, to });
    expect(whole).toMatchObject({ ...tally, results: expect.any(Number) });
    expect(tally.runs).toBe(3 * 144);
    expect(told).toEqual([1, 2, 3]);
  });

  it("refuses a folder without rows, and what is no model", async () => {
    const order = { folder: root, set: SET, criteria: [] };
    await expect(replayFeatures(order)).rejects.toMatchObject({ code: "CH4602" });
    const broken = { ...order, folder: features, model: { id: "M", file: inRoot("whole.csv") } };
    await expect(replayFeatures(broken)).rejects.toMatchObject({ code: "CH4604" });
  });
});
