/** How declarations of the demo country name binding rulings: tariff and origin as in Europe, valuation by a code of its own. */
import type { RulingProfile } from "@customhouse/model";

export const rulings: RulingProfile = {
  documents: [
    { type: "C626", about: "classification" },
    { type: "C627", about: "origin" },
    { type: "9BVI", about: "valuation" },
  ],
  errorCodes: {
    unknown: "XA411",
    notInForce: "XA412",
    notYours: "XA413",
    notCovering: "XA414",
    contradicted: "XA415",
  },
};
