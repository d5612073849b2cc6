/** Models from our own history: what they learn from, and when a challenger beats a champion. */
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Model, USUAL_SETTINGS } from "@customhouse/learning";
import { rowScorer } from "@customhouse/learning/rows";
import { FEATURE_SCHEMA } from "@customhouse/risk/features";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StoredFact } from "../../src/facts/fact.ts";
import { isFound, type LabelledCase } from "../../src/facts/label-cases.ts";
import { labelledHistory } from "../../src/facts/labelled-history.ts";
import { compareModels } from "../../src/training/compare-models.ts";
import { learnFromHistory, learntTo } from "../../src/training/learn-history.ts";
import { exportFacts, madeFacts } from "../facts/play.ts";

const FACTS = madeFacts(900, 4);
let root: string;
let folder: string;
let cases: readonly LabelledCase[];

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "customhouse-learn-"));
  folder = path.join(root, "history");
  await exportFacts(folder, FACTS);
  cases = await labelledHistory({ folder });
});
afterAll(() => rm(root, { recursive: true, force: true }));

const learn = (from: readonly LabelledCase[], trees: number, seed = 1) =>
  learnFromHistory({
    cases: from,
    holdOut: 0.3,
    settings: { ...USUAL_SETTINGS, trees, depth: trees === 1 ? 1 : 6 },
    members: 1,
    seed,
    threads: 1,
    now: "2026-03-20T00:00:00.000Z",
  });

const compared = (
  champion: Model,
  challenger: Model,
  some: readonly LabelledCase[],
  seed: number,
) =>
  compareModels(
    rowScorer(champion, FEATURE_SCHEMA).probability,
    rowScorer(challenger, FEATURE_SCHEMA).probability,
    some,
    { seed },
  );

describe("a labelled history", () => {
  it("has the controlled cases in the order of time, with what was found", () => {
    const results = FACTS.filter(({ body }) => body.kind === "result");
    expect(cases.map(({ caseId }) => caseId)).toEqual(results.map(({ caseId }) => caseId));
    for (const [index, { body }] of results.entries()) {
      if (body.kind !== "result") throw new Error("results were asked for");
      const one = cases[index];
      if (one === undefined) throw new Error("there is a case for every result");
      expect(isFound(one)).toBe(body.findings.length > 0);
      expect(one.found).toEqual(new Set(body.findings.map(({ item }) => item)));
    }
    // Histories grow: what is known of the declarant is not the same for everybody.
    const counts = cases.map(({ row }) => Number(row.declaration.declarantDeclarations365));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(500);
  });

  it("has what came out later: offences and audits of the whole, and what an appeal says instead", async () => {
    const last = FACTS.at(-1);
    const ofResult = new Set(
      FACTS.filter(({ body }) => body.kind === "result").map(({ caseId }) => caseId),
    );
    const found = cases.filter(isFound).map(({ caseId }) => caseId);
    const unseen = FACTS.find(({ caseId }) => !ofResult.has(caseId))?.caseId;
    const [kept = "", annulled = ""] = found;
    const later = [
      { caseId: unseen ?? "", control: "offence", findings: [{ code: "undeclared" }] },
      { caseId: kept, control: "audit", findings: [{ code: "undervaluation" }] },
      { caseId: annulled, control: "appeal", findings: [] },
    ].map(({ caseId, control, findings }, index): StoredFact => {
      const body = { kind: "result", control, findings } as const;
      const at = last?.visibleAt ?? "";
      const position = (last?.position ?? 0) + index + 1;
      return { position, caseId, eventSeq: 900 + index, at, visibleAt: at, body };
    });
    const other = path.join(root, "outcomes");
    await exportFacts(other, [...FACTS, ...later]);
    const after = new Map(
      (await labelledHistory({ folder: other })).map((one) => [one.caseId, one]),
    );
    expect(after.get(unseen ?? "")?.found).toBe("all");
    expect(after.get(kept)?.found).toEqual(cases.find(({ caseId }) => caseId === kept)?.found);
    expect(after.get(annulled)?.found).toEqual(new Set());
  });

  it("begins after a moment with what was known before", async () => {
    const after = cases[300]?.at ?? "";
    const later = await labelledHistory({ folder, after });
    expect(later).toEqual(cases.slice(301));
  });
});

describe("a model from a history", () => {
  it("finds on later cases what there is to find, the same with the same seed", async () => {
    const learnt = await learn(cases, 60);
    expect(learnt.heldOut?.auc).toBeGreaterThan(0.9);
    expect(learnt.heldOutCases).toBe(Math.round(cases.length * 0.3));
    expect(learntTo(learnt)).toBe(cases[cases.length - learnt.heldOutCases - 1]?.at);
    expect((await learn(cases, 60)).model).toEqual(learnt.model);
    expect(learnt.card.settings.heldOut).toBe("newest");
  });

  it("says that it is not calibrated where what would be held out has one result", async () => {
    const found = cases.filter(isFound);
    const clean = cases.filter((one) => !isFound(one));
    // The newest tenth of what is learnt from is clean.
    const learnt = await learn([...found.slice(0, 60), ...clean.slice(0, 140)], 5);
    expect(learnt.card.settings.heldOut).toBe("one-result");
    expect(learnt.model.calibration).toBeUndefined();
  });

  it("is refused where there is too little", async () => {
    await expect(learn(cases.slice(0, 50), 5)).rejects.toMatchObject({ code: "CH4606" });
    const clean = cases.filter((one) => !isFound(one));
    await expect(learn(clean, 5)).rejects.toMatchObject({ code: "CH4606" });
  });
});

describe("a challenger", () => {
  it("beats a worse champion, and not itself or a better one", async () => {
    const poor = await learn(cases, 1);
    const good = await learn(cases, 60);
    const later = cases.filter(({ at }) => at > learntTo(good));
    const won = compared(poor.model, good.model, later, 1);
    expect(won).toMatchObject({ beats: true, cases: later.length });
    expect(won.difference.from).toBeGreaterThan(0);
    expect(won.challenger.auc).toBeGreaterThan(won.champion.auc);
    expect(compared(good.model, poor.model, later, 1).beats).toBe(false);
    const same = compared(good.model, good.model, later, 1);
    expect([same.difference, same.beats]).toEqual([{ from: 0, to: 0 }, false]);
    expect(() => compared(good.model, poor.model, later.slice(0, 9), 1)).toThrowError(
      expect.objectContaining({ code: "CH4606" }),
    );
  });
});
