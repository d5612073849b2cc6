/** A claim on a quota kept here: granted in whole or part, anew for another version, and never more than was claimed. */
import { xa } from "@customhouse/country-xa";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { Play } from "./play.ts";

const QUOTA = "quota/090001/2026-01-01";
const KG = 1_000_000n;
const country = { ...xa, agencies: [] };

function beef(netKg = "100", type = "IMA") {
  const made = declaration({
    type: type as "IMA",
    ...{ guarantee: "XADEF0001", items: [{ commodity: "02013000", price: "1000.00" }] },
  });
  const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (commodity?.GoodsMeasure === undefined) throw new Error("no measure");
  commodity.DutyTaxFee = [
    {
      ...{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" },
      Payment: { MethodCode: "E" },
    },
  ];
  commodity.GoodsMeasure.NetNetWeightMeasure = netKg;
  return made;
}

/** Held for documents, so that it is not released meanwhile. */
function claimed(type?: string): Play {
  const play = new Play(country);
  play.controls = ["documentary"];
  play.submit(beef("100", type));
  return play;
}

function grant(play: Play, grantedMinor: bigint, of = { item: 1, account: QUOTA }) {
  return play.do({ type: "AllocateQuota", grants: [{ ...of, grantedMinor }] })?.code;
}

function amend(play: Play, netKg: string): void {
  const digest = `d${play.events.length}`;
  const amended = beef(netKg).Declaration ?? {};
  play.do({ type: "Amend", lrn: "A", declaration: amended, digest, changes: [], findings: [] });
}

const claims = (play: Play) => play.events.filter(({ type }) => type === "QuotaClaimed");
const ofQuota = (play: Play) =>
  play.reservations.filter(({ account }) => account === QUOTA).map((one) => one.amountMinor);
const owed = (play: Play) => play.state?.reserved.find(({ unit }) => unit === "USD")?.amountMinor;

describe("a claim", () => {
  it("is made by the day of acceptance, and again only by a version that asks for other goods", () => {
    const play = claimed();
    expect(claims(play).map(({ body }) => body)).toEqual([
      {
        day: "2026-03-02",
        claims: [{ item: 1, account: QUOTA, unit: "KGM", amountMinor: "100000000" }],
      },
    ]);
    amend(play, "100");
    expect(claims(play)).toHaveLength(1);
    amend(play, "50");
    expect(play.state?.quota?.claims).toMatchObject([{ amountMinor: "50000000" }]);
  });

  it("is left to the supplementary declaration by a simplified one", () => {
    expect(claims(claimed("IMC"))).toEqual([]);
  });
});

describe("an allocation", () => {
  it("of all takes it from the quota and changes no debt", () => {
    const play = claimed();
    const before = play.events.length;
    expect(grant(play, 100n * KG)).toBeUndefined();
    expect(ofQuota(play)).toEqual([100n * KG]);
    expect(play.events.slice(before).map(({ type }) => type)).toEqual(["QuotaAllocated"]);
    expect(owed(play)).toBe("20750");
  });

  it("of a part takes that part, and the rest is charged and secured", () => {
    const play = claimed();
    grant(play, 50n * KG);
    expect(ofQuota(play)).toEqual([50n * KG]);
    // Half at 5 %, half at 20 %, and 15 % value added tax on top.
    expect(owed(play)).toBe("29375");
    expect(play.state?.debt).toBe("reserved");
    const assessed = play.events.filter(({ type }) => type === "DebtAssessed").at(-1);
    expect(assessed?.body).toMatchObject({ kind: "provisional", total: "293.75", currency: "USD" });
  });

  it("that names another item or account grants nothing", () => {
    for (const of of [
      { item: 2, account: QUOTA },
      { item: 1, account: "quota/090002/2026-01-01" },
    ]) {
      const play = claimed();
      expect(grant(play, 100n * KG, of)).toBeUndefined();
      expect(ofQuota(play)).toEqual([]);
      expect(owed(play)).toBe("38000");
    }
  });

  it("is refused where it is below zero, above the claim or above the balance", () => {
    const play = claimed();
    const before = play.state;
    expect(grant(play, -1n)).toBe("CH3003");
    expect(grant(play, 100n * KG + 1n)).toBe("CH3003");
    play.shortAccount = QUOTA;
    expect(grant(play, 100n * KG)).toBe("CH3003");
    expect(play.state).toBe(before);
  });

  it("is made once, of what was claimed, while the declaration is open", () => {
    const play = claimed();
    grant(play, 100n * KG);
    expect(grant(play, 100n * KG)).toBe("CH3003");
    const none = new Play(country);
    none.submit(declaration());
    expect(grant(none, 1n)).toBe("CH3003");
    const ended = claimed();
    ended.do({ type: "Cancel", lrn: "C" });
    expect(grant(ended, 1n)).toBe("CH3002");
  });

  it("goes back when another version claims anew", () => {
    const play = claimed();
    grant(play, 100n * KG);
    amend(play, "50");
    expect(ofQuota(play)).toEqual([100n * KG, -100n * KG]);
    expect(play.state?.quota?.open).toBe(true);
    expect(play.state?.reserved.map(({ account }) => account)).toEqual(["XADEF0001"]);
  });
});
