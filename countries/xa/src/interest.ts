/** Interest of the demo country: made up, like its tariff. */
import type { InterestTerms } from "@customhouse/model";

const LEGAL = "XA Customs Debt Act (fictional), section 30";

export const interest: InterestTerms = {
  rates: [
    {
      on: "late",
      percentPerYear: "7.30",
      dayCount: "actual/365",
      validFrom: "2020-01-01",
      legalReference: LEGAL,
    },
    {
      on: "repayment",
      percentPerYear: "3.65",
      dayCount: "actual/365",
      validFrom: "2020-01-01",
      legalReference: LEGAL,
    },
  ],
  rounding: { decimals: 2, mode: "half-up" },
};
