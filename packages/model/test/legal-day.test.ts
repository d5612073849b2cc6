/** The day in law: zones east and west, on both sides of the date line, and on the days on which clocks change. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addYears,
  afterDays,
  beginOfDay,
  daysBetween,
  endOfDay,
  isDay,
  legalDay,
  localTime,
  utcDay,
  utcOffsetMinutes,
} from "../src/index.ts";

const ZONES = [
  "UTC",
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Europe/London",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Pacific/Apia",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
];
const inZone = (timeZone: string) => ({ timeZone });

describe("the legal day", () => {
  it.each([
    ["Europe/London", "2026-06-30T22:59:59.999Z", "2026-06-30"],
    ["Europe/London", "2026-06-30T23:00:00Z", "2026-07-01"],
    ["Europe/London", "2026-06-30T23:30:00Z", "2026-07-01"],
    // Clocks go forward at 01:00Z: the day has 23 hours, and the next begins an hour earlier.
    ["Europe/London", "2026-03-29T00:00:00Z", "2026-03-29"],
    ["Europe/London", "2026-03-29T22:59:59Z", "2026-03-29"],
    ["Europe/London", "2026-03-29T23:00:00Z", "2026-03-30"],
    // And back at 01:00Z: the day has 25.
    ["Europe/London", "2026-10-24T23:00:00Z", "2026-10-25"],
    ["Europe/London", "2026-10-25T23:59:59Z", "2026-10-25"],
    ["Europe/London", "2026-10-26T00:00:00Z", "2026-10-26"],
    ["Pacific/Auckland", "2026-01-01T10:59:59Z", "2026-01-01"],
    ["Pacific/Auckland", "2026-01-01T11:00:00Z", "2026-01-02"],
    ["America/Los_Angeles", "2026-07-01T06:59:59Z", "2026-06-30"],
    ["America/Los_Angeles", "2026-07-01T07:00:00Z", "2026-07-01"],
    // The same instant on both sides of the date line: two days apart for an hour.
    ["Pacific/Kiritimati", "2026-03-02T10:30:00Z", "2026-03-03"],
    ["Pacific/Pago_Pago", "2026-03-02T10:30:00Z", "2026-03-01"],
    // Samoa went without 30 December 2011.
    ["Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"],
    ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"],
    ["UTC", "2026-06-30T23:59:59.999Z", "2026-06-30"],
  ])("in %s at %s is %s", (timeZone, instant, day) => {
    expect(legalDay(instant, { timeZone })).toBe(day);
    expect(legalDay(new Date(instant), { timeZone })).toBe(day);
    expect(legalDay(Date.parse(instant), { timeZone })).toBe(day);
  });

  it.each(ZONES)("is what a calendar of %s shows, at any instant", (timeZone) => {
    const shown = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    const instants = fc.date({
      min: new Date("1975-01-01"),
      max: new Date("2090-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (at) => {
        const day = legalDay(at, { timeZone });
        expect(day).toBe(shown.format(at));
        // It lies within its own day.
        expect(beginOfDay(day, { timeZone }) <= at.toISOString()).toBe(true);
        expect(at.toISOString() < endOfDay(day, { timeZone })).toBe(true);
      }),
    );
  });

  it("is of an instant", () => {
    expect(() => legalDay("yesterday", inZone("UTC"))).toThrow(RangeError);
    expect(() => legalDay("2026-03-01T00:00:00Z", inZone("Europe/Nowhere"))).toThrow(RangeError);
  });
});

describe("a day as a time", () => {
  it.each([
    ["Europe/London", "2026-03-29", "2026-03-29T00:00:00.000Z", 23],
    ["Europe/London", "2026-07-01", "2026-06-30T23:00:00.000Z", 24],
    ["Europe/London", "2026-10-25", "2026-10-24T23:00:00.000Z", 25],
    ["Pacific/Auckland", "2026-09-27", "2026-09-26T12:00:00.000Z", 23],
    ["America/Los_Angeles", "2026-11-01", "2026-11-01T07:00:00.000Z", 25],
    ["Pacific/Kiritimati", "2026-03-02", "2026-03-01T10:00:00.000Z", 24],
    ["Pacific/Pago_Pago", "2026-03-02", "2026-03-02T11:00:00.000Z", 24],
    ["UTC", "2026-03-02", "2026-03-02T00:00:00.000Z", 24],
  ])("in %s %s begins at %s and has %i hours", (timeZone, day, begin, hours) => {
    const from = beginOfDay(day, { timeZone });
    expect(from).toBe(begin);
    const lengthMs = Date.parse(endOfDay(day, { timeZone })) - Date.parse(from);
    expect(lengthMs / 3_600_000).toBe(hours);
  });
});

describe("a period in days", () => {
  it.each([
    // Noon stays noon by the clock on the wall.
    ["Europe/London", "2026-03-28T12:00:00Z", 1, "2026-03-29T11:00:00.000Z"],
    ["Europe/London", "2026-10-24T11:00:00Z", 1, "2026-10-25T12:00:00.000Z"],
    ["Europe/London", "2026-10-25T12:00:00Z", -1, "2026-10-24T11:00:00.000Z"],
    ["America/Los_Angeles", "2026-03-07T20:00:00Z", 30, "2026-04-06T19:00:00.000Z"],
    ["Pacific/Auckland", "2026-01-01T00:00:00Z", 10, "2026-01-11T00:00:00.000Z"],
    ["UTC", "2026-03-28T12:00:00.5Z", 1_096, "2029-03-28T12:00:00.500Z"],
  ])("in %s %s and %i days is %s", (timeZone, from, days, to) => {
    expect(afterDays(from, days, { timeZone })).toBe(to);
  });

  it.each(ZONES)("comes out on the day so many days on in %s", (timeZone) => {
    const instants = fc.date({
      min: new Date("2012-02-01"),
      max: new Date("2060-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 1_100 }), (at, days) => {
        const then = afterDays(at, days, { timeZone });
        expect(legalDay(then, { timeZone })).toBe(addDays(legalDay(at, { timeZone }), days));
      }),
    );
  });
});

it("clocks tell weekday and minute", () => {
  const at = "2026-06-30T23:30:00Z";
  const told = (timeZone: string) => localTime(at, utcOffsetMinutes(at, { timeZone }));
  expect(told("UTC")).toEqual({ day: "2026-06-30", weekday: 2, minute: 23 * 60 + 30 });
  expect(told("Europe/London")).toEqual({ day: "2026-07-01", weekday: 3, minute: 30 });
  expect(told("Asia/Kathmandu")).toEqual({ day: "2026-07-01", weekday: 3, minute: 5 * 60 + 15 });
  expect(utcOffsetMinutes(at, inZone("America/Los_Angeles"))).toBe(-420);
  expect(localTime("1969-12-28T12:00:00Z", 0).weekday).toBe(7);
});

describe("days of a calendar", () => {
  it("are added and counted", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(addYears("2024-02-29", -100)).toBe("1924-02-29");
    expect(addYears("2024-02-29", 1)).toBe("2025-02-28");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
    expect(daysBetween("2024-01-01", "2025-01-01")).toBe(366);
  });

  it("exist", () => {
    for (const day of ["2026-02-28", "2024-02-29", "0001-01-01"])
      expect(isDay(day), day).toBe(true);
    for (const day of [
      "2026-02-29",
      "2026-02-30",
      "2026-13-01",
      "20260301",
      "2026-3-1",
      "",
      "2026-03-01T00:00",
    ])
      expect(isDay(day), day).toBe(false);
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });

  it("are UTC's only where that is said", () => {
    expect(utcDay("2026-06-30T23:30:00Z")).toBe("2026-06-30");
    expect(utcDay("2026-07-01T00:30:00+01:00")).toBe("2026-06-30");
  });
});
