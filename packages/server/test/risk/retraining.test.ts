/** The server learns challengers by itself: what beats the model in force becomes a draft, and nothing else changes anything. */

import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { labelledHistory, learnFromHistory, parseModel } from "@customhouse/history";
import type { StoredFact } from "@customhouse/history/fact";
import { USUAL_SETTINGS } from "@customhouse/learning";
import type { BacktestReport } from "@customhouse/risk/backtest";
import type { Retraining } from "@customhouse/risk/monitor";
import { rule } from "@customhouse/testkit";
import { type TestDatabase, withDatabase } from "@customhouse/testkit/database";
import { patience } from "@customhouse/testkit/patience";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { exportFacts } from "../../../history/test/facts/play.ts";
import {
  keepChallenger,
  RETRAINING_SUBJECT,
} from "../../src/rooms/risk/retraining/keep-challenger.ts";
import { Retrainer } from "../../src/rooms/risk/retraining/retrainer.ts";
import { RetrainingJob } from "../../src/rooms/risk/retraining/run.ts";
import type { RetrainingResult } from "../../src/rooms/risk/retraining/thread.ts";
import {
  activatePolicy,
  activePolicy,
  listModels,
  listPolicies,
  loadModel,
  loadPolicy,
  rollBackPolicy,
  signPolicy,
  storeModel,
} from "../../src/rooms/risk/store/policies.ts";
import {
  askRetraining,
  cancelRetraining,
  claimRetraining,
  endRetraining,
  listRetrainings,
  openRetraining,
} from "../../src/rooms/risk/store/retrainings.ts";
import { type PolicyGround, putPolicyInForce } from "../support/policies.ts";
import { putFacts, putModel, SMALL, storedFacts } from "../support/risk-history.ts";

const RUNS = 600;
const FACTS = storedFacts(RUNS, 4);
const DAY = 86_400;
let core: PolicyGround & { readonly database: TestDatabase };
let now: number;

beforeEach(async () => {
  now = Date.parse("2026-03-10T08:00:00Z");
  const database = await withDatabase();
  core = { database, clock: () => new Date(now), refreshRisk: async () => undefined };
});
afterEach(() => core?.database.drop());

function advance(seconds: number): void {
  now += seconds * 1_000;
}

const db = () => core.database.writer;
const options = () => ({ database: core.database, clock: core.clock, log: () => undefined });
const retrainer = () => new Retrainer(options());
const at = () => core.clock().toISOString();
const poor = { trees: 1, depth: 1 };
const same = { trees: SMALL.trees, depth: SMALL.depth };

/** A policy with a model of this size, and the history that it has learnt from. */
async function inForce(
  size: typeof poor,
  retraining: Partial<Retraining> = {},
  facts: readonly StoredFact[] = FACTS,
) {
  await putFacts(core.database, facts);
  const model = await putModel(core.database, FACTS, size);
  const version = await putPolicyInForce(core, {
    model,
    rules: [rule({ id: "CHEAP", when: 'item.hs4 == "8517"', weight: 10 })],
    retraining: { ...SMALL, ...retraining },
  });
  advance(1);
  return { model, version };
}

const asked = (number: number) =>
  askRetraining(db(), {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    reason: "asked",
    askedBy: "analyst",
    askedAt: at(),
  });

/** When a run is in the middle. */
async function begun(): Promise<void> {
  while ((await openRetraining(db()))?.state !== "running") await sleep(5);
}

async function unchanged(version: number | undefined, models: number) {
  expect(await activePolicy(db())).toBe(version);
  expect(await listModels(db())).toHaveLength(models);
  expect((await listPolicies(db())).length).toBe(version ?? 0);
}

describe("a challenger that beats the model in force", () => {
  it("waits as a draft that was tried until a second person has signed it", async () => {
    const { model, version } = await inForce(poor);
    const run = await retrainer().runOnce();
    expect(run).toMatchObject({ outcome: "draft", reason: "schedule", state: "over", attempt: 1 });
    expect(run).toMatchObject({ policy: version, draft: version + 1 });
    const result = run?.result as RetrainingResult | undefined;
    expect(result?.champion?.digest).toBe(model);
    expect(result?.comparison?.difference.from).toBeGreaterThan(0);
    expect(result?.comparison?.byChance).toBeGreaterThan(30);
    expect(result?.data).toMatchObject({ facts: FACTS.length, upTo: FACTS.length });
    expect(result?.data.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await activePolicy(db())).toBe(version);

    const draft = await loadPolicy(db(), version + 1);
    expect(draft).toMatchObject({ state: "tried", createdBy: RETRAINING_SUBJECT });
    // Champion and challenger each select by their own scores.
    const report = draft?.report as BacktestReport | undefined;
    expect(report).toMatchObject({ against: version, cases: RUNS });
    expect(report?.before.byModel).toBeGreaterThan(0);
    expect(report?.after.byModel).toBeGreaterThan(0);
    expect(report?.after.byModel).not.toBe(report?.before.byModel);
    expect(report?.digests.after).not.toBe(report?.digests.before);
    expect(draft?.policy).toEqual({
      ...(await loadPolicy(db(), version))?.policy,
      model: run?.model,
    });
    expect(await activatePolicy(db(), version + 1, "analyst", at())).toBe(false);
    expect(await signPolicy(db(), version + 1, "analyst", at())).toBe(true);
    expect(await activatePolicy(db(), version + 1, "analyst", at())).toBe(true);
    expect(await retrainer().runOnce()).toBeUndefined();
  });

  it("is the very model that `risk learn` makes of the exported history, with its lineage", async () => {
    const { model, version } = await inForce(poor);
    const run = await retrainer().runOnce();
    const stored = await parseModel(Buffer.from((await loadModel(db(), run?.model ?? "")) ?? []));
    const folder = await mkdtemp(path.join(os.tmpdir(), "customhouse-retraining-"));
    try {
      await exportFacts(folder, FACTS);
      const learnt = await learnFromHistory({
        cases: await labelledHistory({ folder }),
        holdOut: SMALL.holdOut,
        settings: { ...USUAL_SETTINGS, ...same },
        members: SMALL.members,
        seed: SMALL.seed,
        now: at(),
      });
      const { lineage, ...card } = stored.card;
      expect(card).toEqual(learnt.card);
      expect(stored.model).toEqual(learnt.model);
      expect(lineage).toMatchObject({
        retraining: run?.id,
        policy: version,
        champion: { digest: model },
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it("is signed off by somebody else than who asked for it", async () => {
    await inForce(poor);
    await asked(1);
    const draft = (await retrainer().runOnce())?.draft ?? 0;
    expect(await signPolicy(db(), draft, "analyst", at())).toBe(false);
    expect(await signPolicy(db(), draft, "analyst2", at())).toBe(true);
  });

  it("is put in force by itself where the policy says so, taken back in one step, and then signed", async () => {
    const { version } = await inForce(poor, { activates: "by-itself" });
    const run = await retrainer().runOnce();
    expect(run).toMatchObject({ outcome: "activated", draft: version + 1 });
    expect(await loadPolicy(db(), version + 1)).toMatchObject({
      state: "active",
      activatedBy: RETRAINING_SUBJECT,
    });
    advance(60);
    expect(await rollBackPolicy(db(), "analyst", at())).toEqual({ version });
    advance(8 * DAY);
    const again = await retrainer().runOnce();
    expect(again).toMatchObject({
      outcome: "draft",
      message: expect.stringContaining("taken back"),
    });
    expect(await activePolicy(db())).toBe(version);
  });

  it("is signed all the same where chance picked none of the cases that it was judged on", async () => {
    const selected = FACTS.map((fact) => {
      if (fact.body.kind !== "run") return fact;
      return { ...fact, body: { ...fact.body, run: { ...fact.body.run, basis: "criteria" } } };
    });
    const { version } = await inForce(poor, { activates: "by-itself" }, selected);
    expect(await retrainer().runOnce()).toMatchObject({
      outcome: "draft",
      message: expect.stringContaining("Chance picked too few"),
      result: { comparison: { byChance: 0 } },
    });
    expect(await activePolicy(db())).toBe(version);
  });

  it("has to beat the order of the rules where no model is in force, and is then signed", async () => {
    await putFacts(core.database, FACTS);
    const version = await putPolicyInForce(core, {
      rules: [rule({ id: "FRENCH", when: 'item.origin == "FR"', weight: 40 })],
      retraining: { ...SMALL, activates: "by-itself" },
    });
    const run = await retrainer().runOnce();
    expect(run).toMatchObject({
      outcome: "draft",
      message: expect.stringContaining("first model"),
    });
    expect(run?.result).not.toHaveProperty("champion");
    expect(await activePolicy(db())).toBe(version);
  });
});

describe("a challenger that does not beat it", () => {
  it("is not kept where it is no better", async () => {
    const { version } = await inForce(same);
    const run = await retrainer().runOnce();
    expect(run).toMatchObject({ outcome: "not-better" });
    expect(run?.result).toMatchObject({ comparison: { difference: { from: 0, to: 0 } } });
    await unchanged(version, 1);
  });

  it("is not learnt from too little", async () => {
    const few = await inForce(poor, { minimumCases: 10_000 });
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "too-little" });
    await unchanged(few.version, 1);
  });

  it("is not learnt from one result alone", async () => {
    const clean = FACTS.map((fact) =>
      fact.body.kind === "run" ? fact : { ...fact, body: { ...fact.body, findings: [] } },
    );
    await putFacts(core.database, clean);
    const version = await putPolicyInForce(core, { retraining: SMALL });
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "one-class" });
    await unchanged(version, 0);
  });
});

describe("a retraining that is due", () => {
  it("is none where the policy does not ask for it, or the last is not long ago", async () => {
    await putFacts(core.database, FACTS);
    await putPolicyInForce(core, {});
    expect(await retrainer().runOnce()).toBeUndefined();
    await putPolicyInForce(core, { retraining: { ...SMALL, minimumCases: 10_000 } });
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "too-little" });
    advance(6 * DAY);
    expect(await retrainer().runOnce()).toBeUndefined();
    advance(DAY);
    expect(await retrainer().runOnce()).toMatchObject({ reason: "schedule" });
  });

  it("is one sooner where monitoring raised an alarm since the last", async () => {
    const drifted = FACTS.map((fact, index) => {
      if (fact.body.kind !== "run") return fact;
      const lane = index < FACTS.length / 2 ? ("green" as const) : ("red" as const);
      return { ...fact, body: { ...fact.body, run: { ...fact.body.run, lane } } };
    });
    await putPolicyInForce(core, {
      retraining: { ...SMALL, minimumCases: 10_000, everyDays: 300 },
    });
    expect(await retrainer().runOnce()).toMatchObject({ reason: "schedule", alarms: [] });
    await putFacts(core.database, drifted);
    advance(3600);
    expect(await retrainer().runOnce()).toBeUndefined();
    advance(DAY);
    const run = await retrainer().runOnce();
    expect(run).toMatchObject({ reason: "alarm", alarms: ["drift:lane"] });
    advance(2 * DAY);
    expect(await retrainer().runOnce()).toBeUndefined();
  });
});

describe("a retraining that is called off", () => {
  const HUGE = { trees: 5_000, depth: 10 };

  it("ends at once in the middle of learning, with nothing stored, while the server goes on", async () => {
    const { version } = await inForce(poor, HUGE);
    const server = retrainer();
    const running = server.runOnce();
    let run = await openRetraining(db());
    while (run?.progress?.stage !== "trees") {
      await sleep(5);
      run = await openRetraining(db());
    }
    const startedMs = performance.now();
    const answer = await cancelRetraining(db(), run.id, "analyst2", at());
    expect(answer).toMatchObject({ state: "over", outcome: "cancelled", cancelledBy: "analyst2" });
    expect(await running).toEqual(answer);
    expect(performance.now() - startedMs).toBeLessThan(patience(5_000));
    await unchanged(version, 1);
    // It is begun neither by another server nor by this one, until the next is due or asked for.
    expect(await retrainer().runOnce()).toBeUndefined();
    expect(await server.runOnce()).toBeUndefined();
    advance(8 * DAY);
    await putPolicyInForce(core, { retraining: { ...SMALL, minimumCases: 10_000 } });
    expect(await server.runOnce()).toMatchObject({ outcome: "too-little", reason: "schedule" });
  });

  it("is never begun where it had not been", async () => {
    await inForce(poor);
    const { id } = await asked(20);
    await cancelRetraining(db(), id, "analyst", at());
    expect(await retrainer().runOnce()).toBeUndefined();
    expect(await listRetrainings(db())).toMatchObject([
      { outcome: "cancelled", attempt: 0, cancelledBy: "analyst" },
    ]);
  });

  it("keeps neither model nor draft where it is called off when all is learnt", async () => {
    const { version, model } = await inForce(poor, { activates: "by-itself" });
    const run = await claimRetraining(db(), (await asked(21)).id, { at: at(), policy: version });
    await cancelRetraining(db(), run!.id, "analyst", at());
    const { policy } = (await loadPolicy(db(), version))!;
    const content = (await loadModel(db(), model))!;
    const challenger = { digest: "f".repeat(64), content, card: {} as never };
    const comparison = { byChance: 100 };
    const late = keepChallenger(db(), {
      ...{ run: run!, version, policy, challenger, at: at() },
      ...{ result: { comparison } as never, report: {} as never },
    });
    await expect(late).rejects.toThrow("called off");
    await unchanged(version, 1);
  });

  it("stays what it was once it is over, however often that is asked for", async () => {
    const { version } = await inForce(poor);
    const over = await retrainer().runOnce();
    expect(await cancelRetraining(db(), over!.id, "analyst", at())).toEqual(over);
    const { id } = await asked(22);
    const first = await cancelRetraining(db(), id, "analyst", at());
    advance(60);
    expect(await cancelRetraining(db(), id, "analyst2", at())).toEqual(first);
    expect(await cancelRetraining(db(), id.replace(/.$/, "f"), "x", at())).toBeUndefined();
    expect(await activePolicy(db())).toBe(version);
  });
});

describe("a retraining that goes wrong", () => {
  it("leaves nothing when it is stopped in the middle, and is done by the next server", async () => {
    const { version } = await inForce(poor);
    const first = retrainer();
    const running = first.runOnce();
    await begun();
    first.stop();
    expect(await running).toMatchObject({ state: "waiting", attempt: 0 });
    await unchanged(version, 1);
    expect(await first.runOnce()).toBeUndefined();
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "draft", attempt: 1 });
  });

  it("is begun again after a server that was killed, whose answer counts no more", async () => {
    await inForce(poor);
    const { id } = await asked(2);
    const gone = await claimRetraining(db(), id, { at: at(), policy: 1 });
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "draft", attempt: 2 });
    const late = await endRetraining(db(), gone!, { outcome: "failed", at: at() });
    expect(late).toBe(false);
  });

  it("is done once where a server lost its connection and goes on learning", async () => {
    await inForce(poor);
    const lost = retrainer()
      .runOnce()
      .catch(() => undefined);
    await begun();
    const owner = new Client({ connectionString: core.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `SELECT pg_terminate_backend(pid, 10000) FROM pg_locks WHERE locktype = 'advisory'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    await owner.end();
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "draft", attempt: 2 });
    await lost;
    expect(await listPolicies(db())).toHaveLength(2);
    expect(await listRetrainings(db())).toMatchObject([{ outcome: "draft", attempt: 2 }]);
  });

  it("is given up after servers that were killed three times", async () => {
    const { version } = await inForce(poor);
    const { id } = await asked(3);
    for (let time = 0; time < 3; time += 1) {
      await claimRetraining(db(), id, { at: at(), policy: 1 });
    }
    expect(await retrainer().runOnce()).toMatchObject({ outcome: "failed", code: "CH8128" });
    await unchanged(version, 1);
  });

  it("keeps the code where it takes too long, or a model that is no longer sound is in force", async () => {
    const { version } = await inForce(poor);
    const late = new RetrainingJob({ ...options(), mostMs: 1 });
    expect(await late.do(await asked(10))).toMatchObject({ outcome: "failed", code: "CH8127" });
    await unchanged(version, 1);
    const model = "0".repeat(64);
    await storeModel(db(), {
      digest: model,
      name: "broken",
      card: {} as never,
      content: Buffer.from("customhouse-model 1 sha256:00"),
      createdBy: "analyst",
      createdAt: at(),
    });
    await putPolicyInForce(core, { model, retraining: SMALL });
    const broken = new RetrainingJob(options());
    expect(await broken.do(await asked(11))).toMatchObject({
      outcome: "failed",
      code: "CH8126",
      message: expect.stringContaining("cannot be read"),
    });
    await unchanged(version + 1, 2);
  });

  it("makes no draft of a policy that was replaced meanwhile", async () => {
    const { version } = await inForce(poor);
    const running = retrainer().runOnce();
    await begun();
    await putPolicyInForce(core, {});
    expect(await running).toMatchObject({ outcome: "failed", code: "CH8129", policy: version });
    await unchanged(version + 1, 1);
  });

  it("is one run for two servers", async () => {
    await inForce(poor);
    const both = await Promise.all([retrainer().runOnce(), retrainer().runOnce()]);
    expect(both.filter((run) => run !== undefined)).toHaveLength(1);
    expect(await listRetrainings(db())).toHaveLength(1);
    expect(await listPolicies(db())).toHaveLength(2);
  });
});
