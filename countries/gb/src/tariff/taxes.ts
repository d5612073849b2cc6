/** UK tax types in order of computation, and what each is charged on. */
import type { TaxRule } from "@customhouse/model";

const rounding = { decimals: 2, mode: "half-up" } as const;

/** UK duties, and duties of the EU tariff in Northern Ireland. */
const UK_DUTIES = ["A00", "A20", "A30", "A35", "A40", "A45"];
const EU_DUTIES = ["A50", "A70", "A80", "A85", "A90", "A95"];
/** Tax types of alcohol, tobacco, oils and other excise goods that the measures name. */
const EXCISE = ["324", "333", "413", "522", "633"];

const onValue = (taxType: string): TaxRule => ({
  taxType,
  base: { customsValue: true, taxes: [] },
  rounding,
});

export const taxes: readonly TaxRule[] = [
  ...[...UK_DUTIES, ...EU_DUTIES, ...EXCISE].map(onValue),
  // VAT on EU duties is told apart from VAT on the goods.
  {
    taxType: "B05",
    base: {
      customsValue: false,
      taxes: EU_DUTIES.map((taxType) => ({ taxType, by: "due" as const })),
    },
    silentWithoutBase: true,
    rounding,
  },
  {
    taxType: "B00",
    base: {
      customsValue: true,
      taxes: [...UK_DUTIES, ...EXCISE].map((taxType) => ({ taxType, by: "payable" as const })),
      costs: ["AV", "AW"],
    },
    rounding,
  },
];
