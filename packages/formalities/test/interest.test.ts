/** Interest: days, changes of rate, what was known, exactness. */
import type { InterestTerms } from "@customhouse/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interestOf } from "../src/index.ts";

const LAW = "Act";
const terms: InterestTerms = {
  rates: [
    {
      on: "late",
      percentPerYear: "6",
      dayCount: "actual/365",
      validFrom: "2020-01-01",
      validTo: "2026-03-01",
      legalReference: LAW,
    },
    // Raised from the first of March; published on the tenth with another rate than first said.
    {
      on: "late",
      percentPerYear: "8",
      dayCount: "actual/365",
      validFrom: "2026-03-01",
      knownTo: "2026-03-10",
      legalReference: LAW,
    },
    {
      on: "late",
      percentPerYear: "9",
      dayCount: "actual/365",
      validFrom: "2026-03-01",
      knownFrom: "2026-03-10",
      legalReference: LAW,
    },
    {
      on: "repayment",
      percentPerYear: "3.66",
      dayCount: "actual/actual",
      validFrom: "2020-01-01",
      legalReference: LAW,
    },
  ],
  rounding: { decimals: 2, mode: "half-up" },
};
const late = (principal: string, since: string, until: string, knownOn = until) =>
  interestOf({ on: "late", principal, since, until, knownOn }, terms);

describe("interest", () => {
  it("runs from the day after the last day of payment up to the day itself", () => {
    expect(late("3650", "2026-01-31", "2026-01-31")).toMatchObject({ amount: "0.00", lines: [] });
    expect(late("3650", "2026-01-31", "2026-02-01")).toMatchObject({
      amount: "0.60",
      lines: [{ from: "2026-02-01", to: "2026-02-01", days: 1, amount: "0.6000000000" }],
    });
    expect(late("3650", "2026-02-05", "2026-01-31").amount).toBe("0.00");
  });

  it("changes with the rate, by what was known", () => {
    const before = late("36500", "2026-02-26", "2026-03-05");
    expect(
      before.lines.map(({ from, days, percentPerYear }) => [from, days, percentPerYear]),
    ).toEqual([
      ["2026-02-27", 2, "6"],
      ["2026-03-01", 5, "8"],
    ]);
    expect(before.amount).toBe("52.00");
    expect(late("36500", "2026-02-26", "2026-03-05", "2026-03-12").amount).toBe("57.00");
  });

  it("counts a leap year by its own days", () => {
    const { lines, amount } = interestOf(
      {
        on: "repayment",
        principal: "1000",
        since: "2023-12-30",
        until: "2024-01-10",
        knownOn: "2026-01-01",
      },
      terms,
    );
    expect(lines.map(({ from, to, days }) => [from, to, days])).toEqual([
      ["2023-12-31", "2023-12-31", 1],
      ["2024-01-01", "2024-01-10", 10],
    ]);
    expect(lines[1]?.amount).toBe("1.0000000000");
    expect(amount).toBe("1.10");
  });

  it("bears nothing where no rate is in force, and has an end", () => {
    expect(late("100", "2019-12-01", "2019-12-31")).toMatchObject({ amount: "0.00", lines: [] });
    const long = interestOf(
      {
        on: "late",
        principal: "1",
        since: "0001-01-01",
        until: "2026-02-01",
        knownOn: "2026-02-01",
      },
      terms,
    );
    expect(long.lines).toHaveLength(1);
  });

  it("rounds once: a half that only the exact sum shows goes up", () => {
    // 0.6 a day on 3650: 365 / 730 of it is a half exactly.
    expect(late("30.4166666", "2026-01-31", "2026-02-01").amount).toBe("0.00");
    expect(late("30.4166667", "2026-01-31", "2026-02-01").amount).toBe("0.01");
    const tie = interestOf(
      {
        on: "late",
        principal: "73",
        since: "2026-01-31",
        until: "2026-02-05",
        knownOn: "2026-02-05",
      },
      {
        ...terms,
        rates: [{ ...(terms.rates[0] as InterestTerms["rates"][number]), percentPerYear: "0.5" }],
      },
    );
    // 73 x 0.5 % x 5 / 365 = 0.005
    expect(tie.amount).toBe("0.01");
  });

  it("is the same whether it is asked for at once or in parts, before rounding", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000 }),
        fc.integer({ min: 1, max: 4_000 }),
        (one, two) => {
          const day = (days: number) =>
            new Date(Date.UTC(2021, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
          const exact = { ...terms, rounding: { decimals: 12, mode: "down" as const } };
          const ask = (since: string, until: string) =>
            Number(
              interestOf(
                { on: "repayment", principal: "1000", since, until, knownOn: "2040-01-01" },
                exact,
              ).amount,
            );
          const whole = ask(day(0), day(one + two));
          expect(ask(day(0), day(one)) + ask(day(one), day(one + two))).toBeCloseTo(whole, 8);
        },
      ),
      { numRuns: 100 },
    );
  });
});
