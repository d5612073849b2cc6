/** International code lists, from open data. */
import type { CodeList } from "../information-package.ts";
import countryNames from "./countries.json" with { type: "json" };
import currencyNames from "./currencies.json" with { type: "json" };
import { codeListOf } from "./is-valid-code.ts";
import packageNames from "./packages.json" with { type: "json" };
import unitNames from "./units.json" with { type: "json" };

export const countryCodes: CodeList = codeListOf(
  {
    id: "country",
    name: "Countries",
    version: "ISO 3166-1 as in UN/LOCODE 2024",
    source: "github.com/datasets/un-locode country-codes.csv (PDDL)",
  },
  countryNames,
);

export const unitCodes: CodeList = codeListOf(
  {
    id: "unit",
    name: "Units of measure",
    version: "UN/ECE Recommendation 20, March 2026",
    source:
      "github.com/datasets/unece-units-of-measure (PDDL), withdrawn and deleted codes left out",
  },
  unitNames,
);

export const packageCodes: CodeList = codeListOf(
  {
    id: "package",
    name: "Kinds of packages",
    version: "UN/ECE Recommendation 21",
    source: "github.com/datasets/unece-package-codes (PDDL)",
  },
  packageNames,
);

export const currencyCodes: CodeList = codeListOf(
  {
    id: "currency",
    name: "Currencies",
    version: "ISO 4217",
    source: "codes and names of github.com/hmrc/wco-dec (Apache-2.0), later ISO 4217 codes added",
  },
  currencyNames,
);

export const internationalCodeLists: readonly CodeList[] = [
  countryCodes,
  currencyCodes,
  packageCodes,
  unitCodes,
];
