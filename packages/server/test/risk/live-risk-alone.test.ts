/** What is in force stays in force when what comes next cannot be used, and nothing that waits is lost. */
import { createSecretKey } from "node:crypto";
import type { RiskPolicy } from "@customhouse/risk";
import { History, type RiskRow } from "@customhouse/risk/features";
import { declaration, rule } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { xa } from "../../../../countries/xa/src/xa.ts";
import { keyedHash } from "../../src/platform/keyed-hash.ts";
import { compose } from "../../src/rooms/declarations/decide/compose.ts";
import { packHistory } from "../../src/rooms/risk/history/packed-history.ts";
import { caseFacts } from "../../src/rooms/risk/live/case-facts.ts";
import { LaneTally } from "../../src/rooms/risk/live/lane-tally.ts";
import {
  LiveRisk,
  type LiveRiskOptions,
  type SeenRun,
} from "../../src/rooms/risk/live/live-risk.ts";
import type { Scorer } from "../../src/rooms/risk/live/scorer.ts";

const POLICY: RiskPolicy = {
  rules: [rule({ id: "ALL", when: "true" })],
  lanes: { thresholds: { red: 0.8, yellow: 0.5, blue: 0.3 } },
  capacity: [],
  explorationShare: 0,
};
const KEY = keyedHash(createSecretKey(Buffer.alloc(32, 7)));
const now = () => new Date("2026-03-02T08:00:00Z");

function world(stored: Partial<LiveRiskOptions["stored"]> = {}) {
  const state = { active: 1, policies: new Map([[1, POLICY]]), kept: [] as string[] };
  const logged: string[] = [];
  const risk = new LiveRisk({
    stored: {
      activePolicy: async () => state.active,
      policy: async (version) => state.policies.get(version),
      facts: async () => [],
      history: async () => undefined,
      scorer: async () => {
        throw new Error("there is no model");
      },
      descriptions: async () => {
        throw new Error("there is none");
      },
      keepRuns: async (runs: readonly SeenRun[]) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        state.kept.push(...runs.map(({ caseId }) => caseId));
      },
      ...stored,
    },
    tally: new LaneTally(now, xa),
    pseudonymKey: KEY,
    clock: now,
    log: (message) => logged.push(message),
    took: () => undefined,
  });
  const assessed = () =>
    risk.assess(
      {
        declaration: declaration().Declaration ?? {},
        country: xa,
        draws: [0.9, 0.9],
        counts: { total: 0, byLane: {} },
      },
      { caseId: "01900000-0000-7000-8000-000000000001", direction: "import", dataSet: "import" },
      { at: now().toISOString(), office: "XAHBR001" },
      {},
    );
  return { risk, state, logged, assessed };
}

/** An act decided whole, with risk as it stands. */
function lodged(risk: LiveRisk) {
  const { Declaration: lodged = {} } = declaration();
  return compose({
    before: undefined,
    command: { type: "Submit", declaration: lodged, digest: "d", findings: [] },
    ...{ declaration: lodged, country: xa, now: now().toISOString() },
    ...{ caseId: "019587a0-0000-7000-8000-000000000001", mrn: "26XA0000000000000X" },
    ...{ draws: [0.9, 0.9], counts: { total: 0, byLane: {} }, office: "XAHBR001", risk },
  });
}

describe("live risk", () => {
  it("keeps what is in force when a model of the next policy is gone, and says so once", async () => {
    const { risk, state, logged, assessed } = world();
    await risk.refresh();
    expect(assessed()).toMatchObject({ assessment: { lane: "yellow" }, run: { policy: 1 } });
    state.policies.set(2, { ...POLICY, rules: [], model: "0".repeat(64) });
    state.active = 2;
    await risk.refresh();
    await risk.refresh();
    expect(assessed()).toMatchObject({ assessment: { lane: "yellow" }, run: { policy: 1 } });
    expect(logged).toHaveLength(1);
    state.policies.set(3, { ...POLICY, rules: [] });
    state.active = 3;
    await risk.refresh();
    expect(assessed()).toMatchObject({ assessment: { lane: "green" }, run: { policy: 3 } });
  });

  it("goes on by rules where the model fails, and says among what was not decided that it did", async () => {
    const failing = (id: string): Scorer => ({
      id,
      probability: () => {
        throw new Error("a tree is gone");
      },
      explanation: () => undefined,
    });
    const scoring: Scorer = { ...failing("sound"), probability: () => 0.9 };
    const scorers = new Map([
      ["a", failing("broken")],
      ["b", { ...scoring, id: "vague", probability: () => Number.NaN }],
      ["c", scoring],
    ]);
    const { risk, state, logged, assessed } = world({
      scorer: async (digest) => scorers.get(digest) ?? failing("gone"),
    });
    const under = async (version: number, policy: Partial<RiskPolicy>) => {
      state.policies.set(version, { ...POLICY, ...policy });
      state.active = version;
      await risk.refresh();
      return assessed();
    };
    for (const [version, model, id] of [
      [2, "a", "broken"],
      [3, "b", "vague"],
    ] as const) {
      const { assessment, run } = await under(version, { model });
      expect(assessment).toMatchObject({ lane: "yellow", criteria: ["ALL"] });
      expect(run).toMatchObject({ failed: [`model:${id}`] });
      expect(run).not.toHaveProperty("model");
    }
    // No lane asks why, but that the model failed does: what it saw is kept.
    await under(5, { rules: [], model: "a" });
    const outcome = lodged(risk);
    expect(outcome).toMatchObject({ granted: { case: { lane: "green" } }, seen: { items: [{}] } });
    const beside = await under(4, { model: "c", challenger: "a" });
    expect(beside.run).toMatchObject({ model: 0.9 });
    expect(beside.run).not.toHaveProperty("challenger");
    assessed();
    expect(logged).toHaveLength(2);
  });

  it("stores every run once, whoever asks for a refresh at the same time", async () => {
    const { risk, state } = world();
    const row: RiskRow = { at: now().toISOString(), day: "2026-03-02", declaration: {}, items: [] };
    const names = Array.from({ length: 1_200 }, (_, index) => `C${index}`);
    for (const name of names) risk.keep(name, row);
    await Promise.all([risk.refresh(), risk.refresh(), risk.refresh()]);
    expect(state.kept).toEqual(names);
  });

  it("begins with the history that was kept, and with the first fact where it is damaged", async () => {
    const lodged = caseFacts(
      declaration().Declaration ?? {},
      { caseId: "C0", direction: "import", dataSet: "import" },
      { at: "2026-03-01T08:00:00.000Z", office: "XAHBR001", country: xa },
      KEY,
    );
    const history = new History();
    history.observeLodged(lodged);
    const content = await packHistory(history);
    const asked: bigint[] = [];
    const facts = async (after: bigint) => {
      asked.push(after);
      return [];
    };
    const known = rule({ id: "KNOWN", when: "declaration.officeDeclarations365 > 0" });
    const policy = async () => ({ ...POLICY, rules: [known] });
    const kept = world({ facts, policy, history: async () => ({ position: 7n, content }) });
    await kept.risk.refresh();
    expect(kept.assessed()).toMatchObject({ assessment: { lane: "yellow" } });
    const broken = content.subarray(0, 20);
    const damaged = world({
      facts,
      policy,
      history: async () => ({ position: 7n, content: broken }),
    });
    await damaged.risk.refresh();
    expect(damaged.assessed()).toMatchObject({ assessment: { lane: "green" } });
    expect(damaged.logged).toHaveLength(1);
    expect(asked).toEqual([7n, 0n]);
  });
});
