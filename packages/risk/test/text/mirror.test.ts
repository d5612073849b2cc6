/** Mirror statistics, by hand and as properties; and items from open sources with their age, rights and links. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirrorGaps, type TradeRecord } from "../../src/text/mirror.ts";
import {
  ageDays,
  checkedItem,
  isExpired,
  linkParties,
  type OpenSourceItem,
  partiesIndex,
} from "../../src/text/open-source-item.ts";

const imported = (hs6: string, valueMinor: bigint, netMassKg?: number): TradeRecord => ({
  year: "2024",
  reporter: "A",
  partner: "B",
  flow: "import",
  hs6,
  valueMinor,
  netMassKg,
});
const exported = (
  hs6: string,
  valueMinor: bigint,
  netMassKg?: number,
  flow: "export" | "re-export" = "export",
): TradeRecord => ({
  ...imported(hs6, valueMinor, netMassKg),
  reporter: "B",
  partner: "A",
  flow,
});
const ALL = { cifOverFob: 10_600, leastGapMinor: 1n };

describe("mirror statistics", () => {
  it("tell under-declared value, missing imports, missing exports and goods passed on", () => {
    const gaps = mirrorGaps(
      [
        imported("850440", 5_000_00n, 100),
        imported("010121", 700_00n, 5),
        imported("100630", 106_00n, 10),
        imported("720410", 10_00n, 10),
        imported("620342", 900_00n),
      ],
      [
        exported("850440", 10_000_00n, 105),
        exported("640391", 2_000_00n, 9, "re-export"),
        exported("100630", 100_00n, 10),
        exported("720410", 100_00n, 100),
        exported("620342", 100_00n, 3),
      ],
      ALL,
    );
    expect(gaps.map(({ hs6, gapMinor, reasons }) => [hs6, gapMinor, reasons])).toEqual([
      ["850440", -5_600_00n, ["value-low-mass-same"]],
      ["640391", -2_120_00n, ["not-imported", "re-exported"]],
      ["620342", 794_00n, ["value-high-mass-unknown"]],
      ["010121", 700_00n, ["not-exported"]],
      ["720410", -96_00n, ["value-and-mass-low"]],
    ]);
    expect(gaps[0]).toMatchObject({ importer: "A", exporter: "B", expectedMinor: 10_600_00n });
    expect(gaps[0]?.share).toBeCloseTo(-0.5283, 4);
  });

  it("say nothing of a pair of countries that only one side reports, and refuse when that is all", () => {
    const other = { ...imported("850440", 100n), partner: "C" };
    expect(mirrorGaps([other, imported("1", 5n)], [exported("1", 100n)], ALL)).toHaveLength(1);
    expect(() => mirrorGaps([other], [exported("850440", 100n)], ALL)).toThrow(
      expect.objectContaining({ code: "CH4462" }),
    );
  });

  it("lose no cent: however the records are split and ordered the gaps add up", () => {
    const record = fc.record({
      hs6: fc.constantFrom("1", "2", "3"),
      value: fc.bigInt(1n, 10n ** 12n),
    });
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1 }),
        fc.array(record, { minLength: 1 }),
        (here, there) => {
          const imports = here.map(({ hs6, value }) => imported(hs6, value));
          const exports = there.map(({ hs6, value }) => exported(hs6, value));
          const plain = { cifOverFob: 10_000, leastGapMinor: 0n };
          const gaps = mirrorGaps(imports, exports, plain);
          const sum = (of: readonly { value: bigint }[]) =>
            of.reduce((total, { value }) => total + value, 0n);
          expect(gaps.reduce((total, { gapMinor }) => total + gapMinor, 0n)).toBe(
            sum(here) - sum(there),
          );
          expect(mirrorGaps(imports.toReversed(), exports.toReversed(), plain)).toEqual(gaps);
        },
      ),
    );
  });
});

const ITEM: OpenSourceItem = {
  id: "n1",
  source: "Harbour Gazette",
  licence: "CC BY 4.0",
  publishedOn: "2026-02-01",
  retrievedOn: "2026-02-10",
  expiresOn: "2026-12-31",
  confidence: 0.5,
  language: "en",
  text: "Northern Star Shipping was named in a report.",
  mentions: ["Northern Star Shipping Ltd", "Nobody Known"],
};

describe("an open-source item", () => {
  const index = partiesIndex([
    { id: "T1", name: "Nothern Star Shipping Company" },
    { id: "T2", name: "Other Trader" },
  ]);

  it("is linked to the parties it may speak of, less surely than its source, until it expires", () => {
    const links = linkParties(ITEM, index, "2026-03-01");
    expect(links.map(({ mention, partyId }) => [mention, partyId])).toEqual([
      ["Northern Star Shipping Ltd", "T1"],
    ]);
    expect(links[0]?.weight).toBeCloseTo((links[0]?.match.score ?? 0) * 0.5, 9);
    expect(linkParties(ITEM, index, "2027-01-01")).toEqual([]);
    expect([isExpired(ITEM, "2026-12-31"), isExpired(ITEM, "2027-01-01")]).toEqual([false, true]);
    expect(ageDays(ITEM, "2026-03-01")).toBe(28);
  });

  it.each<Partial<OpenSourceItem>>([
    { source: " " },
    { licence: "" },
    { retrievedOn: "yesterday" },
    { expiresOn: "2026-01-01" },
    { publishedOn: "2026-02-11" },
    { confidence: Number.NaN },
    { confidence: 1.1 },
    { language: "English!" },
    { text: "x".repeat(100_001) },
    { mentions: Array(201).fill("x") },
    { mentions: ["Known Name", " "] },
    { mentions: ["x".repeat(301)] },
  ])("is refused when %j", (change) => {
    expect(checkedItem(ITEM)).toBe(ITEM);
    expect(() => checkedItem({ ...ITEM, ...change })).toThrow(
      expect.objectContaining({ code: "CH4471" }),
    );
  });
});
