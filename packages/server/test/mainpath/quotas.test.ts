/** Quotas from the claim to the last kilogram: shared out by day, restored when a claim falls away. */
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { checkLedger, readBalance } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const QUOTA = "quota/090001/2026-01-01";
const KG = 1_000_000n;
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

async function beef(netKg: number, price: string): Promise<string> {
  counter += 1;
  const made = declaration({ lrn: `BEEF-${counter}`, items: [{ commodity: "02013000", price }] });
  const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (commodity?.GoodsMeasure === undefined) throw new Error("no measure");
  commodity.DutyTaxFee = [{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" }];
  commodity.GoodsMeasure.NetNetWeightMeasure = `${netKg}`;
  commodity.GoodsMeasure.GrossMassMeasure = `${netKg}`;
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged.caseId;
}

const caseOf = async (caseId: string) => {
  const found = (await core.cases.byId(caseId))?.case;
  if (found === undefined) throw new Error("no case");
  return found;
};

async function agree(caseId: string): Promise<void> {
  const checkId = (await caseOf(caseId)).checks[0]?.id ?? "";
  const decided = await core.declarations.act(SYSTEM, caseId, {
    type: "DecideAgencyCheck",
    checkId,
    decision: "C03",
  });
  expect(decided.status).toBe("done");
}

async function pass(seconds: number): Promise<void> {
  core.advance(seconds);
  const wrong: string[] = [];
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

const grantedOf = async (caseId: string) =>
  (await caseOf(caseId)).quota?.claims.map(({ grantedMinor = "none" }) => grantedMinor);
const dutyOf = async (caseId: string) =>
  (await caseOf(caseId)).duty.find((line) => line.taxType === "A00")?.payable;
const left = async () => (await readBalance(core.database.writer, QUOTA, "KGM"))?.amount;
const HOUR = 3600;

describe("a quota", () => {
  it("is shared out over the claims of a day, by what each asked for", async () => {
    expect(await left()).toBe(100_000n * KG);
    const cases = [
      await beef(60_000, "1000.00"),
      await beef(60_000, "1000.00"),
      await beef(30_000, "1000.00"),
    ];
    const cancelled = await beef(90_000, "1000.00");
    await core.declarations.act(SYSTEM, cancelled, { type: "Cancel", lrn: "C" });
    for (const caseId of cases) await agree(caseId);
    await pass(HOUR);
    for (const caseId of cases) {
      const { at, debt } = await caseOf(caseId);
      expect([at.released !== undefined, at.cleared, debt]).toEqual([true, undefined, "reserved"]);
    }
    expect(await left()).toBe(100_000n * KG);
    const full = await dutyOf(cases[0] ?? "");
    await pass(24 * HOUR);
    expect(await grantedOf(cases[0] ?? "")).toEqual([`${40_000n * KG}`]);
    expect(await grantedOf(cases[1] ?? "")).toEqual([`${40_000n * KG}`]);
    expect(await grantedOf(cases[2] ?? "")).toEqual([`${20_000n * KG}`]);
    expect(await left()).toBe(0n);
    for (const caseId of cases) {
      const { at, debt, reserved } = await caseOf(caseId);
      expect([at.cleared !== undefined, debt, reserved]).toEqual([true, "final", []]);
      expect(Number(await dutyOf(caseId))).toBeGreaterThan(Number(full));
    }
  });

  it("that is used up grants nothing, and the whole is charged", async () => {
    const caseId = await beef(10, "1000.00");
    const asked = await dutyOf(caseId);
    await agree(caseId);
    await pass(24 * HOUR);
    expect(await grantedOf(caseId)).toEqual(["0"]);
    expect(Number(await dutyOf(caseId))).toBeGreaterThan(Number(asked));
    expect((await caseOf(caseId)).at.cleared).toBeDefined();
  });

  it("gets back what a cancelled declaration was granted", async () => {
    await core.database.writer
      .updateTable("balance")
      .set({ amount: 500n * KG })
      .where("account", "=", QUOTA)
      .execute();
    await core.database.writer
      .insertInto("transfer")
      .values({
        from_account: "outside/opening",
        to_account: QUOTA,
        unit: "KGM",
        amount: 500n * KG,
        at: core.clock().toISOString(),
      })
      .execute();
    const caseId = await beef(200, "1000.00");
    await pass(24 * HOUR);
    expect(await grantedOf(caseId)).toEqual([`${200n * KG}`]);
    expect(await left()).toBe(300n * KG);
    await core.declarations.act(SYSTEM, caseId, { type: "Cancel", lrn: "C" });
    expect(await left()).toBe(500n * KG);
    expect(await checkLedger(core.database.writer)).toMatchObject({
      drifted: [],
      belowFloor: [],
      overdrawnCases: [],
    });
  });

  it("is not allocated twice, nor beyond what was asked for", async () => {
    const caseId = await beef(100, "1000.00");
    const grant = (grantedMinor: bigint) =>
      core.declarations.act(SYSTEM, caseId, {
        type: "AllocateQuota",
        grants: [{ item: 1, account: QUOTA, grantedMinor }],
      });
    expect((await grant(101n * KG)).status).toBe("refused");
    expect((await grant(-1n)).status).toBe("refused");
    expect((await grant(100n * KG)).status).toBe("done");
    expect((await grant(100n * KG)).status).toBe("refused");
  });
});
