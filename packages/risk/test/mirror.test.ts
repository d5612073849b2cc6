/** Mirror statistics, by hand and as properties. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mirrorGaps, type TradeRecord } from "../src/mirror/mirror.ts";

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
