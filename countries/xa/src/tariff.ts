/** The demo country's tariff: made up, small, and with a measure of every kind. */
import type { Measure, Rate, Tariff } from "@customhouse/model";

const LEGAL = "XA Customs Tariff (fictional)";
const FROM = "2020-01-01";
const ORDINARY = "100";
const PREFERENCE = "300";
const rounding = { decimals: 2, mode: "half-up" } as const;

function duty(commodity: string, rate: Rate, more: Partial<Measure> = {}): Measure {
  return {
    id: ["A00", commodity || "all", more.regime ?? ORDINARY, ...(more.origins ?? [])].join("-"),
    commodity,
    taxType: "A00",
    rate,
    regime: ORDINARY,
    validFrom: FROM,
    legalReference: LEGAL,
    ...more,
  };
}

const measures: readonly Measure[] = [
  // Ad valorem
  duty("", { percent: "5.00" }),
  duty("02", { percent: "20.00" }),
  duty("62", { percent: "12.00" }),
  duty("85", { percent: "2.50" }),
  duty("8471", { percent: "0.00" }),
  duty("93", { percent: "25.00" }),
  // Specific, compound, with floor and ceiling
  duty("2204", { amount: "32.00", per: "100", unit: "LTR" }),
  duty("1701", { sum: [{ percent: "10.00" }, { amount: "15.00", per: "100", unit: "KGM" }] }),
  duty("24", {
    greatest: [{ percent: "60.00" }, { amount: "4.00", per: "1", unit: "KGM" }],
  }),
  duty("6403", {
    least: [{ percent: "17.00" }, { amount: "9.00", per: "1", unit: "NPR" }],
  }),
  // Seasonal: dearer while the harvest is in
  duty(
    "0805",
    { percent: "3.00" },
    { id: "A00-0805-winter", season: { from: "11-01", to: "04-30" } },
  ),
  duty(
    "0805",
    { percent: "16.00" },
    { id: "A00-0805-summer", season: { from: "05-01", to: "10-31" } },
  ),
  // Preference by origin, with proof; a quota within it; end use
  duty(
    "62",
    { percent: "0.00" },
    { regime: PREFERENCE, origins: ["neighbours"], documents: ["N954", "U110"] },
  ),
  duty(
    "02",
    { percent: "5.00" },
    { regime: "120", quotaOrderNumber: "090001", id: "A00-02-quota-090001" },
  ),
  duty("8407", { percent: "0.00" }, { regime: "115", documents: ["N990"] }),
  // Anti-dumping: one exporter with a rate of its own, all others
  {
    id: "A30-7318-CN",
    commodity: "7318",
    taxType: "A30",
    rate: { percent: "40.00" },
    origins: ["CN"],
    validFrom: "2024-07-01",
    validTo: "2029-07-01",
    legalReference: LEGAL,
  },
  {
    id: "A30-7318-CN-A123",
    commodity: "7318",
    taxType: "A30",
    rate: { percent: "8.50" },
    origins: ["CN"],
    additionalCodes: ["A123"],
    validFrom: "2024-07-01",
    validTo: "2029-07-01",
    legalReference: LEGAL,
  },
  // Excise, a fee, VAT
  {
    id: "413-2204",
    commodity: "2204",
    taxType: "413",
    rate: { amount: "3.10", per: "1", unit: "LTR" },
    validFrom: FROM,
    legalReference: "XA Excise Act (fictional)",
  },
  {
    id: "F10-01",
    commodity: "01",
    taxType: "F10",
    rate: { fee: "45.00" },
    validFrom: FROM,
    legalReference: "XA Veterinary Fees Order (fictional)",
  },
  {
    id: "B00-all",
    commodity: "",
    taxType: "B00",
    rate: { percent: "15.00" },
    validFrom: FROM,
    legalReference: "XA Value Added Tax Act (fictional)",
  },
  {
    id: "B00-books",
    commodity: "4901",
    taxType: "B00",
    rate: { percent: "0.00" },
    validFrom: FROM,
    legalReference: "XA Value Added Tax Act (fictional)",
  },
];

export const xaTariff: Tariff = {
  measures,
  taxes: [
    { taxType: "A00", base: { customsValue: true, taxes: [] }, rounding },
    { taxType: "A30", base: { customsValue: true, taxes: [] }, rounding },
    { taxType: "413", base: { customsValue: true, taxes: [] }, rounding },
    { taxType: "F10", base: { customsValue: false, taxes: [] }, rounding },
    {
      taxType: "B00",
      base: {
        customsValue: true,
        taxes: ["A00", "A30", "413"].map((taxType) => ({ taxType, by: "due" as const })),
      },
      rounding,
    },
  ],
  reliefs: [
    {
      id: "warehouse",
      when: { path: "GovernmentProcedure/CurrentCode", in: ["71"] },
      taxTypes: ["A00", "A30", "413", "B00"],
      effect: "suspend",
      legalReference: LEGAL,
    },
    {
      id: "transit",
      when: { path: "GovernmentProcedure/CurrentCode", in: ["80"] },
      taxTypes: ["A00", "A30", "413", "B00"],
      effect: "suspend",
      legalReference: LEGAL,
    },
    {
      id: "temporary-admission",
      when: { path: "GovernmentProcedure/CurrentCode", in: ["53"] },
      taxTypes: ["A00", "A30", "413", "B00"],
      effect: "suspend",
      legalReference: LEGAL,
    },
  ],
  ordinaryRegime: ORDINARY,
  countryGroups: { neighbours: ["XB", "XC", "KE"] },
  valuation: {
    costs: [
      {
        code: "AK",
        effect: "add",
        as: "amount",
        includedUnder: ["CIF", "CIP", "DAP", "DPU", "DDP"],
      },
      {
        code: "AP",
        effect: "add",
        as: "amount",
        includedUnder: ["CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"],
      },
      { code: "AI", effect: "add", as: "amount" },
      { code: "BA", effect: "deduct", as: "amount" },
    ],
    apportion: "value",
    rounding,
  },
  exchangeRates: [
    { currency: "EUR", rate: "0.9200", validFrom: FROM, validTo: "2026-01-01" },
    { currency: "EUR", rate: "0.9000", validFrom: "2026-01-01" },
    { currency: "GBP", rate: "0.7900", validFrom: FROM },
  ],
  units: [
    { unit: "KGM", base: "KGM", factor: "1" },
    { unit: "TNE", base: "KGM", factor: "1000" },
    { unit: "LTR", base: "LTR", factor: "1" },
    { unit: "HLT", base: "LTR", factor: "100" },
  ],
  quantities: [
    { unit: "KGM", paths: ["Commodity/GoodsMeasure/NetNetWeightMeasure"] },
    { unit: "LTR", paths: ["Commodity/GoodsMeasure/TariffQuantity"] },
    { unit: "HLT", paths: ["Commodity/GoodsMeasure/TariffQuantity"] },
    { unit: "NPR", paths: ["Commodity/GoodsMeasure/TariffQuantity"] },
  ],
  source: LEGAL,
};
