/** An appeal that is allowed reaches everything it was about: money, quota, labels, the offence itself. */
import { declaration } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { checkLedger, readBalance } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const HOLDER = "XA1000001";
const QUOTA = "quota/090001/2026-01-01";
const KG = 1_000_000n;
let core: Awaited<ReturnType<typeof startTestCore>>;

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
  if (done.status !== "done") throw new Error(`${ask.step}: ${done.code} ${done.message}`);
  return done.formality.number;
}

async function pass(seconds: number): Promise<void> {
  core.advance(seconds);
  const wrong: string[] = [];
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

async function allowed(against: string, facts: Record<string, string>): Promise<string> {
  const grounds = "The goods are of another heading";
  const number = await step(
    { kind: "appeal", holder: HOLDER, step: "lodge", facts: { against, grounds } },
    "holder",
  );
  await step({ number, step: "answerFor", words: "We were right" }, "customs", "anna");
  await step({ number, step: "open" }, "customs", "bert");
  await step(
    { number, step: "allow", words: "They were not", facts: { outcome: "allowed", ...facts } },
    "customs",
    "bert",
  );
  await pass(1);
  return number;
}

const left = async (account: string, unit: string) =>
  (await readBalance(core.database.writer, account, unit))?.amount;
const stateOf = async (number: string) => {
  const { state, facts } = (await core.formalities.byNumber(number)) ?? {};
  return [state, facts?.effects];
};

async function booksAreSound() {
  const { drifted, belowFloor, overdrawnCases } = await checkLedger(core.database.writer);
  expect([drifted, belowFloor, overdrawnCases]).toEqual([[], [], []]);
}

async function clearedBeef(): Promise<{ caseId: string; mrn: string }> {
  const made = declaration({ lrn: "BEEF-A", items: [{ commodity: "02013000" }] });
  const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (commodity?.GoodsMeasure === undefined) throw new Error("no measure");
  commodity.DutyTaxFee = [{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" }];
  commodity.GoodsMeasure.NetNetWeightMeasure = "500";
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(lodged.message);
  const { caseId, mrn } = lodged;
  const checkId = (await core.cases.byId(caseId))?.case.checks[0]?.id ?? "";
  const decision = { type: "DecideAgencyCheck", checkId, decision: "C03" } as const;
  await core.declarations.act(SYSTEM, caseId, decision);
  await pass(3600);
  await pass(24 * 3600);
  return { caseId, mrn };
}

describe("an appeal that is allowed", () => {
  it("refunds with interest, gives the quota back once, and tells risk what was right", async () => {
    const { caseId, mrn } = await clearedBeef();
    expect(await left(QUOTA, "KGM")).toBe(99_500n * KG);
    const before = (await left("XADEF0001", "USD")) ?? 0n;
    const day = (days: number) =>
      new Date(core.clock().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const number = await allowed(mrn, {
      refund: "200.00",
      currency: "USD",
      account: "XADEF0001",
      paidOn: day(-50),
      restoreQuota: "yes",
      correctedLabel: "compliant",
      correctedLane: "green",
    });
    expect(await stateOf(number)).toEqual(["carriedOut", ["refund", "quota", "label", "lane"]]);
    // 3.65 % a year on 200.00 for fifty days.
    expect(await left("XADEF0001", "USD")).toBe(before + 20_100n);
    expect(await left(QUOTA, "KGM")).toBe(100_000n * KG);
    const { appeals } = (await core.cases.byId(caseId))?.case ?? {};
    expect(appeals).toEqual([{ appeal: number, label: "compliant", lane: "green" }]);
    const again = await core.declarations.act(SYSTEM, caseId, {
      type: "CarryOutAppeal",
      appeal: number,
      restoreQuota: true,
    });
    expect(again).toMatchObject({ status: "refused", code: "CH3020" });
    const second = await allowed(mrn, { restoreQuota: "yes" });
    expect((await stateOf(second))[0]).toBe("carriedOut");
    expect(await left(QUOTA, "KGM")).toBe(100_000n * KG);
    await booksAreSound();
  });

  it("annuls the offence it was against, also one that was paid, and corrects its label", async () => {
    const facts = { label: "undervaluation" };
    const offence = await step(
      { kind: "offence", holder: HOLDER, step: "report", facts },
      "customs",
      "carl",
    );
    const penalty = { penalty: "50", currency: "USD" };
    await step(
      { number: offence, step: "propose", words: "Price", facts: penalty },
      "customs",
      "carl",
    );
    await step({ number: offence, step: "impose", words: "Price" }, "customs", "dora");
    await step({ number: offence, step: "settle", facts: { account: "XADEF0001" } }, "holder");
    const paid = (await left("XADEF0001", "USD")) ?? 0n;
    const number = await allowed(offence, {
      refund: "50",
      currency: "USD",
      account: "XADEF0001",
      correctedLabel: "compliant",
    });
    expect(await stateOf(number)).toEqual(["carriedOut", ["refund", "label", "annulled"]]);
    const { state, facts: corrected } = (await core.formalities.byNumber(offence)) ?? {};
    expect([state, corrected?.correctedLabel]).toEqual(["annulled", "compliant"]);
    expect(await left("XADEF0001", "USD")).toBe(paid + 5_000n);
    await booksAreSound();
  });

  it("against what is not here or cannot be annulled is carried out all the same", async () => {
    const nowhere = await allowed("26XA-NOWHERE", { correctedLabel: "compliant" });
    expect(await stateOf(nowhere)).toEqual(["carriedOut", []]);
    const permit = await step(
      {
        kind: "permit",
        holder: HOLDER,
        step: "apply",
        facts: { documentType: "L001", agency: "XAMED", commodities: ["30"] },
      },
      "holder",
    );
    expect(await stateOf(await allowed(permit, {}))).toEqual(["carriedOut", []]);
  });
});
