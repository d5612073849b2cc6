/** The few measures that follow from the published tax notifications; the whole tariff is imported by an administration. */
import type { Measure, Tariff } from "@customhouse/model";

const FROM = "2021-01-01";
const REFERENCE = "published CDS tax notification samples";

function dutyAndVat(
  commodity: string,
  dutyPercent: string,
  vatPercent: string,
): readonly Measure[] {
  return [
    {
      commodity,
      taxType: "A00",
      ratePercent: dutyPercent,
      validFrom: FROM,
      legalReference: REFERENCE,
    },
    {
      commodity,
      taxType: "B00",
      ratePercent: vatPercent,
      validFrom: FROM,
      legalReference: REFERENCE,
    },
  ];
}

export const gbTariff: Tariff = {
  measures: [
    ...dutyAndVat("8510", "2.00", "20.00"),
    ...dutyAndVat("66019100", "4.00", "20.00"),
    ...dutyAndVat("07099310", "12.00", "0.00"),
    ...dutyAndVat("08031010", "16.00", "0.00"),
  ],
  onValuePlusDuties: ["B00"],
  source: REFERENCE,
};
