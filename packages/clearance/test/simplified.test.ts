/** What a supplementary declaration owes is by the law of the days on which the goods were declared. */
import { xa } from "@customhouse/country-xa";
import type { Country, Declaration } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { dutyUnderLaw } from "../src/simplified/duty.ts";

const CHANGED_ON = "2026-04-01";

/** From a day on every plain percentage of a customs duty is another. */
const country: Country = {
  ...xa,
  tariff: {
    ...xa.tariff,
    measures: xa.tariff.measures.flatMap((measure) =>
      measure.taxType === "A00" && "percent" in measure.rate
        ? [
            { ...measure, validTo: CHANGED_ON },
            {
              ...measure,
              id: `${measure.id}-later`,
              validFrom: CHANGED_ON,
              rate: { percent: "50.00" },
            },
          ]
        : [measure],
    ),
  },
};

function completing(mrns: readonly string[]): Declaration {
  const made = declaration({ items: mrns.map(() => ({ method: "S" })) }).Declaration ?? {};
  const shipment = made.GoodsShipment ?? {};
  return {
    ...made,
    TypeCode: "IMZ",
    GoodsShipment: {
      ...shipment,
      GovernmentAgencyGoodsItem: (shipment.GovernmentAgencyGoodsItem ?? []).map((item, index) => ({
        ...item,
        PreviousDocument: [{ ID: mrns[index] ?? "", TypeCode: "SDE" }],
      })),
    },
  };
}

const accepted = (mrn: string, at: string) => ({ mrn, caseId: mrn, accepted: at, secured: [] });

describe("the duty of a supplementary declaration", () => {
  it("is for each item that of its own simplified declaration's day", () => {
    const supplements = {
      completes: [
        accepted("LATER", "2026-04-02T10:00:00.000Z"),
        accepted("EARLIER", "2026-03-30T10:00:00.000Z"),
      ],
    };
    const lines = dutyUnderLaw(
      completing(["LATER", "EARLIER"]),
      country,
      { supplements },
      "2026-04-20T10:00:00.000Z",
    );
    const customs = lines.filter(({ taxType }) => taxType === "A00");
    expect(customs.map(({ item, amount }) => [item, amount])).toEqual([
      [1, "500.00"],
      [2, "120.00"],
    ]);
  });

  it("is that of the day where nothing is completed", () => {
    const [line] = dutyUnderLaw(completing(["NONE"]), country, {}, "2026-03-30T10:00:00.000Z");
    expect(line?.amount).toBe("120.00");
  });
});
