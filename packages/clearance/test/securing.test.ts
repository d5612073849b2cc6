/** What secures a debt that is not certain or not due yet: deferments, critical quotas. */
import { xa } from "@customhouse/country-xa";
import type { Country } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { Play } from "./play.ts";

const HOLDER = "XA1000001";

function countryWith(
  authorisations: readonly string[],
  guarantees: readonly string[] = ["G1"],
): Country {
  const { register } = xa;
  return {
    ...xa,
    register: {
      ...register,
      accounts: [
        { account: "D1", kind: "deferment", holder: HOLDER, balanceMinor: "0", securedBy: "G1" },
        ...guarantees.map((account) => ({
          account,
          kind: "guarantee" as const,
          holder: HOLDER,
          balanceMinor: "0",
        })),
      ],
      traders: register.traders.map((trader) =>
        trader.tin === HOLDER ? { ...trader, authorisations } : trader,
      ),
    },
  };
}

const deferred = () => declaration({ guarantee: "D1", items: [{ method: "E", price: "1000.01" }] });

function reservedOf(play: Play): Record<string, string> {
  return Object.fromEntries(
    (play.state?.reserved ?? []).map(({ account, amountMinor }) => [account, amountMinor]),
  );
}

describe("a deferment", () => {
  it.each([
    [[], { D1: "28800", G1: "28800" }],
    [["AEOS"], { D1: "28800", G1: "28800" }],
    [["AEOC"], { D1: "28800", G1: "8640" }],
    [["AEOF"], { D1: "28800" }],
  ] as const)("of a holder with %j is secured in part or whole", (authorisations, expected) => {
    const play = new Play(countryWith(authorisations));
    play.submit(deferred());
    expect(reservedOf(play)).toEqual(expected);
  });

  it("waits where its guarantee is not in force, and names it", () => {
    const play = new Play(countryWith([], []));
    play.submit(deferred());
    expect(play.state?.debt).toBe("blocked");
    expect(play.events.at(-2)).toMatchObject({
      type: "ReservationFailed",
      body: { account: "G1", amount: "288.00" },
    });
    expect(reservedOf(play)).toEqual({});
    const waived = new Play(countryWith(["AEOF"], []));
    waived.submit(deferred());
    expect(reservedOf(waived)).toEqual({ D1: "28800" });
  });

  it("is given back with its security when the declaration is cancelled", () => {
    const play = new Play(countryWith(["AEOC"]));
    play.submit(deferred());
    play.do({ type: "Cancel", lrn: "C" });
    expect(reservedOf(play)).toEqual({});
    const sums = Map.groupBy(play.reservations, ({ account }) => account);
    for (const moved of sums.values())
      expect(moved.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n);
  });
});

const QUOTA = "quota/090001/2026-01-01";

function beef(guarantee?: string) {
  const made = declaration({
    items: [{ commodity: "02013000", price: "1000.00" }],
    ...(guarantee === undefined ? {} : { guarantee }),
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
  commodity.GoodsMeasure.NetNetWeightMeasure = "100";
  return made;
}

function claimed(options: { critical: boolean; guarantee?: string }): Play {
  const play = new Play(countryWith(["AEOF"]));
  if (options.critical) play.criticalQuotas = new Set([QUOTA]);
  play.submit(beef(options.guarantee));
  return play;
}

const grant = (grantedMinor: bigint) => ({
  type: "AllocateQuota" as const,
  grants: [{ item: 1, account: QUOTA, grantedMinor }],
});
const KG = 1_000_000n;

describe("a critical quota", () => {
  it("secures the full duty until it is allocated; one that is not secures what is claimed", () => {
    // 5 % within the quota, 20 % without it, and 15 % value added tax on top of either.
    expect(reservedOf(claimed({ critical: false, guarantee: "D1" }))).toEqual({ D1: "20750" });
    const play = claimed({ critical: true, guarantee: "D1" });
    expect(play.state?.quota?.critical).toEqual([QUOTA]);
    expect(reservedOf(play)).toEqual({ D1: "38000" });
    play.do(grant(100n * KG));
    expect(reservedOf(play)).toEqual({ D1: "20750", [QUOTA]: "100000000" });
  });

  it("charges what was not granted, and frees the rest", () => {
    const play = claimed({ critical: true, guarantee: "D1" });
    play.do(grant(0n));
    expect(reservedOf(play)).toEqual({ D1: "38000" });
  });

  it("waits without an account to secure it on", () => {
    const play = claimed({ critical: true });
    expect(play.state?.debt).toBe("blocked");
    expect(play.events.find(({ type }) => type === "ReservationFailed")?.body).toMatchObject({
      account: QUOTA,
    });
  });

  it("holds nothing after a cancellation", () => {
    const play = claimed({ critical: true, guarantee: "D1" });
    play.do({ type: "Cancel", lrn: "C" });
    expect(reservedOf(play)).toEqual({});
  });
});
