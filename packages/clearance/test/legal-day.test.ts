/** The law, the rates and the periods of a declaration go by the country's days, wherever the country lies. */
import { xa } from "@customhouse/country-xa";
import { type Country, legalDay } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { nextSlot } from "../src/decide/inspection.ts";
import { erasableFrom, makeMrn } from "../src/index.ts";
import { dutyUnderLaw } from "../src/simplified/duty.ts";
import { Play } from "./play.ts";

const inZone = (timeZone: string): Country => ({ ...xa, timeZone });

/** Around New Year, when the rate of the euro, the quota's period and the year of an MRN change. */
const NEW_YEAR = [
  ["UTC", "2025-12-31T23:30:00Z", "2025-12-31"],
  ["UTC", "2026-01-01T00:00:00Z", "2026-01-01"],
  ["Europe/London", "2025-12-31T23:59:59Z", "2025-12-31"],
  ["Pacific/Auckland", "2025-12-31T10:59:59Z", "2025-12-31"],
  ["Pacific/Auckland", "2025-12-31T11:00:00Z", "2026-01-01"],
  ["America/Los_Angeles", "2026-01-01T07:59:59Z", "2025-12-31"],
  ["America/Los_Angeles", "2026-01-01T08:00:00Z", "2026-01-01"],
  ["Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01"],
  ["Pacific/Pago_Pago", "2026-01-01T10:59:59Z", "2025-12-31"],
] as const;

function inEuros() {
  const made = declaration({ items: [{ commodity: "62034235", price: "900.00" }] });
  const line = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (line?.InvoiceLine === undefined) throw new Error("no invoice line");
  line.InvoiceLine["ItemChargeAmount@currencyID"] = "EUR";
  return made;
}

function beef() {
  const made = declaration({ items: [{ commodity: "02013000", price: "1000.00" }] });
  const line = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
  if (line?.GoodsMeasure === undefined) throw new Error("no measure");
  line.DutyTaxFee = [{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" }];
  line.GoodsMeasure.NetNetWeightMeasure = "100";
  return made;
}

describe.each(NEW_YEAR)("in %s at %s", (timeZone, at, day) => {
  const country = inZone(timeZone);
  const played = (made: ReturnType<typeof declaration>) => {
    const play = new Play(country);
    play.now = Date.parse(at);
    play.submit(made);
    return play;
  };

  it(`tariff and rates of ${day} are in force`, () => {
    const { state } = played(inEuros());
    const base = state?.duty.find((line) => line.taxType === "A00")?.base;
    // 0.92 euros to the dollar until the year ends, 0.90 after.
    expect(base).toBe(day < "2026" ? "978.26" : "1000.00");
  });

  it(`a quota is claimed on ${day}`, () => {
    const { state } = played(beef());
    // The first period begins with the year.
    if (day < "2026") expect(state?.quota).toBeUndefined();
    else expect(state?.quota).toMatchObject({ day, open: true });
  });

  it("an MRN begins with the year", () => {
    const mrn = makeMrn(country, legalDay(at, country), new Uint8Array(20));
    expect(mrn.slice(0, 2)).toBe(day.slice(2, 4));
  });
});

it("what completes a simplified declaration has the law of the day on which that was accepted", () => {
  const names = inEuros();
  const named = names.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0];
  if (named === undefined) throw new Error("no item");
  const base = (timeZone: string) => {
    const country = inZone(timeZone);
    const accepted = "2025-12-31T23:30:00Z";
    const completes = [{ mrn: "25XA1", caseId: "c", accepted, secured: [] }];
    const on = legalDay(accepted, country);
    const state = { supplements: { completes } } as Parameters<typeof dutyUnderLaw>[2];
    return dutyUnderLaw(names.Declaration ?? {}, country, state, on)[0]?.base;
  };
  expect([base("Pacific/Auckland"), base("Europe/London")]).toEqual(["1000.00", "978.26"]);
});

describe("periods in days", () => {
  it.each([
    // Ten days for documents: the same time by the clock on the wall.
    ["UTC", "2026-03-25T12:00:00Z", "2026-04-04T12:00:00.000Z"],
    ["Europe/London", "2026-03-25T12:00:00Z", "2026-04-04T11:00:00.000Z"],
    ["Europe/London", "2026-10-20T11:00:00Z", "2026-10-30T12:00:00.000Z"],
    ["America/Los_Angeles", "2026-03-05T20:00:00Z", "2026-03-15T19:00:00.000Z"],
    ["Pacific/Auckland", "2026-04-01T00:00:00Z", "2026-04-11T01:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-03-25T12:00:00Z", "2026-04-04T12:00:00.000Z"],
  ])("in %s from %s end at %s", (timeZone, at, dueAt) => {
    const play = new Play(inZone(timeZone));
    play.now = Date.parse(at);
    play.controls = ["documentary"];
    play.submit(declaration());
    const due = play.state?.deadlines.find(({ kind }) => kind === "documents");
    expect(due?.dueAt).toBe(dueAt);
  });

  it("of keeping, too", () => {
    const ten = { ...inZone("Europe/London"), erasure: { ...xa.erasure, retention: { days: 10 } } };
    const from = erasableFrom("2026-03-25T12:00:00Z", "retention-over", ten as unknown as Country);
    expect(from).toBe("2026-04-04T11:00:00.000Z");
  });
});

it.each([
  ["UTC", "2026-03-06T21:30:00Z", "2026-03-07T06:00:00.000Z"],
  // Saturday 11:00 already: open until ten at night.
  ["Pacific/Auckland", "2026-03-06T21:30:00Z", "2026-03-06T22:00:00.000Z"],
  // Friday, half past one in the afternoon.
  ["America/Los_Angeles", "2026-03-06T21:30:00Z", "2026-03-06T22:00:00.000Z"],
  // From Saturday night to Monday six o'clock, by which the clocks have changed.
  ["Europe/London", "2026-03-28T22:30:00Z", "2026-03-30T05:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-03-07T10:30:00Z", "2026-03-08T16:00:00.000Z"],
])("an inspection is in the hours of %s after %s", (timeZone, from, at) => {
  if (xa.inspection === undefined) throw new Error("no calendar");
  expect(nextSlot(xa.inspection, ["customs"], from, inZone(timeZone))).toBe(at);
});
