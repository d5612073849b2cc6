/** Simplified declarations and what completes them: one wins, nothing is paid twice, and the clock may tell again. */
import { declaration, type ItemOptions } from "@customhouse/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { checkLedger, sumOfAccount } from "../../src/rooms/ledger/store/ledger.ts";
import { startTestCore } from "../support/core.ts";

const SYSTEM: Actor = { subject: "test", role: "system" };
const ACCOUNT = "XADEF0001";
let core: Awaited<ReturnType<typeof startTestCore>>;
let counter = 0;

beforeAll(async () => {
  core = await startTestCore();
});
afterAll(() => core?.stop());

interface Goods {
  readonly type: "IMC" | "IMY";
  readonly completes?: string;
  readonly item?: ItemOptions;
  readonly quota?: string;
  /** How the fee is written: without a payment, or not at all. */
  readonly unpaid?: "no-payment" | "no-fee";
}

async function lodge({ type, completes, item = {}, quota, unpaid }: Goods) {
  counter += 1;
  const made = declaration({
    lrn: `SIMPLE-${counter}`,
    guarantee: ACCOUNT,
    items: [{ method: "S", ...item }],
  });
  const body = made.Declaration ?? {};
  body.TypeCode = type;
  const shipment = body.GoodsShipment ?? {};
  if (completes !== undefined)
    shipment.PreviousDocument = [{ CategoryCode: "Y", ID: completes, TypeCode: "SDE" }];
  const fees = shipment.GovernmentAgencyGoodsItem?.[0]?.Commodity?.DutyTaxFee;
  if (quota !== undefined && fees?.[0] !== undefined) {
    fees[0].QuotaOrderID = quota;
    fees[0].DutyRegimeCode = "120";
  }
  const commodity = shipment.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (commodity !== undefined && unpaid === "no-payment")
    commodity.DutyTaxFee = [{ TypeCode: "A00" }];
  if (commodity !== undefined && unpaid === "no-fee") commodity.DutyTaxFee = [];
  const bytes = new TextEncoder().encode(JSON.stringify(made));
  const lodged = await core.declarations.lodge(SYSTEM, bytes, { contentType: "application/json" });
  if (lodged.status !== "lodged") throw new Error(JSON.stringify(lodged));
  return caseOf(lodged.caseId);
}

async function caseOf(caseId: string) {
  const found = (await core.cases.byId(caseId))?.case;
  if (found === undefined) throw new Error("no case");
  return found;
}

async function pass(seconds: number): Promise<void> {
  core.advance(seconds);
  const wrong: string[] = [];
  await passAllDue(core.database, core, core.country, core.clock, (message) => wrong.push(message));
  expect(wrong).toEqual([]);
}

async function booksAreSound() {
  const { drifted, belowFloor, overdrawnCases } = await checkLedger(core.database.writer);
  expect([drifted, belowFloor, overdrawnCases]).toEqual([[], [], []]);
}

const held = (caseId: string) => sumOfAccount(core.database.writer, `case/${caseId}`, "USD");
const rejectedFor = async (caseId: string) => {
  const events = await core.rooms.declarations.store.events(caseId, 100);
  const rejection = events.find(({ type }) => type === "DeclarationRejected");
  return (rejection?.body as { errors?: { code: string }[] })?.errors?.map(({ code }) => code);
};

describe("a simplified declaration", () => {
  it("is completed by one of many at once, and owes once", async () => {
    const simplified = await lodge({ type: "IMC" });
    await pass(60);
    const both = await Promise.all(
      Array.from({ length: 8 }, () => lodge({ type: "IMY", completes: simplified.mrn })),
    );
    const won = both.filter(({ control }) => control === "positive");
    const lost = both.filter(({ control }) => control === "rejected");
    expect([won.length, lost.length]).toEqual([1, 7]);
    for (const { caseId } of lost) expect(await rejectedFor(caseId)).toEqual(["XA405"]);
    const [winner] = won;
    expect(await held(simplified.caseId)).toBe(0n);
    expect(await held(winner?.caseId ?? "")).toBe(28_800n);
    await pass(1);
    expect(await caseOf(simplified.caseId)).toMatchObject({
      supplementedBy: winner?.mrn,
      debt: "returned",
      reserved: [],
      deadlines: [],
    });
    await booksAreSound();
  });

  it("is told once, however often the clock tells it", async () => {
    const simplified = await lodge({ type: "IMC" });
    await pass(60);
    const { caseId } = await lodge({ type: "IMY", completes: simplified.mrn });
    const deadline = (await caseOf(caseId)).deadlines.find(({ kind }) => kind === "simplified");
    const due = { caseId, kind: "simplified", dueAt: deadline?.dueAt ?? "" };
    await Promise.all([
      core.declarations.passDeadlines([due]),
      core.declarations.passDeadlines([due]),
    ]);
    await core.declarations.passDeadlines([due]);
    const events = await core.rooms.declarations.store.events(simplified.caseId, 100);
    const types = events.map(({ type }) => type);
    expect(types.filter((type) => type === "DeclarationSupplemented")).toHaveLength(1);
    expect(types.filter((type) => type === "GoodsCleared")).toHaveLength(1);
    expect(await held(simplified.caseId)).toBe(0n);
    await booksAreSound();
  });

  it("leaves the quota to the one that completes it, which claims it and opens no check", async () => {
    const meat = { commodity: "02023090", origin: "BR" };
    const simplified = await lodge({ type: "IMC", item: meat });
    for (const { id } of simplified.checks)
      await core.declarations.act(SYSTEM, simplified.caseId, {
        type: "DecideAgencyCheck",
        checkId: id,
        decision: "C03",
      });
    await pass(60);
    expect((await caseOf(simplified.caseId)).at.released).toBeDefined();
    const { caseId } = await lodge({
      type: "IMY",
      completes: simplified.mrn,
      item: meat,
      quota: "090001",
    });
    const completing = await caseOf(caseId);
    expect(completing).toMatchObject({
      checks: [],
      tasks: [],
      at: { released: expect.anything() },
    });
    expect(completing.lane).toBeUndefined();
    expect(await held(simplified.caseId)).toBe(0n);
    await pass(86_400);
    await pass(1);
    expect(await caseOf(caseId)).toMatchObject({
      debt: "final",
      at: { cleared: expect.anything() },
    });
    expect((await caseOf(simplified.caseId)).at.cleared).toBeDefined();
    await booksAreSound();
  });

  it("waits for an officer from the day on which it is overdue until it is completed", async () => {
    const simplified = await lodge({ type: "IMC" });
    const waiting = async () =>
      (await core.rooms.declarations.queues.queue({ kind: "everything" }, 100, [])).filter(
        ({ mrn }) => mrn === simplified.mrn,
      );
    await pass(60);
    expect((await caseOf(simplified.caseId)).at.released).toBeDefined();
    await pass(9 * 86_400);
    expect(await waiting()).toEqual([]);
    await pass(86_400);
    expect(await waiting()).toMatchObject([{ isSupplementOverdue: true, control: "positive" }]);
    const office = (await core.cases.byId(simplified.caseId))?.office ?? "";
    const elsewhere = { kind: "offices", ids: ["XAHBR999"] } as const;
    expect(
      await core.rooms.declarations.queues.queue({ kind: "offices", ids: [office] }, 100),
    ).toHaveLength(1);
    expect(await core.rooms.declarations.queues.queue(elsewhere, 100)).toEqual([]);
    await lodge({ type: "IMY", completes: simplified.mrn });
    await pass(1);
    expect((await caseOf(simplified.caseId)).at.cleared).toBeDefined();
    expect(await waiting()).toEqual([]);
  });

  it("releases nothing that is not secured", async () => {
    for (const unpaid of ["no-payment", "no-fee"] as const) {
      const { control, caseId } = await lodge({ type: "IMC", unpaid });
      expect([unpaid, control]).toEqual([unpaid, "rejected"]);
      expect(await held(caseId)).toBe(0n);
    }
  });
});
