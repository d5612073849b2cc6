/**
 * How UK duties and taxes are computed, with the few measures that published notifications show; an administration
 * imports its whole tariff. Two tariffs apply: the UK's, and in Northern Ireland the EU's for goods at risk of moving on.
 */
import type { Condition, Tariff } from "@customhouse/model";
import measures from "./measures.json" with { type: "json" };
import { reliefs } from "./reliefs.ts";
import { taxes } from "./taxes.ts";

const FROM = "2021-01-01";
const SPECIFIC = "Commodity/DutyTaxFee/SpecificTaxBaseQuantity";
const SUPPLEMENTARY = "Commodity/GoodsMeasure/TariffQuantity";

/** AdditionalInformation codes by which a movement into Northern Ireland is declared. */
const statement = (...codes: readonly string[]): Condition => ({
  path: "AdditionalInformation/StatementCode",
  in: codes,
});
/** Authorised for the internal market scheme: 1UKI, and declared not to be at risk. */
const notAtRisk: Condition = {
  all: [
    statement("NIREM"),
    {
      each: "AdditionalDocument",
      holds: {
        all: [
          { path: "CategoryCode", in: ["1"] },
          { path: "TypeCode", in: ["UKI"] },
        ],
      },
    },
  ],
};
/** A UK quota is asked for. */
const ukQuota = statement("NIQUO");

export const gbTariff: Tariff = {
  measures: measures as unknown as Tariff["measures"],
  taxes,
  reliefs,
  schedules: [
    {
      schedule: "UK",
      when: { all: [statement("NIIMP"), { any: [notAtRisk, ukQuota] }] },
    },
    {
      schedule: "EU",
      when: statement("NIDOM", "NIIMP"),
      // Goods from elsewhere are not at risk where the UK duty is no lower than the EU's.
      yieldsTo: { schedule: "UK", when: statement("NIIMP") },
    },
    { schedule: "UK", when: { always: true } },
  ],
  ordinaryRegime: "100",
  regimeAlternatives: { "300": ["400"] },
  valuation: {
    costs: [
      ...added("AB", "AD", "AE", "AF", "AG", "AH", "AI", "AJ", "AL", "AT", "AX", "AZ"),
      ...["AK", "AP", "AR"].map((code) => ({
        code,
        effect: "add" as const,
        as: "amount" as const,
        includedUnder: ["CIF", "CIP", "CPT", "CFR", "DAP", "DPU", "DDP"],
      })),
      ...percent("add", "AC", "AM", "AQ", "AS"),
      { code: "AV", effect: "elsewhere", as: "amount" },
      { code: "AW", effect: "elsewhere", as: "percent" },
      ...["BA", "BB", "BD", "BH", "BM", "BR", "BT"].map((code) => ({
        code,
        effect: "deduct" as const,
        as: "amount" as const,
      })),
      ...percent("deduct", "BF", "BI", "BL", "BS", "BU"),
    ],
    apportion: "value",
    rounding: { decimals: 2, mode: "half-up" },
  },
  // EUR for one GBP, from what published notifications of that time come to.
  exchangeRates: [
    { currency: "EUR", rate: "1.1584", validFrom: FROM, validTo: "2024-01-01" },
    { currency: "EUR", rate: "1.1733", validFrom: "2024-01-01", validTo: "2026-01-01" },
    { currency: "EUR", rate: "1.1950", validFrom: "2026-01-01" },
  ],
  units: [
    { unit: "KGM", base: "KGM", factor: "1" },
    { unit: "TNE", base: "KGM", factor: "1000" },
    { unit: "LTR", base: "LTR", factor: "1" },
    { unit: "HLT", base: "LTR", factor: "100" },
  ],
  quantities: [
    { unit: "KGM", paths: ["Commodity/GoodsMeasure/NetNetWeightMeasure"] },
    // Strength in percent: effective before actual.
    ...["EAS", "ASV", "HLT"].map((unit) => ({ unit, paths: [SPECIFIC] })),
    { unit: "LPA", paths: [SPECIFIC], share: { of: "LTR", percentIn: ["EAS", "ASV"] } },
    { unit: "LTR", paths: [SUPPLEMENTARY, SPECIFIC] },
    ...["TNE", "NAR"].map((unit) => ({ unit, paths: [SUPPLEMENTARY, SPECIFIC] })),
  ],
  source: "published CDS tax notification samples",
};

function added(...codes: readonly string[]) {
  return codes.map((code) => ({ code, effect: "add" as const, as: "amount" as const }));
}

function percent(effect: "add" | "deduct", ...codes: readonly string[]) {
  return codes.map((code) => ({ code, effect, as: "percent" as const }));
}
