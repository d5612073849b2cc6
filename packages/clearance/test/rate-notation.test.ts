import type { Rate } from "@customhouse/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRate, writeRate } from "../src/index.ts";

const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => (part === 0 ? `${whole}` : `${whole}.${`${part}`.padStart(2, "0")}`));
const simple: fc.Arbitrary<Rate> = fc.oneof(
  decimal.map((percent) => ({ percent })),
  decimal.map((fee) => ({ fee })),
  fc
    .record({
      amount: decimal,
      currency: fc.constantFrom("EUR", "USD", undefined),
      per: fc.constantFrom("1", "100", "1000"),
      unit: fc.constantFrom("KGM", "LTR", "NAR"),
    })
    .map(({ currency, ...rest }) => (currency === undefined ? rest : { ...rest, currency })),
);
const rates = fc.array(simple, { minLength: 2, maxLength: 3 });
const rate: fc.Arbitrary<Rate> = fc.oneof(
  simple,
  rates.map((sum) => ({ sum })),
  rates.map((least) => ({ least })),
  fc
    .tuple(
      rates.map((sum) => ({ sum })),
      simple,
    )
    .map((greatest) => ({ greatest })),
);

describe("rates as people write them", () => {
  it("are read as what they say", () => {
    expect(parseRate("12%")).toEqual({ percent: "12" });
    expect(parseRate("3.50 EUR/100 KGM")).toEqual({
      amount: "3.50",
      currency: "EUR",
      per: "100",
      unit: "KGM",
    });
    expect(parseRate("2/LTR")).toEqual({ amount: "2", per: "1", unit: "LTR" });
    expect(parseRate("6% + 1.2 USD/NAR")).toEqual({
      sum: [{ percent: "6" }, { amount: "1.2", currency: "USD", per: "1", unit: "NAR" }],
    });
    expect(parseRate("max(10%, 2 USD/KGM)")).toEqual({
      greatest: [{ percent: "10" }, { amount: "2", currency: "USD", per: "1", unit: "KGM" }],
    });
    expect(parseRate("min(10% + 5 fee, 20%)")).toEqual({
      least: [{ sum: [{ percent: "10" }, { fee: "5" }] }, { percent: "20" }],
    });
  });

  it("are the same after writing and reading", () => {
    fc.assert(
      fc.property(rate, (one) => {
        expect(parseRate(writeRate(one))).toEqual(one);
      }),
    );
  });

  it.each([
    "",
    "12",
    "-5%",
    "%",
    "max(1%)",
    "max(1%, 2%",
    "1% +",
    "1e5%",
    "((((((1%))))))",
    "1 EUR/0x KGM",
    `${"9".repeat(40)}%`,
  ])("%j is none", (text) => expect(parseRate(text)).toBeUndefined());
});
