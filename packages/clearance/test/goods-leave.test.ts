/** Stocks and manifests in the life of a declaration: planned, taken, let go, and given back. */
import { xa } from "@customhouse/country-xa";
import type { WcoDocument } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import type { CargoLine } from "../src/index.ts";
import { Play } from "./play.ts";

const STOCK = "stock/XAWH0001/XA1000001/62034235";
const OUTSIDE = "outside/stock";
const TEN = 10_000_000n;

interface Goods {
  readonly type?: string;
  /** Requested and previous. */
  readonly procedure?: string;
  readonly netKg?: string;
  readonly packages?: string;
  readonly document?: string;
}

function goods(of: Goods = {}): WcoDocument {
  const { type = "IMA", procedure = "4000", netKg = "10", packages = "10", document = "BL-1" } = of;
  const made = declaration({
    type: type as "IMA",
    ...{ guarantee: "XADEF0001", items: [{ method: "S" }] },
  });
  const shipment = made.Declaration?.GoodsShipment;
  const item = shipment?.GovernmentAgencyGoodsItem?.[0];
  if (shipment === undefined || item?.Commodity?.GoodsMeasure === undefined)
    throw new Error("no item");
  item.GovernmentProcedure = [
    { CurrentCode: procedure.slice(0, 2), PreviousCode: procedure.slice(2) },
  ];
  item.Commodity.GoodsMeasure.NetNetWeightMeasure = netKg;
  item.Packaging = [{ SequenceNumeric: "1", QuantityQuantity: packages, TypeCode: "BX" }];
  shipment.Warehouse = { ID: "XAWH0001" };
  if (document !== "") shipment.PreviousDocument = [{ ID: document, TypeCode: "714" }];
  return made;
}

function line(more: Partial<CargoLine> = {}): CargoLine {
  return {
    ...{ number: "CAR1", document: "BL-1", isOpen: true, packages: "10", grossMassKg: "100" },
    ...{ containers: [], leftMinor: TEN, ...more },
  };
}

function played(of: Goods, cargo?: readonly CargoLine[]): Play {
  const play = new Play();
  play.cargo = cargo;
  play.submit(goods(of));
  return play;
}

function amend(play: Play, of: Goods): void {
  const digest = `d${play.events.length}`;
  const amended = goods(of).Declaration ?? {};
  play.do({ type: "Amend", lrn: "A", declaration: amended, digest, changes: [], findings: [] });
}

const bodies = (play: Play, wanted: string) =>
  play.events.filter(({ type }) => type === wanted).map(({ body }) => body);
const reservedOf = (play: Play) =>
  Object.fromEntries((play.state?.reserved ?? []).map((one) => [one.account, one.amountMinor]));

describe("goods that enter a stock", () => {
  it("are planned once for each version that changes them, and enter at release", () => {
    const play = played({ procedure: "7100" });
    const entry = { account: STOCK, unit: "KGM", amountMinor: "10000000" };
    expect(bodies(play, "StockPlanned")).toEqual([{ entering: [entry] }]);
    amend(play, { procedure: "7100", packages: "9" });
    expect(bodies(play, "StockPlanned")).toHaveLength(1);
    amend(play, { procedure: "7100", netKg: "11" });
    expect(bodies(play, "StockPlanned")).toHaveLength(2);
    expect(play.reservations).toEqual([]);
    play.wait(5);
    const entered = [{ ...entry, amountMinor: "11000000" }];
    expect(bodies(play, "StockMoved")).toEqual([{ entered, left: [] }]);
    expect(play.reservations).toEqual(
      [...[{ account: STOCK, unit: "KGM", amountMinor: -11_000_000n, counter: OUTSIDE }]].map(
        (one) => ({ ...one, floorIfNew: 0n }),
      ),
    );
  });

  it("and those that do not are told apart", () => {
    const play = played({ procedure: "4000" });
    play.wait(5);
    expect([...bodies(play, "StockPlanned"), ...bodies(play, "StockMoved")]).toEqual([]);
  });
});

describe("goods that leave a stock", () => {
  it("are held from acceptance, and come back when the export is cancelled", () => {
    const play = played({ type: "EXA", procedure: "3171" });
    const taken = { account: STOCK, unit: "KGM", amountMinor: TEN };
    expect(play.reservations).toEqual([taken]);
    expect(play.settlements).toEqual([{ to: OUTSIDE, unit: "KGM", amountMinor: TEN }]);
    expect(bodies(play, "StockMoved")).toEqual([
      { entered: [], left: [{ ...taken, amountMinor: "-10000000" }] },
    ]);
    play.do({ type: "Cancel", lrn: "C" });
    expect(play.reservations.slice(1)).toEqual([{ ...taken, amountMinor: -TEN, counter: OUTSIDE }]);
    expect(bodies(play, "StockRestored")).toEqual([{}]);
  });

  it("from one stock to another come back and go back", () => {
    const play = played({ type: "EXA", procedure: "5371" });
    const before = play.reservations.length;
    play.do({ type: "Cancel", lrn: "C" });
    expect(play.reservations.slice(before).map(({ amountMinor }) => amountMinor)).toEqual([
      TEN,
      -TEN,
    ]);
  });

  it("are given back and nothing is restored where they had not left", () => {
    const play = new Play();
    play.controls = ["documentary"];
    play.submit(goods({ type: "EXA", procedure: "3171" }));
    play.do({ type: "Cancel", lrn: "C" });
    expect(bodies(play, "StockRestored")).toEqual([]);
    expect(play.reservations.map(({ amountMinor }) => amountMinor)).toEqual([TEN, -TEN]);
  });
});

describe("a manifest", () => {
  it("is held from acceptance and written off at release, and its holder is told of both", () => {
    const play = played({}, [line()]);
    expect(reservedOf(play)).toMatchObject({ "manifest/CAR1": "10000000" });
    expect(play.state?.deadlines).toContainEqual({ kind: "cargo", dueAt: expect.any(String) });
    play.wait(5);
    expect(reservedOf(play)).not.toHaveProperty("manifest/CAR1");
    expect(bodies(play, "CargoWrittenOff")).toMatchObject([
      { reservations: [{ account: "manifest/CAR1", unit: "PK", amountMinor: "-10000000" }] },
    ]);
    expect(bodies(play, "CargoTold").length).toBeGreaterThan(0);
  });

  it("is not looked into again by a version that says the same of it", () => {
    const play = played({}, [line()]);
    play.cargo = [line({ leftMinor: 0n })];
    amend(play, { netKg: "11" });
    expect(bodies(play, "CargoMatched")).toHaveLength(1);
    amend(play, { packages: "4" });
    expect(bodies(play, "CargoMatched")).toHaveLength(2);
    expect(reservedOf(play)).toMatchObject({ "manifest/CAR1": "4000000" });
  });

  it("is given back whole by a version that names it no more", () => {
    const play = played({}, [line()]);
    amend(play, { document: "" });
    expect(bodies(play, "CargoMatched").at(-1)).toMatchObject({ claims: [], mismatches: [] });
    expect(reservedOf(play)).not.toHaveProperty("manifest/CAR1");
    const never = played({ document: "" }, [line()]);
    expect(bodies(never, "CargoMatched")).toEqual([]);
  });

  it("has nothing left where another declaration was quicker", () => {
    const play = new Play();
    play.cargo = [line()];
    play.shortAccount = "manifest/CAR1";
    play.submit(goods());
    expect(play.state?.cargo).toMatchObject({
      claims: [],
      mismatches: [{ code: "packages", declared: "10", reported: "0" }],
    });
  });

  it("orders the control that the country wants for a mismatch", () => {
    const play = played({}, []);
    expect(play.state?.cargo?.mismatches).toEqual([{ code: "no-line", document: "BL-1" }]);
    expect(play.state?.tasks.map(({ kind }) => kind)).toEqual(["documentary"]);
  });

  it("is not asked where the country keeps none, or nobody looked", () => {
    const play = new Play({ ...xa, cargo: undefined });
    play.cargo = [line()];
    play.submit(goods());
    expect(bodies(play, "CargoMatched")).toEqual([]);
    expect(bodies(played({}), "CargoMatched")).toEqual([]);
  });
});

describe("a manifest that is reported after acceptance", () => {
  function late(): Play {
    const play = played({}, []);
    play.cargo = [line()];
    return play;
  }
  const match = (play: Play) => play.do({ type: "MatchCargo" })?.code;

  it("is matched then, and what the goods take of it is held", () => {
    const play = late();
    expect(match(play)).toBeUndefined();
    expect(reservedOf(play)).toMatchObject({ "manifest/CAR1": "10000000" });
    expect(match(play)).toBe("CH3003");
  });

  it("gives back what it took of a report that is closed since", () => {
    const play = played({}, [line()]);
    play.controls = ["documentary"];
    play.do({ type: "OrderControl", control: "documentary" });
    play.cargo = [line({ isOpen: false, leftMinor: 0n }), line({ number: "CAR2" })];
    expect(match(play)).toBeUndefined();
    expect(reservedOf(play)).toMatchObject({ "manifest/CAR2": "10000000" });
    expect(reservedOf(play)).not.toHaveProperty("manifest/CAR1");
  });

  it("holds as much less as is declared less", () => {
    const play = played({ packages: "10" }, [line({ leftMinor: 4_000_000n })]);
    expect(reservedOf(play)).toMatchObject({ "manifest/CAR1": "4000000" });
    play.cargo = [line({ leftMinor: 3_000_000n })];
    match(play);
    expect(reservedOf(play)).toMatchObject({ "manifest/CAR1": "7000000" });
    expect(play.reservations.at(-1)).toMatchObject({ amountMinor: 3_000_000n });
  });

  it("is not matched before acceptance, after release or after the end", () => {
    const early = new Play();
    early.cargo = [line()];
    early.submit(goods({ type: "IMD" }));
    expect(match(early)).toBe("CH3003");
    const play = late();
    play.do({ type: "RecordControlResult", result: "satisfactory" });
    play.wait(60);
    expect(match(play)).toBe("CH3003");
    const ended = late();
    ended.do({ type: "Cancel", lrn: "C" });
    expect(match(ended)).toBe("CH3002");
  });

  it("is held together with the debt where that is blocked", () => {
    const play = new Play();
    play.cargo = [];
    play.shortAccount = "XADEF0001";
    play.submit(goods());
    expect(play.state?.debt).toBe("blocked");
    play.cargo = [line()];
    expect(match(play)).toBeUndefined();
    expect(reservedOf(play)).toEqual({});
    expect(play.state?.cargo?.claims).toHaveLength(1);
  });
});

describe("a permit", () => {
  const ACCOUNT = "lpco/P1";

  /** Medicines under an import licence that has a balance. */
  function licensed(unit = "KGM"): Play {
    const made = declaration({ items: [{ commodity: "30049000", price: "500.00" }] });
    const item = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0];
    if (item?.Commodity?.GoodsMeasure === undefined) throw new Error("no item");
    item.Commodity.GoodsMeasure.NetNetWeightMeasure = "10";
    item.AdditionalDocument = [{ CategoryCode: "L", TypeCode: "001", ID: "P1" }];
    const play = new Play();
    const facts = { documentType: "L001", unit, quantity: "1000" };
    play.permits = new Map([["P1", { number: "P1", holder: "XA1000001", inForce: true, facts }]]);
    play.submit(made);
    return play;
  }

  it.each([
    ["KGM", "10000000"],
    ["USD", "50000"],
  ])("in %s is held from acceptance and used up at release", (unit, amountMinor) => {
    const play = licensed(unit);
    expect(reservedOf(play)).toEqual({ [ACCOUNT]: amountMinor });
    play.wait(60);
    for (const { id } of play.state?.checks ?? [])
      play.do({ type: "DecideAgencyCheck", checkId: id, decision: "C03" });
    expect(play.state?.at.released).toBeDefined();
    expect(bodies(play, "PermitsWrittenOff")).toEqual([
      { reservations: [{ account: ACCOUNT, unit, amountMinor: `-${amountMinor}` }] },
    ]);
    expect(play.settlements).toEqual([
      { to: "outside/lpco-used", unit, amountMinor: BigInt(amountMinor) },
    ]);
    expect(reservedOf(play)).toEqual({});
  });

  it("goes back with the declaration, and nothing is written off", () => {
    const play = licensed();
    play.do({ type: "Cancel", lrn: "C" });
    expect(reservedOf(play)).toEqual({});
    expect(bodies(play, "PermitsWrittenOff")).toEqual([]);
  });
});
