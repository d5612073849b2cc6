/** The join of the regions: what leaves at release, what at clearance, and neither of them twice. */
import { xa } from "@customhouse/country-xa";
import type { Country } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import type { CargoLine, Case } from "../src/index.ts";
import { Play } from "./play.ts";

const always = { always: true } as const;
const DAY = 86_400;
const ALLOCATED_ELSEWHERE_SECONDS = 600;
const CASE = "case/019587a0-0000-7000-8000-000000000001";
const SIMPLIFIED = "26XA000000000000S1";
const QUOTA = "quota/090001/2026-01-01";
const KG = 1_000_000n;

const typesOf = (play: Play, from = 0) => play.events.slice(from).map(({ type }) => type);
const bodyOf = (play: Play, wanted: string) =>
  play.events.filter(({ type }) => type === wanted).at(-1)?.body;
const count = (play: Play, wanted: string) =>
  typesOf(play).filter((type) => type === wanted).length;
const after = (play: Play, seconds: number) => new Date(play.now + seconds * 1000).toISOString();

/** Beef that claims a tariff quota, its duty secured on the account. */
function beef() {
  const made = declaration({
    guarantee: "XADEF0001",
    items: [{ commodity: "02013000", price: "1000.00" }],
  });
  const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (commodity?.GoodsMeasure === undefined) throw new Error("no measure");
  commodity.DutyTaxFee = [
    {
      ...{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" },
      Payment: { MethodCode: "E" },
    },
  ];
  commodity.GoodsMeasure.NetNetWeightMeasure = "100";
  return made;
}

const { quotas: kept, ...withoutQuotas } = xa;
const open = (country: Omit<Country, "agencies">): Country => ({ ...country, agencies: [] });
/** The quotas of this country are allocated by somebody else's system. */
const elsewhere = open(withoutQuotas);
const here = open({ ...withoutQuotas, quotas: kept });

function fixed(country: Country): Country {
  return { ...country, clearance: { ...country.clearance, provisionalDebtFixed: always } };
}

function grant(grantedMinor: bigint) {
  return {
    type: "AllocateQuota" as const,
    grants: [{ item: 1, account: QUOTA, grantedMinor }],
  };
}

function claimed(country: Country): Play {
  const play = new Play(country);
  play.submit(beef());
  play.wait(60);
  return play;
}

describe("goods whose quota is allocated elsewhere", () => {
  it("are released on the provisional debt, and cleared when it must have been allocated", () => {
    const play = new Play(elsewhere);
    play.submit(beef());
    play.wait(5);
    expect(typesOf(play).slice(-4)).toEqual([
      "PositionReached",
      "DebtAssessed",
      "DebtReserved",
      "GoodsReleased",
    ]);
    expect(bodyOf(play, "DebtAssessed")).toMatchObject({ kind: "provisional" });
    expect(bodyOf(play, "DebtReserved")).toEqual({ reservations: [] });
    expect(bodyOf(play, "GoodsReleased")).toEqual({
      quotaAt: after(play, ALLOCATED_ELSEWHERE_SECONDS),
    });
    const released = play.events.length;
    play.wait(ALLOCATED_ELSEWHERE_SECONDS - 1);
    expect(play.state?.at.cleared).toBeUndefined();
    play.wait(1);
    expect(typesOf(play, released)).toEqual(["DebtAssessed", "GoodsCleared"]);
    expect(bodyOf(play, "DebtAssessed")).toMatchObject({ kind: "final" });
  });

  it("are told the final debt once, where the allocation changes no amount", () => {
    const play = new Play(fixed(elsewhere));
    play.submit(beef());
    play.wait(5);
    expect(typesOf(play).slice(-3)).toEqual(["PositionReached", "DebtAssessed", "GoodsReleased"]);
    expect(bodyOf(play, "DebtAssessed")).toMatchObject({ kind: "final" });
    const released = play.events.length;
    play.wait(ALLOCATED_ELSEWHERE_SECONDS);
    expect(typesOf(play, released)).toEqual(["GoodsCleared"]);
  });

  it("leave stock and manifest when they are released, and free what a simplified one held", () => {
    const play = new Play(elsewhere);
    play.cargo = [LINE];
    const made = fromWarehouse("IMA");
    const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
    if (commodity !== undefined)
      commodity.DutyTaxFee = [{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" }];
    play.submit(made);
    play.wait(5);
    expect(play.state?.at.cleared).toBeUndefined();
    expect([count(play, "StockMoved"), count(play, "CargoWrittenOff")]).toEqual([1, 1]);
  });

  it("are not released a second time by what comes after the release", () => {
    const play = claimed(elsewhere);
    const released = play.events.length;
    play.do({ type: "RaiseQuery", text: "?" });
    play.do({ type: "AnswerQuery", queryId: "Q1", text: "!" });
    expect(typesOf(play, released)).toEqual(["QueryRaised", "QueryAnswered"]);
  });
});

describe("goods whose quota is allocated here", () => {
  it("are released before the allocation, with no time set for it, and cleared by it", () => {
    const play = claimed(here);
    expect(bodyOf(play, "GoodsReleased")).toEqual({});
    play.wait(30 * DAY);
    expect(play.state?.at.cleared).toBeUndefined();
    const released = play.events.length;
    expect(play.do(grant(100n * KG))).toBeUndefined();
    expect(typesOf(play, released)).toEqual([
      "QuotaAllocated",
      "DebtAssessed",
      "QuotaUsed",
      "GoodsCleared",
    ]);
    expect(play.settlements).toContainEqual({
      to: "outside/quota-used",
      unit: "KGM",
      amountMinor: 100n * KG,
    });
    play.do({ type: "SupplyDocument", uploadId: "u", digest: "d", documentType: "N935" });
    expect(typesOf(play).at(-1)).toBe("DocumentSupplied");
    expect(count(play, "GoodsCleared")).toBe(1);
  });

  it("are cleared at once where it was allocated before the release", () => {
    const play = new Play(here);
    play.controls = ["documentary"];
    play.submit(beef());
    play.wait(60);
    play.do(grant(100n * KG));
    expect(play.state?.at.released).toBeUndefined();
    play.do({ type: "RecordControlResult", result: "satisfactory" });
    expect(play.state?.at.cleared).toBeDefined();
    expect(count(play, "GoodsReleased")).toBe(0);
    expect(count(play, "GoodsCleared")).toBe(1);
  });

  it("claim nothing where the allocation changes no amount, as if it were made elsewhere", () => {
    const play = claimed(fixed(here));
    expect(play.state).toMatchObject({ debt: "final" });
    expect(play.state?.quota).toBeUndefined();
    expect(bodyOf(play, "GoodsReleased")).toHaveProperty("quotaAt");
  });

  it("wait for an answer that is asked for between release and allocation", () => {
    const play = claimed(here);
    play.do({ type: "RaiseQuery", text: "?" });
    play.do(grant(100n * KG));
    expect(play.state?.at.cleared).toBeUndefined();
    play.do({ type: "AnswerQuery", queryId: "Q1", text: "!" });
    expect(play.state?.at.cleared).toBeDefined();
  });
});

const LINE: CargoLine = {
  ...{ number: "CAR1", document: "BL-1", isOpen: true, packages: "10", grossMassKg: "100" },
  ...{ containers: [], leftMinor: 10_000_000n },
};

/** Out of the warehouse and off the manifest, so that there is something to let go. */
function fromWarehouse(type: string) {
  const made = declaration({ type: type as "IMA", items: [{ procedure: "40", method: "S" }] });
  const shipment = made.Declaration?.GoodsShipment;
  const item = shipment?.GovernmentAgencyGoodsItem?.[0];
  if (shipment === undefined || item?.Commodity?.GoodsMeasure === undefined)
    throw new Error("no item");
  item.GovernmentProcedure = [{ CurrentCode: "40", PreviousCode: "71" }];
  item.Commodity.GoodsMeasure.NetNetWeightMeasure = "10";
  shipment.Warehouse = { ID: "XAWH0001" };
  shipment.PreviousDocument = [{ ID: "BL-1", TypeCode: "714" }];
  if (made.Declaration !== undefined)
    made.Declaration.ObligationGuarantee = [{ ReferenceID: "XADEF0001", SecurityDetailsCode: "1" }];
  return made;
}

function letGo(type: string): Play {
  const play = new Play();
  play.mrn = SIMPLIFIED;
  play.cargo = [LINE];
  play.submit(fromWarehouse(type));
  play.wait(5);
  return play;
}

describe("the goods", () => {
  it.each(["IMA", "IMC"])("of %s leave stock and manifest when they are released", (type) => {
    const play = letGo(type);
    expect(play.state?.at.released).toBeDefined();
    expect([count(play, "StockMoved"), count(play, "CargoWrittenOff")]).toEqual([1, 1]);
    expect(play.state?.reserved.map(({ account }) => account)).toEqual(["XADEF0001"]);
    expect(play.settlements.map(({ to }) => to)).toEqual([
      "outside/stock",
      "outside/declared/CAR1",
    ]);
  });
});

describe("corrections", () => {
  it("are told with the clearance, by the version that they made", () => {
    const play = new Play();
    play.submit(declaration());
    const amended = declaration({ items: [{ price: "2000.00" }] }).Declaration ?? {};
    play.do({
      ...{ type: "Amend", lrn: "A1", declaration: amended, digest: "d2" },
      ...{ changes: [], findings: [] },
    });
    play.wait(60);
    expect(bodyOf(play, "CorrectionsApplied")).toEqual({ version: 2 });
  });
});

describe("a simplified declaration", () => {
  it("is released once and not cleared, with a right to complete it and the days for that", () => {
    const play = letGo("IMC");
    expect(play.state?.at.cleared).toBeUndefined();
    expect(bodyOf(play, "GoodsReleased")).toEqual({
      supplementBy: after(play, 10 * DAY),
      supplementRemindAt: after(play, 8 * DAY),
    });
    expect(play.reservations).toContainEqual({
      ...{ account: `supplement/${SIMPLIFIED}`, unit: "C62", amountMinor: -1n },
      ...{ counter: "outside/supplement-open", floorIfNew: 0n },
    });
    const released = play.events.length;
    play.do({ type: "RaiseQuery", text: "?" });
    play.do({ type: "AnswerQuery", queryId: "Q1", text: "!" });
    expect(typesOf(play, released)).toEqual(["QueryRaised", "QueryAnswered"]);
  });

  it("is cleared by the supplementary one, without a debt of its own", () => {
    const play = letGo("IMC");
    const released = play.events.length;
    expect(play.do({ type: "Supplement", supplementary: "26XA0000000000000Z" })).toBeUndefined();
    expect(typesOf(play, released)).toEqual(["DeclarationSupplemented", "GoodsCleared"]);
    expect(play.state).toMatchObject({ debt: "returned", reserved: [] });
    expect(play.do({ type: "Supplement", supplementary: "26XA0000000000000Y" })?.code).toBe(
      "CH3021",
    );
  });

  it("is not completed before its goods are released, and no other declaration is", () => {
    const early = new Play();
    early.controls = ["documentary"];
    early.submit(fromWarehouse("IMC"));
    const supplement = { type: "Supplement" as const, supplementary: "26XA0000000000000Z" };
    expect(early.do(supplement)?.code).toBe("CH3003");
    expect(letGo("IMA").do(supplement)?.code).toBe("CH3003");
    early.do({ type: "Cancel", lrn: "C" });
    expect(early.do(supplement)?.code).toBe("CH3002");
  });
});

function completing(completed: Case | undefined, quotaOrder?: string): Play {
  const play = new Play(quotaOrder === undefined ? xa : elsewhere);
  if (completed !== undefined) play.simplified = new Map([[completed.mrn, completed]]);
  const made = declaration({
    ...{ type: "IMZ" as "IMA", guarantee: "XADEF0001", items: [{ method: "S" }] },
  });
  const shipment = made.Declaration?.GoodsShipment;
  if (shipment === undefined) throw new Error("no shipment");
  shipment.PreviousDocument = [{ ID: SIMPLIFIED, TypeCode: "SDE" }];
  const [tax] = shipment.GovernmentAgencyGoodsItem?.[0]?.Commodity?.DutyTaxFee ?? [];
  if (tax !== undefined && quotaOrder !== undefined) tax.QuotaOrderID = quotaOrder;
  play.submit(made);
  return play;
}

describe("a supplementary declaration", () => {
  it("frees the security of the simplified one before it takes its own", () => {
    const secured = letGo("IMC").state;
    const play = completing(secured);
    expect(play.state?.at.cleared).toBeDefined();
    expect(play.reservations).toEqual([
      { account: "XADEF0001", unit: "USD", amountMinor: -28_800n, counter: CASE },
      { account: `supplement/${SIMPLIFIED}`, unit: "C62", amountMinor: 1n },
      { account: "XADEF0001", unit: "USD", amountMinor: 28_800n },
    ]);
    expect(play.settlements).toEqual([
      { to: "outside/supplement-done", unit: "C62", amountMinor: 1n },
    ]);
    expect(count(play, "SimplifiedSettled")).toBe(1);
    expect(typesOf(play).slice(-3)).toEqual(["DebtAssessed", "SimplifiedSettled", "GoodsCleared"]);
    expect(play.state?.supplements?.completes.map(({ mrn }) => mrn)).toEqual([SIMPLIFIED]);
  });

  it("frees it when it is released on a provisional debt, and not again at clearance", () => {
    const play = completing(letGo("IMC").state, "090001");
    expect(typesOf(play).slice(-2)).toEqual(["SimplifiedSettled", "GoodsReleased"]);
    play.wait(ALLOCATED_ELSEWHERE_SECONDS);
    expect(play.state?.at.cleared).toBeDefined();
    expect(count(play, "SimplifiedSettled")).toBe(1);
  });
});

describe("a cleared export", () => {
  it("has the days of the country to leave, and none when it has left before", () => {
    const play = new Play();
    play.submit(declaration({ type: "EXA" }));
    const days = xa.clearance.days.exit;
    expect(bodyOf(play, "GoodsCleared")).toEqual({ exitBy: after(play, days * DAY) });
    const early = new Play();
    early.controls = ["documentary"];
    early.submit(declaration({ type: "EXA" }));
    early.do({ type: "Depart" });
    early.do({ type: "RecordControlResult", result: "satisfactory" });
    expect(bodyOf(early, "GoodsCleared")).toStrictEqual({});
  });

  it("is not expected to leave where the country does not follow exits", () => {
    const play = new Play({
      ...xa,
      clearance: { ...xa.clearance, exitExpected: { not: always } },
    });
    play.submit(declaration({ type: "EXA" }));
    expect(bodyOf(play, "GoodsCleared")).toStrictEqual({});
  });
});
