import { xa } from "@customhouse/country-xa";
import type { Country, Declaration, Measure } from "@customhouse/model";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  apportion,
  assess,
  checkMeasures,
  declarationOfQuote,
  type QuoteRequest,
  quote,
} from "../src/index.ts";

const ON = "2026-03-01";
type Goods = QuoteRequest["goods"][number];

function lines(goods: Partial<Goods>, on = ON, country: Country = xa) {
  const declaration = declarationOfQuote({
    goods: [{ commodity: "62034235", price: "1000.00", ...goods }],
  });
  return assess(declaration, country, { on });
}
const amounts = (goods: Partial<Goods>, on = ON) =>
  Object.fromEntries(lines(goods, on).lines.map((line) => [line.taxType, line.amount]));

describe("kinds of measure", () => {
  it.each<[string, Partial<Goods>, Record<string, string>]>([
    ["ad valorem", {}, { A00: "120.00", B00: "168.00" }],
    [
      "specific, with excise in the base of value added tax",
      { commodity: "22042106", quantity: { amount: "200", unit: "LTR" } },
      { A00: "64.00", "413": "620.00", B00: "252.60" },
    ],
    [
      "specific, declared in another unit",
      { commodity: "22042106", quantity: { amount: "2", unit: "HLT" } },
      { A00: "64.00", "413": "620.00", B00: "252.60" },
    ],
    ["compound", { commodity: "17019910", netWeightKg: "400" }, { A00: "160.00", B00: "174.00" }],
    [
      "with a floor",
      { commodity: "24022090", netWeightKg: "200" },
      { A00: "800.00", B00: "270.00" },
    ],
    [
      "with a ceiling",
      { commodity: "64039116", quantity: { amount: "10", unit: "NPR" } },
      { A00: "90.00", B00: "163.50" },
    ],
    [
      "anti-dumping for everybody",
      { commodity: "73181500", origin: "CN" },
      { A00: "50.00", A30: "400.00", B00: "217.50" },
    ],
    [
      "anti-dumping for one exporter",
      { commodity: "73181500", origin: "CN", additionalCodes: ["A123"] },
      { A00: "50.00", A30: "85.00", B00: "170.25" },
    ],
    [
      "no anti-dumping from elsewhere",
      { commodity: "73181500", origin: "FR" },
      { A00: "50.00", B00: "157.50" },
    ],
    ["a fee", { commodity: "01022910" }, { A00: "50.00", F10: "45.00", B00: "157.50" }],
    ["a reduced rate", { commodity: "49019900" }, { A00: "50.00", B00: "0.00" }],
  ])("%s", (_name, goods, expected) => {
    expect(amounts(goods)).toEqual(expected);
  });

  it("depends on the season of the date of acceptance", () => {
    const orange = { commodity: "08051022" };
    expect(amounts(orange, "2026-04-30").A00).toBe("30.00");
    expect(amounts(orange, "2026-05-01").A00).toBe("160.00");
    expect(amounts(orange, "2026-11-01").A00).toBe("30.00");
  });

  it("grants a preference for its origin and with a proof only", () => {
    const asked = { origin: "KE", regime: "300" };
    expect(amounts({ ...asked, documents: ["N954"] }).A00).toBe("0.00");
    const without = lines(asked);
    expect(without.lines[0]).toMatchObject({ amount: "120.00", regime: "100" });
    expect(without.findings).toMatchObject([{ code: "document-would-help", item: 1 }]);
    expect(amounts({ ...asked, origin: "FR", documents: ["N954"] }).A00).toBe("120.00");
  });

  it("claims on a quota what is declared under its order number", () => {
    const beef = {
      commodity: "02013000",
      regime: "120",
      quotaOrderNumber: "090001",
      netWeightKg: "750",
    };
    const found = lines(beef);
    expect(found.lines[0]).toMatchObject({ amount: "50.00", regime: "120" });
    expect(found.quotaClaims).toEqual([
      { item: 1, orderNumber: "090001", quantity: "750", unit: "KGM" },
    ]);
    expect(lines({ commodity: "02013000", netWeightKg: "750" }).quotaClaims).toEqual([]);
  });

  it("suspends what a procedure suspends: due, not to be paid", () => {
    const [duty] = lines({ procedure: "53" }).lines;
    expect(duty).toMatchObject({
      amount: "120.00",
      payable: "0.00",
      relief: "temporary-admission",
    });
  });

  it("says what is missing instead of inventing it", () => {
    const wine = lines({ commodity: "22042106" });
    expect(wine.findings.map((finding) => finding.code)).toEqual([
      "quantity-unknown",
      "quantity-unknown",
    ]);
    expect(lines({ currency: "JPY" })).toMatchObject({
      lines: [],
      findings: [{ code: "value-unknown" }],
    });
  });
});

describe("law in time", () => {
  const corrected: readonly Measure[] = [
    measure({ id: "old", rate: { percent: "10" }, knownTo: "2026-02-01" }),
    measure({ id: "old", rate: { percent: "8" }, knownFrom: "2026-02-01", validTo: "2026-06-01" }),
    measure({
      id: "new",
      rate: { percent: "4" },
      knownFrom: "2026-02-01",
      validFrom: "2026-06-01",
    }),
  ];
  const country = { ...xa, tariff: { ...xa.tariff, measures: corrected } };
  const rate = (on: string, knownOn: string) =>
    assess(declarationOfQuote({ goods: [{ commodity: "10", price: "100" }] }), country, {
      on,
      knownOn,
    }).lines.map((line) => line.ratePercent);

  it("assesses as of one day with what was known on another", () => {
    expect(rate("2026-01-15", "2026-01-15")).toEqual(["10.00"]);
    expect(rate("2026-01-15", "2026-02-15")).toEqual(["8.00"]);
    expect(rate("2026-07-01", "2026-01-15")).toEqual(["10.00"]);
    expect(rate("2026-07-01", "2026-02-15")).toEqual(["4.00"]);
  });
});

describe("customs value", () => {
  const request: QuoteRequest = {
    deliveryTerms: "FOB",
    costs: [
      { code: "AP", amount: "100.00" },
      { code: "BA", amount: "10.00" },
    ],
    goods: [
      { commodity: "8471", price: "100.00" },
      { commodity: "8471", price: "200.00" },
    ],
  };
  it("adds transport where the terms leave it out, and shares it by value", () => {
    const values = quote(declarationOfQuote(request), xa, { on: ON });
    expect(values.items.map((item) => item.customsValue)).toEqual(["130.00", "260.00"]);
    const landed = quote(declarationOfQuote({ ...request, deliveryTerms: "CIF" }), xa, { on: ON });
    expect(landed.items.map((item) => item.customsValue)).toEqual(["96.67", "193.33"]);
  });
  it("takes the exchange rate of the day", () => {
    const euro = { goods: [{ commodity: "8471", price: "90.00", currency: "EUR" }] };
    const on = (day: string) =>
      quote(declarationOfQuote(euro), xa, { on: day }).items[0]?.customsValue;
    expect([on("2025-12-31"), on("2026-01-01")]).toEqual(["97.83", "100.00"]);
  });
  it("shares any amount to the last unit", () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 40 }), (amount, weights) => {
        const whole = new Decimal(amount).div(100);
        const shares = apportion(
          whole,
          weights.map((weight) => new Decimal(weight)),
          2,
        );
        const sum = shares.reduce((total, share) => total.plus(share), new Decimal(0));
        expect(sum.equals(whole)).toBe(true);
        expect(shares.every((share) => share.greaterThanOrEqualTo(0))).toBe(true);
      }),
    );
  });
});

describe("measures from outside", () => {
  const codes = (rows: unknown) =>
    checkMeasures(rows, xa.tariff).problems.map(({ row, field, code }) => [row, field, code]);

  it("takes the country's own", () => {
    expect(codes(JSON.parse(JSON.stringify(xa.tariff.measures)))).toEqual([]);
  });

  it.each<[string, unknown, (string | number)[]]>([
    ["not a list", { id: "x" }, [0, "", "CH3101"]],
    ["not an object", ["x"], [1, "", "CH3101"]],
    ["no rate", [measure({ rate: undefined as never })], [1, "rate", "CH3101"]],
    ["a negative rate", [measure({ rate: { percent: "-1" } })], [1, "rate", "CH3104"]],
    [
      "a rate that overflows",
      [measure({ rate: { percent: "1".repeat(40) } })],
      [1, "rate", "CH3104"],
    ],
    ["a rate as a number", [measure({ rate: { percent: 5 } as never })], [1, "rate", "CH3104"]],
    [
      "an unknown unit",
      [measure({ rate: { amount: "1", per: "1", unit: "ZZZ" } })],
      [1, "rate", "CH3105"],
    ],
    ["an unknown tax", [measure({ taxType: "ZZZ" })], [1, "taxType", "CH3103"]],
    ["ended before it began", [measure({ validTo: "2019-01-01" })], [1, "validTo", "CH3102"]],
    ["the same twice", [measure({}), measure({})], [2, "id", "CH3106"]],
    [
      "an overlap",
      [measure({ validTo: "2026-02-01" }), measure({ id: "b", validFrom: "2026-01-01" })],
      [2, "validFrom", "CH3102"],
    ],
    [
      "a gap",
      [measure({ validTo: "2025-02-01" }), measure({ id: "b", validFrom: "2026-01-01" })],
      [2, "validFrom", "CH3102"],
    ],
  ])("tells of %s", (_name, rows, problem) => {
    expect(codes(rows)).toContainEqual(problem);
  });
});

function measure(more: Partial<Measure>): Measure {
  return {
    id: "a",
    commodity: "10",
    taxType: "A00",
    rate: { percent: "5" },
    validFrom: "2020-01-01",
    legalReference: "test",
    ...more,
  };
}

it("never owes less than nothing, and pays no more than is due", () => {
  const commodity = fc.constantFrom("62", "8471", "2204", "1701", "24", "7318", "0805", "02", "01");
  const goods = fc.record({
    commodity,
    price: fc.integer({ min: 0, max: 1e9 }).map((minor) => new Decimal(minor).div(100).toFixed(2)),
    origin: fc.constantFrom("CN", "KE", "FR"),
    procedure: fc.constantFrom("40", "53", "71"),
    netWeightKg: fc.integer({ min: 0, max: 1e6 }).map(String),
    quantity: fc.record({
      amount: fc.integer({ min: 0, max: 1e6 }).map(String),
      unit: fc.constant("LTR"),
    }),
  });
  fc.assert(
    fc.property(fc.array(goods, { minLength: 1, maxLength: 5 }), (items) => {
      const declaration: Declaration = declarationOfQuote({ goods: items });
      for (const line of assess(declaration, xa, { on: ON }).lines) {
        expect(line.amount).toMatch(/^\d+\.\d\d$/);
        expect(new Decimal(line.payable).lessThanOrEqualTo(line.amount)).toBe(true);
      }
    }),
  );
});
