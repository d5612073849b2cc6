/** Simplified declarations of the demo country: release on a short entry, completed within ten days or by the period. */
import type { SimplifiedProfile } from "@customhouse/model";

export const simplified: SimplifiedProfile = {
  // Additional types of the European practice: C and F with regular use, F before the goods are here.
  when: { path: "TypeCode", matches: "^..[CF]$" },
  periodic: { path: "TypeCode", matches: "^..Z$" },
  authorisationTypes: ["SDE"],
  previousDocument: { path: "TypeCode", in: ["SDE"] },
  days: { supplement: 10, remind: 2, period: 31 },
  commodityDigits: 4,
  errorCodes: {
    notAuthorised: "XA401",
    unnamed: "XA402",
    unknown: "XA403",
    notReleased: "XA404",
    supplemented: "XA405",
    goodsDiffer: "XA406",
    notOnePeriod: "XA407",
    notSecurable: "XA408",
  },
  legalReference: "XA Customs Act (fictional), section 52",
};
