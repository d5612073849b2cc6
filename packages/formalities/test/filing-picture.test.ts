/** What several filers gave, as one picture: nobody is lost, nobody stands twice, differences are named. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filedNames, filingPicture, tooManyNames } from "../src/index.ts";

const record = (consignments: Record<string, unknown>) => ({ consignments });

describe("the picture of a filing", () => {
  it("is what one filer gave, as it gave it", () => {
    const own = {
      consignments: { consignee: { name: "A" }, note: { kept: "x" } },
      goods: "Pumps",
      houses: ["H1"],
    };
    expect(filingPicture({ XA1: own })).toEqual({ facts: own, differ: [] });
  });

  it("says once what filers say alike, and keeps who says more", () => {
    const { facts, differ } = filingPicture({
      XA1: record({ carrier: { name: "Blue Line" } }),
      XA2: record({ carrier: { name: " BLUE  line", country: "NL" } }),
    });
    expect(facts).toEqual(record({ carrier: { name: " BLUE  line", country: "NL" } }));
    expect(differ).toEqual([]);
  });

  it("keeps both where they differ, of the master and of a house, and names the place", () => {
    const { facts, differ } = filingPicture({
      XA1: record({
        houses: [{ reference: "H1", buyer: { name: "A" } }, { seller: { name: "S" } }],
      }),
      XA2: record({
        transportMeans: { name: "Whale" },
        houses: [{ reference: "H1", buyer: { name: "B" } }, { seller: { name: "S" } }],
      }),
      XA3: record({ transportMeans: { name: "Wal" } }),
    });
    expect(differ.toSorted()).toEqual(["buyer of H1", "transportMeans"]);
    const names = filedNames(facts.consignments);
    expect(names.parties.map(({ name }) => name)).toEqual(["A", "B", "S", "S"]);
    expect(names.means.map(({ name }) => name)).toEqual(["Whale", "Wal"]);
  });

  it("loses nobody whom any filer names", () => {
    const party = fc.record({ name: fc.constantFrom("A", "a ", "B", "C") });
    const level = fc.record({ consignee: party, buyer: party }, { requiredKeys: [] });
    const house = fc.tuple(level, fc.constantFrom("H1", "H2")).map(([roles, reference]) => ({
      ...roles,
      reference,
    }));
    const filer = fc
      .tuple(level, fc.uniqueArray(house, { selector: (one) => one.reference }))
      .map(([roles, houses]) => ({ ...roles, houses }));
    fc.assert(
      fc.property(fc.array(filer, { minLength: 1, maxLength: 4 }), (filers) => {
        const by = Object.fromEntries(filers.map((one, at) => [`XA${at}`, record(one)]));
        const shown = filedNames(filingPicture(by).facts.consignments).parties;
        const folded = new Set(shown.map(({ name = "" }) => name.trim().toLowerCase()));
        for (const one of filers)
          for (const { name = "" } of filedNames(one).parties)
            expect(folded).toContain(name.trim().toLowerCase());
      }),
    );
  });

  it("has limits as a whole", () => {
    const houses = (from: number) =>
      Array.from({ length: 80 }, (_, at) => ({
        reference: `H${from + at}`,
        consignee: { name: `N${from + at}` },
      }));
    const { facts } = filingPicture({
      XA1: record({ houses: houses(0) }),
      XA2: record({ houses: houses(80) }),
    });
    expect(tooManyNames(facts.consignments)).toMatchObject([
      { message: "names more than 150 parties" },
    ]);
  });
});
