/** Guarantees behind deferments and behind critical quotas, in the ledger: less for whom the country trusts. */
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { checkLedger, readBalance } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const HOLDER = "XA1000001";
const KG = 1_000_000n;
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

type Ask = Parameters<typeof core.formalities.step>[0];

async function step(
  ask: Omit<Ask, "by" | "facts"> & Partial<Pick<Ask, "facts">>,
  as: string,
  hand = as,
) {
  const done = await core.formalities.step({
    facts: {},
    ...ask,
    by: { as, subject: hand } as Ask["by"],
  });
  if (done.status !== "done") throw new Error(`${ask.step}: ${done.message}`);
  return done.formality.number;
}

async function account(use: string, amount: string, securedBy?: string): Promise<string> {
  const facts = { use, amount, currency: "USD", ...(securedBy === undefined ? {} : { securedBy }) };
  const number = await step({ kind: "guarantee", holder: HOLDER, step: "offer", facts }, "holder");
  return step({ number, step: "accept" }, "customs");
}

async function lodge(made: ReturnType<typeof declaration>): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  return lodged.caseId;
}

function trousers(guarantee: string): Promise<string> {
  counter += 1;
  return lodge(
    declaration({ lrn: `DEF-${counter}`, guarantee, items: [{ method: "E", price: "1000.00" }] }),
  );
}

const left = async (name: string, unit = "USD") =>
  (await readBalance(core.database.writer, name, unit))?.amount;
const debtOf = async (caseId: string) => (await core.cases.byId(caseId))?.case.debt;

async function booksAreSound() {
  const { drifted, belowFloor, overdrawnCases } = await checkLedger(core.database.writer);
  expect([drifted, belowFloor, overdrawnCases]).toEqual([[], [], []]);
}

describe("a deferment account", () => {
  it("leans on its guarantee in full, in part for an authorised operator, and less no longer when that is suspended", async () => {
    const guarantee = await account("guarantee", "1000");
    const deferment = await account("deferment", "5000", guarantee);
    const first = await trousers(deferment);
    // Duty of 12 % and value added tax of 15 % on top: 288.00.
    expect([await left(deferment), await left(guarantee)]).toEqual([471_200n, 71_200n]);
    const aeo = await step(
      { kind: "aeo", holder: HOLDER, step: "apply", facts: { type: "C" } },
      "holder",
    );
    await step({ number: aeo, step: "accept" }, "customs");
    const facts = {
      criteriaMet: ["compliance", "records", "solvency", "competence"],
      visitedOn: "2026-02-20",
    };
    await step({ number: aeo, step: "recordCriteria", facts }, "customs", "anna");
    await step({ number: aeo, step: "grant" }, "customs", "bert");
    await trousers(deferment);
    expect([await left(deferment), await left(guarantee)]).toEqual([442_400n, 62_560n]);
    await step({ number: aeo, step: "suspend", words: "Under investigation" }, "customs");
    await trousers(deferment);
    expect([await left(deferment), await left(guarantee)]).toEqual([413_600n, 33_760n]);
    await core.declarations.act(SYSTEM, first, { type: "Cancel", lrn: "C" });
    expect([await left(deferment), await left(guarantee)]).toEqual([442_400n, 62_560n]);
    await booksAreSound();
  });

  it("takes nothing where its guarantee is too small, or has ended", async () => {
    const guarantee = await account("guarantee", "100");
    const deferment = await account("deferment", "5000", guarantee);
    const caseId = await trousers(deferment);
    expect(await debtOf(caseId)).toBe("blocked");
    expect([await left(deferment), await left(guarantee)]).toEqual([500_000n, 10_000n]);
    await step({ number: guarantee, step: "end" }, "customs");
    expect(await debtOf(await trousers(deferment))).toBe("blocked");
    expect(await left(deferment)).toBe(500_000n);
    await booksAreSound();
  });
});

function beef(netKg: number, guarantee: string): Promise<string> {
  counter += 1;
  const made = declaration({
    lrn: `BEEF-${counter}`,
    guarantee,
    items: [{ commodity: "02013000", price: "1000.00" }],
  });
  const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (commodity?.GoodsMeasure === undefined) throw new Error("no measure");
  commodity.DutyTaxFee = [
    {
      TypeCode: "A00",
      DutyRegimeCode: "120",
      QuotaOrderID: "090001",
      Payment: { MethodCode: "E" },
    },
  ];
  commodity.GoodsMeasure.NetNetWeightMeasure = `${netKg}`;
  commodity.GoodsMeasure.GrossMassMeasure = `${netKg}`;
  return lodge(made);
}

describe("a critical quota", () => {
  it("is secured in full from the share in the country's data on, and freed by the allocation", async () => {
    const cash = await account("cash", "5000");
    await beef(89_999, cash);
    expect(await left(cash)).toBe(479_250n);
    core.advance(24 * 3600);
    await passAllDue(core.database, core, core.country, core.clock, () => undefined);
    expect(await left("quota/090001/2026-01-01", "KGM")).toBe(10_001n * KG);
    // One kilogram short of nine tenths: not critical yet.
    await beef(1, cash);
    expect(await left(cash)).toBe(458_500n);
    core.advance(24 * 3600);
    await passAllDue(core.database, core, core.country, core.clock, () => undefined);
    await beef(20_000, cash);
    // 380.00 instead of 207.50.
    expect(await left(cash)).toBe(420_500n);
    core.advance(24 * 3600);
    await passAllDue(core.database, core, core.country, core.clock, () => undefined);
    // Half of what was claimed was left: the mean of both.
    expect(await left("quota/090001/2026-01-01", "KGM")).toBe(0n);
    expect(await left(cash)).toBe(458_500n - 29_375n);
    await booksAreSound();
  });
});
