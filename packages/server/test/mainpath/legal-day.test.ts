/** Mandates, checks, counts of lanes and quotas turn with the country's day, wherever the country lies. */
import { xa } from "@customhouse/country-xa";
import type { Formality } from "@customhouse/formalities";
import type { Country } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { passAllDue } from "../../src/boot/deadlines.ts";
import type { Actor } from "../../src/platform/access/principal.ts";
import { knownOf } from "../../src/rooms/declarations/decide/gather.ts";
import { LiveCountry } from "../../src/rooms/formalities/live-country.ts";
import { LaneTally } from "../../src/rooms/risk/live/lane-tally.ts";
import { startTestCore } from "../support/core.ts";

const inZone = (timeZone: string): Country => ({ ...xa, timeZone });
const SECOND_MS = 1_000;

/** When a day ends and the next one begins. */
const TURNS = [
  ["UTC", "2026-07-01T00:00:00.000Z"],
  ["Europe/London", "2026-06-30T23:00:00.000Z"],
  ["Pacific/Auckland", "2026-06-30T12:00:00.000Z"],
  ["America/Los_Angeles", "2026-07-01T07:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-06-30T10:00:00.000Z"],
  ["Pacific/Pago_Pago", "2026-07-01T11:00:00.000Z"],
] as const;

describe.each(TURNS)("in %s", (timeZone, turnsAt) => {
  const country = inZone(timeZone);
  const before = new Date(Date.parse(turnsAt) - SECOND_MS);
  const after = new Date(turnsAt);

  it("a mandate counts from the first instant of its first day, and to the last of its last", async () => {
    let now = before;
    const mandate = {
      ...{ caseId: "c", kind: "mandate", number: "M1", code: "C", state: "granted" },
      ...{ eventCount: 1, holder: "XA1000001", taken: [], deadlines: [] },
      begun: "2026-06-01T00:00:00Z",
      changed: "2026-06-01T00:00:00Z",
    };
    const facts = { representative: "XA2000001", capacity: "direct" };
    const live = new LiveCountry(
      country,
      {
        formalities: async () => [],
        tariffVersion: async () => undefined,
        measures: async () => undefined,
      },
      () => now,
    );
    const first = { ...mandate, facts: { ...facts, validFrom: "2026-07-01" } };
    const last = {
      ...mandate,
      caseId: "d",
      number: "M2",
      facts: { ...facts, validTo: "2026-06-30" },
    };
    live.take([first, last] as unknown as readonly Formality[]);
    const ids = () =>
      live.current.register.mandates.map(({ id }) => id).filter((id) => /^M/.test(id));
    expect(ids()).toEqual(["M2"]);
    now = after;
    expect(ids()).toEqual(["M1"]);
  });

  it("a message is checked by the lists, rules and rates of the day", () => {
    const day = (now: Date) =>
      knownOf(
        { country, clock: () => now },
        { document: declaration(), messageType: "declaration" },
        [] as unknown as Parameters<typeof knownOf>[2],
      ).day;
    expect([day(before), day(after)]).toEqual(["2026-06-30", "2026-07-01"]);
  });

  it("lanes are counted from nothing when the day begins", async () => {
    let now = before;
    const tally = new LaneTally(() => now, country);
    await tally.recount(async () => [{ office: "O", lane: "red", count: 3 }]);
    expect(tally.counts().total).toBe(3);
    now = after;
    expect(tally.counts().total).toBe(0);
  });
});

it("a quota is shared out when the country's day is over, not UTC's", async () => {
  const core = await startTestCore("xa", undefined, (same) => ({
    ...same,
    timeZone: "America/Los_Angeles",
  }));
  try {
    const system: Actor = { subject: "test", role: "system" };
    const made = declaration({ lrn: "BEEF", items: [{ commodity: "02013000", price: "1000.00" }] });
    const commodity = made.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0]?.Commodity;
    if (commodity?.GoodsMeasure === undefined) throw new Error("no measure");
    commodity.DutyTaxFee = [{ TypeCode: "A00", DutyRegimeCode: "120", QuotaOrderID: "090001" }];
    commodity.GoodsMeasure.NetNetWeightMeasure = "100";
    // Midnight by the clock: 2 March, 00:00 in Los Angeles.
    const bytes = new TextEncoder().encode(JSON.stringify(made));
    const lodged = await core.declarations.lodge(system, bytes, {
      contentType: "application/json",
    });
    if (lodged.status !== "lodged") throw new Error(lodged.message);
    const quota = async () => (await core.cases.byId(lodged.caseId))?.case.quota;
    const pass = () => passAllDue(core.database, core, core.country, core.clock, () => undefined);
    expect(await quota()).toMatchObject({ day: "2026-03-02", open: true });
    // 3 March in UTC, still the second of March there.
    core.advance(23 * 3_600);
    await pass();
    expect(await quota()).toMatchObject({ open: true });
    core.advance(3_600);
    await pass();
    expect((await quota())?.open).toBe(false);
  } finally {
    await core.stop();
  }
});

it("an LRN is free again at the same time of day, also when the clocks went forward between", async () => {
  const core = await startTestCore("xa", undefined, (same) => ({
    ...same,
    timeZone: "Europe/London",
    clearance: { ...same.clearance, days: { ...same.clearance.days, lrn: 1 } },
  }));
  try {
    const system: Actor = { subject: "test", role: "system" };
    const bytes = new TextEncoder().encode(JSON.stringify(declaration({ lrn: "SPRING" })));
    let sent = 0;
    const lodge = async () => {
      // A key of its own each time: else the second one is a repetition of the first.
      const options = { contentType: "application/json", idempotencyKey: `key-${++sent}` };
      const lodged = await core.declarations.lodge(system, bytes, options);
      return lodged.status === "lodged" ? "lodged" : lodged.code;
    };
    const advanceTo = (instant: string) =>
      core.advance((Date.parse(instant) - core.clock().getTime()) / SECOND_MS);
    advanceTo("2026-03-28T12:00:00Z");
    expect(await lodge()).toBe("lodged");
    // Noon by the clock is 23 hours later: the night lost an hour.
    advanceTo("2026-03-29T10:59:59Z");
    expect(await lodge()).toBe("CH8106");
    advanceTo("2026-03-29T11:00:00Z");
    expect(await lodge()).toBe("lodged");
  } finally {
    await core.stop();
  }
});
