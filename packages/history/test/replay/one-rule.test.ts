/** One rule over stored columns hits and fails where it does in a full replay. */
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { compileRules } from "@customhouse/risk/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rule } from "../../../testkit/src/rules.ts";
import { replayOneRule } from "../../src/replay/one-rule.ts";
import { replayHistory } from "../../src/replay/replay-history.ts";
import { exportFacts, madeFacts } from "../facts/play.ts";

const RUNS = 600;
const RULES = [
  rule({ id: "ITEM", when: 'item.hs4 == "8517" && declaration.importerDeclarations30 > 40' }),
  rule({ id: "FAILS", when: "item.priceDeviations < -1.0" }),
  rule({ id: "LIST", when: '"N380" in item.documents && item.originHs6HitRate > 0.1' }),
  rule({ id: "WHOLE", scope: "declaration", when: "declaration.importerHits90 > 10" }),
  rule({
    id: "LOOP",
    scope: "declaration",
    when: 'items.exists(i, i.origin == "CN" && i.unitPrice < 20.0)',
  }),
  rule({ id: "COUNT", scope: "declaration", when: "size(items) == 2" }),
];

let root: string;
let order: Parameters<typeof replayHistory>[0] & { readonly features: string };
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "customhouse-one-rule-"));
  const folder = path.join(root, "history");
  await exportFacts(folder, madeFacts(RUNS, 3));
  const features = path.join(root, "features");
  order = { folder, features, set: compileRules(RULES).set, criteria: [] };
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("one rule over stored columns", () => {
  it("hits and fails as in the replay that wrote them", async () => {
    const { rules } = await replayHistory(order);
    for (const rule of RULES) {
      const whole = rules.find((one) => one.rule === rule.id);
      const tally = await replayOneRule({ folder: order.features, rule, threads: 2 });
      expect([rule.id, tally]).toMatchObject([
        rule.id,
        { runs: RUNS, hits: whole?.hits, storedHits: whole?.hits, gained: 0, lost: 0 },
      ]);
      expect(tally.failures, rule.id).toBe(whole?.failures);
      expect(tally.hits, rule.id).toBeGreaterThan(0);
      expect(tally.hits, rule.id).toBeLessThan(RUNS);
    }
  });

  it("tells what a change gains and loses, and refuses what is no rule", async () => {
    const [rule] = RULES;
    if (rule === undefined) throw new Error("there are rules");
    const changed = { ...rule, when: rule.when.replace("8517", "6203") };
    const before = await replayOneRule({ folder: order.features, rule });
    const tally = await replayOneRule({ folder: order.features, rule: changed });
    expect(tally.storedHits).toBe(before.hits);
    expect(tally.hits - tally.gained).toBe(tally.storedHits - tally.lost);
    expect(Math.min(tally.gained, tally.lost)).toBeGreaterThan(0);
    const broken = { ...rule, when: "item.nothing > 1" };
    await expect(replayOneRule({ folder: order.features, rule: broken })).rejects.toMatchObject({
      code: "CH4605",
    });
    await expect(replayOneRule({ folder: root, rule })).rejects.toMatchObject({ code: "CH4602" });
  });

  it("reads rows of a replay that was stopped and went on", async () => {
    const features = path.join(root, "stopped");
    const again = { ...order, features, checkpointMs: 0 };
    const stop = (facts: number) => {
      if (facts > 500) throw new TypeError("stopped");
    };
    await expect(replayHistory({ ...again, onFacts: stop })).rejects.toThrowError("stopped");
    expect((await replayHistory(again)).resumedAt).toBeGreaterThan(0);
    expect((await readdir(path.join(features, "day=2026-03-02"))).sort()).toEqual([
      "declarations.parquet",
      "items.parquet",
    ]);
    for (const rule of RULES) {
      const whole = await replayOneRule({ folder: order.features, rule });
      expect(await replayOneRule({ folder: features, rule })).toEqual(whole);
    }
  });
});
