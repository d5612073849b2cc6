/** Validity, last days and interest of a formality go by the country's days, wherever the country lies. */
import type { FormalityKind } from "@customhouse/model";
import { describe, expect, it } from "vitest";
import { computedFacts } from "../src/machine/computed.ts";
import { factProblems } from "../src/machine/facts.ts";
import { applyStep, type FormalityEvent, formalityAsOf } from "../src/machine/state.ts";

const CASE_ID = "019587a0-0000-7000-8000-0000000000f1";
const kind = {
  kind: "test",
  fields: [{ name: "until", type: "day" }],
  states: { open: { inForce: true }, over: {} },
  steps: [],
  clocks: [
    { in: ["open"], step: "expire", on: "until" },
    { in: ["open"], step: "remind", days: 10 },
  ],
} as unknown as FormalityKind;
const event = (at: string, state = "open"): FormalityEvent => ({
  type: "FormalityStepTaken",
  v: 1,
  at,
  body: {
    ...{ kind: "test", number: "N", code: "C", holder: "XA1", step: "begin", state },
    by: { as: "holder", subject: "s" },
    facts: { until: "2026-03-29" },
  },
});

describe.each([
  // Begun at noon of 28 March in UTC: when the last day ends, and when ten days are over.
  ["UTC", "2026-03-30T00:00:00.000Z", "2026-04-07T12:00:00.000Z"],
  ["Europe/London", "2026-03-29T23:00:00.000Z", "2026-04-07T11:00:00.000Z"],
  ["Pacific/Auckland", "2026-03-29T11:00:00.000Z", "2026-04-07T13:00:00.000Z"],
  ["America/Los_Angeles", "2026-03-30T07:00:00.000Z", "2026-04-07T12:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-03-29T10:00:00.000Z", "2026-04-07T12:00:00.000Z"],
  ["Pacific/Pago_Pago", "2026-03-30T11:00:00.000Z", "2026-04-07T12:00:00.000Z"],
])("in %s", (timeZone, lastDayEnds, tenDaysOn) => {
  const country = { timeZone };

  it("a last day counts whole, and days are by the clock on the wall", () => {
    const { deadlines } = applyStep(
      undefined,
      event("2026-03-28T12:00:00Z"),
      CASE_ID,
      kind,
      country,
    );
    expect(deadlines).toEqual([
      { kind: "formality:expire", dueAt: lastDayEnds },
      { kind: "formality:remind", dueAt: tenDaysOn },
    ]);
  });
});

it.each([
  ["UTC", "2026-06-30"],
  ["Europe/London", "2026-07-01"],
  ["Pacific/Auckland", "2026-07-01"],
  ["America/Los_Angeles", "2026-06-30"],
  ["Pacific/Kiritimati", "2026-07-01"],
  ["Pacific/Pago_Pago", "2026-06-30"],
])("what was done at 2026-06-30T23:30Z in %s counts from %s", (timeZone, day) => {
  const country = { timeZone };
  const at = "2026-06-30T23:30:00Z";
  const known = [{ event: event(at), knownAt: at }];
  const asOf = (on: string) => formalityAsOf(known, kind, CASE_ID, { day: on, country });
  expect(asOf(day)?.state).toBe("open");
  expect(asOf("2026-06-29")).toBeUndefined();
  expect(asOf("2026-06-30") === undefined).toBe(day > "2026-06-30");
  // And interest runs to the end of that day.
  const facts = computedFacts(
    [
      {
        fact: "interest",
        interest: { on: "late", principal: "owed", since: "since", explainedIn: "how" },
      },
    ],
    { number: "N", holder: "XA1", facts: { owed: "36500", since: "2026-06-29" } },
    {
      now: at,
      country,
      decimalsOf: () => 2,
      interest: {
        rates: [
          {
            on: "late",
            percentPerYear: "1",
            dayCount: "actual/365",
            validFrom: "2020-01-01",
            legalReference: "x",
          },
        ],
        rounding: { mode: "half-up", decimals: 2 },
      },
    },
  );
  expect(facts.interest).toBe(day === "2026-07-01" ? "2.00" : "1.00");
});

it("a day that does not exist is none", () => {
  const wrong = (until: string) => factProblems({ until }, kind).map(({ message }) => message);
  expect(wrong("2026-02-30")).toEqual(["There is no such day."]);
  expect(wrong("2026-02-28")).toEqual([]);
});
