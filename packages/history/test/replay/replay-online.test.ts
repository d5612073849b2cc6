/** A replay says what the server said, to the last digit: the same declarations on the real main path, exported, played again. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { seeded } from "@customhouse/learning";
import type { Country, WcoDocument } from "@customhouse/model";
import { compileRules } from "@customhouse/risk/rules";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadCountry } from "../../../server/src/boot/countries.ts";
import type { Actor } from "../../../server/src/platform/access/principal.ts";
import { recordFacts } from "../../../server/src/rooms/risk/jobs/record-facts.ts";
import { readFacts } from "../../../server/src/rooms/risk/store/facts.ts";
import {
  activatePolicy,
  signPolicy,
  storePolicy,
  storePolicyReport,
} from "../../../server/src/rooms/risk/store/policies.ts";
import { startTestCore } from "../../../server/test/support/core.ts";
import { declaration } from "../../../testkit/src/declarations.ts";
import { rule } from "../../../testkit/src/rules.ts";
import { exportHistory } from "../../src/facts/export-history.ts";
import { replayHistory } from "../../src/replay/replay-history.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const DECLARATIONS = 240;
const LANES = { thresholds: { red: 0.8, yellow: 0.5, blue: 0.3 } };

/** Over what was seen before, over prices, over what is missing; sure and unsure, live and in shadow. */
const RULES = [
  rule({
    id: "BUSY",
    scope: "declaration",
    when: "declaration.declarantDeclarations30 > 12",
    weight: 40,
  }),
  rule({
    id: "RATE",
    scope: "declaration",
    when: "declaration.declarantHitRate > 0.06",
    lane: "red",
    weight: 55,
  }),
  rule({
    id: "FOUND",
    scope: "declaration",
    when: "declaration.declarantHits90 > 1",
    lane: "red",
    weight: 85,
  }),
  rule({
    id: "ORIGIN",
    when: "item.originHs6Controls30 > 0 && item.value > 900.0",
    lane: "blue",
    weight: 35,
  }),
  rule({
    id: "RARE",
    when: 'item.hs4 == "8517" && item.originHs6Declarations365 < 6',
    weight: 100,
  }),
  rule({ id: "QUIET", when: "item.originHs6DaysSinceFirst >= 0", mode: "shadow" }),
  rule({
    id: "ALARMED",
    scope: "declaration",
    when: "has(declaration.containerAlarms) && declaration.containerAlarms > 1",
    mode: "shadow",
  }),
  rule({ id: "UNKNOWN", when: "item.priceDeviations > 1.5", weight: 30 }),
];

let core: Awaited<ReturnType<typeof startTestCore>>;
let root: string;
let folder: string;
let criteria: {
  id: string;
  lane: "red" | "yellow" | "blue" | "green";
  controls: readonly never[];
}[];

/** Three declarants, so that counts of one say something: the demo country has two. */
function withThirdTrader({ register, ...country }: Country): Country {
  const third = { tin: "XA1000003", name: "Cinnabar Imports", authorisations: [] };
  return { ...country, register: { ...register, traders: [...register.traders, third] } };
}

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "customhouse-replay-"));
  folder = path.join(root, "history");
  core = await startTestCore("xa", undefined, withThirdTrader);
  const own = (await loadCountry("xa")).selectivity.criteria;
  criteria = own.map(({ id, lane }) => ({ id, lane, controls: [] }));
  await playDays();
  await exportHistory({ folder, read: pageOf });
});
afterAll(async () => {
  await core?.stop();
  await rm(root, { recursive: true, force: true });
});

/** As `GET /v1/risk/facts` gives them. */
async function pageOf(after: number) {
  const rows = await readFacts(core.database.writerPool, BigInt(after), 100);
  const text = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? `${value}` : value));
  return { items: JSON.parse(text), next: rows.length < 100 ? undefined : "more" };
}

async function putInForce(): Promise<void> {
  const db = core.database.writer;
  const at = core.clock().toISOString();
  const policy = { rules: RULES, lanes: LANES, capacity: [], explorationShare: 0 };
  const parts = { policy, digest: "", note: "test", createdBy: "analyst", createdAt: at };
  const { version } = await storePolicy(db, parts);
  await storePolicyReport(db, version, {});
  await signPolicy(db, version, "analyst2", at);
  await activatePolicy(db, version, "analyst2", at);
  await core.refreshRisk();
}

/** Simulated: four traders over a month, results of some controls, facts taken in now and then. */
async function playDays(): Promise<void> {
  const random = seeded(11);
  const pick = <T>(...values: readonly T[]) => values[Math.floor(random() * values.length)] as T;
  await putInForce();
  for (let index = 0; index < DECLARATIONS; index += 1) {
    const made = declaration({
      lrn: `REPLAY-${index}`,
      declarant: pick("XA1000001", "XA1000001", "XA1000002", "XA1000003"),
      items: Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
        commodity: pick("85171300", "62034235", "90013000", "85444290"),
        origin: pick("FR", "CN", "DE"),
        price: (50 + random() * 2_000).toFixed(2),
      })),
    });
    if (index % 3 === 0) await putInContainer(made, `REPL000000${index % 5}`, index % 2 === 0);
    const bytes = new TextEncoder().encode(JSON.stringify(made));
    const lodged = await core.declarations.lodge(SYSTEM, bytes, {
      contentType: "application/json",
    });
    if (lodged.status !== "lodged") throw new Error(lodged.message);
    if (random() < 0.5) await tellResult(lodged.caseId, random() < 0.5);
    core.advance(1 + Math.floor(random() * 20_000));
    if (index % 7 === 0) await takeIn();
  }
  await takeIn();
}

/** One whose seal was broken just now, or not. */
async function putInContainer(made: WcoDocument, container: string, isBroken: boolean) {
  const shipment = made.Declaration?.GoodsShipment;
  if (shipment === undefined) throw new Error("no shipment");
  shipment.Consignment = { TransportEquipment: [{ ID: container, SequenceNumeric: "1" }] };
  const alarm = { container, kind: "seal-broken", reportedBy: "carrier" } as const;
  if (isBroken) await core.cargo.reportAlarm({ ...alarm, at: core.clock().toISOString() });
}

async function tellResult(caseId: string, found: boolean): Promise<void> {
  const findings = found ? [{ code: "F01", item: 1 }] : [];
  // Refused where the lane asks for no control.
  await core.declarations.act(SYSTEM, caseId, {
    type: "RecordControlResult",
    result: "satisfactory",
    findings,
  });
}

async function takeIn(): Promise<void> {
  await core.sequence();
  while ((await recordFacts(core.database.writerPool, core.factSource)) > 0);
  core.advance(3);
  await core.refreshRisk();
}

const order = () => ({ folder, set: compileRules(RULES).set, lanes: LANES, criteria });

describe("a replay", () => {
  it("gives criteria, shadow, failures, score and lane of every run as they were online", async () => {
    const report = await replayHistory(order());
    expect(report).toMatchObject({ runs: DECLARATIONS, compared: DECLARATIONS, differing: 0 });
    expect(report.differences).toEqual({ lane: 0, criteria: 0, shadow: 0, failed: 0, score: 0 });
    // It would say so of nothing, too: everything that can be compared has to be there.
    expect(report.results).toBeGreaterThan(20);
    for (const { hits, storedHits, rule: id } of report.rules) {
      expect([id, hits]).toEqual([id, storedHits]);
      if (id !== "UNKNOWN") expect(hits, id).toBeGreaterThan(0);
    }
    // No mass is declared, so that no price is known.
    expect(report.rules.find(({ rule: id }) => id === "UNKNOWN")?.failures).toBe(DECLARATIONS);
    expect(report.laneShift.red.red).toBeGreaterThan(0);
    expect(report.laneShift.green.green).toBeGreaterThan(0);
  });

  it("tells what another policy would have done", async () => {
    const changed = RULES.map((one) => (one.id === "BUSY" ? { ...one, when: "true" } : one));
    const report = await replayHistory({ ...order(), set: compileRules(changed).set });
    const busy = report.rules.find(({ rule: id }) => id === "BUSY");
    expect(busy?.hits).toBe(DECLARATIONS);
    expect(busy?.storedHits).toBeLessThan(DECLARATIONS);
    expect(report.differences.criteria).toBe(DECLARATIONS - (busy?.storedHits ?? 0));
    expect(report.laneShift.green.green).toBe(0);
  });

  it("judges from its first day on with what was known before", async () => {
    const whole = path.join(root, "whole.csv");
    const part = path.join(root, "part.csv");
    const from = "2026-03-20";
    await replayHistory({ ...order(), out: whole });
    const report = await replayHistory({ ...order(), out: part, from });
    const [header = "", ...lines] = (await readFile(whole, "utf8")).trim().split("\n");
    const expected = lines.filter((line) => (line.split(",")[2] ?? "") >= from);
    expect(header.startsWith("caseId,eventSeq,at,")).toBe(true);
    expect((await readFile(part, "utf8")).trim().split("\n")).toEqual([header, ...expected]);
    expect(report).toMatchObject({ runs: expected.length, differing: 0 });
    expect(expected.length).toBeGreaterThan(20);
  });

  it("that was stopped goes on where it was, to the same end", async () => {
    const whole = path.join(root, "at-once.csv");
    const stopped = path.join(root, "stopped.csv");
    const expected = await replayHistory({ ...order(), out: whole });
    const stop = (facts: number) => {
      if (facts > 100) throw new TypeError("stopped");
    };
    const again = { ...order(), out: stopped, checkpointMs: 0 };
    await expect(replayHistory({ ...again, onFacts: stop })).rejects.toThrowError("stopped");
    // What a killed run wrote after its checkpoint is cut off.
    await writeFile(`${stopped}.rows.tmp`, "half a row", { flag: "a" });
    const report = await replayHistory(again);
    expect(report.resumedAt).toBeGreaterThan(50);
    expect({ ...report, resumedAt: 0 }).toEqual(expected);
    expect(await readFile(stopped, "utf8")).toBe(await readFile(whole, "utf8"));
    expect((await replayHistory(again)).resumedAt).toBe(0);
  });
});
