/** A partner's list of authorised operators: all of it is in order, or none is taken. */
import { describe, expect, it } from "vitest";
import { checkRecognisedTraders } from "../src/index.ts";

const good = { id: "XB123", type: "AEOC", validFrom: "2026-01-01" };

function fieldsOf(...rows: readonly unknown[]): readonly (readonly [number, string])[] {
  return checkRecognisedTraders(rows, "XB").problems.map(({ row, field }) => [row, field]);
}

describe("a partner's list", () => {
  it("is taken as it is written", () => {
    const rows = [good, { ...good, type: "AEOS", validTo: "2026-01-01" }];
    expect(checkRecognisedTraders(rows, "XB")).toEqual({ traders: rows, problems: [] });
    expect(checkRecognisedTraders([], "XB")).toEqual({ traders: [], problems: [] });
  });

  it.each([
    [null, ""],
    ["XB123", ""],
    [[good], ""],
    [{ ...good, note: "x" }, "note"],
    [{ ...good, ["n".repeat(99)]: "x" }, "n".repeat(40)],
    [{ ...good, id: 1 }, "id"],
    [{ ...good, id: "XB" }, "id"],
    [{ ...good, id: `XB${"1".repeat(16)}` }, "id"],
    [{ ...good, id: "1XB1" }, "id"],
    [{ ...good, id: "XB1-2" }, "id"],
    [{ ...good, id: "XC123" }, "id"],
    [{ ...good, type: undefined }, "type"],
    [{ ...good, type: "" }, "type"],
    [{ ...good, type: "a" }, "type"],
    [{ ...good, type: "-A" }, "type"],
    [{ ...good, type: "A-" }, "type"],
    [{ ...good, type: "A".repeat(11) }, "type"],
    [{ ...good, validFrom: undefined }, "validFrom"],
    [{ ...good, validFrom: "2026-02-30" }, "validFrom"],
    [{ ...good, validTo: 5 }, "validTo"],
    [{ ...good, validTo: "soon" }, "validTo"],
    [{ ...good, validTo: "2025-12-31" }, "validTo"],
  ])("says what is wrong with %j", (row, field) => {
    expect(fieldsOf(good, row)).toEqual([[2, field]]);
  });

  it("is taken whole or not at all", () => {
    expect(checkRecognisedTraders([good, null], "XB").traders).toEqual([]);
  });

  it("names an operator once for each type and day, and tells where it stood first", () => {
    const later = { ...good, validFrom: "2026-02-01" };
    const { problems } = checkRecognisedTraders([good, later, good, good], "XB");
    expect(problems.map(({ row, field }) => [row, field])).toEqual([
      [3, "id"],
      [4, "id"],
    ]);
    expect(problems.map(({ message }) => message.includes("row 1 "))).toEqual([true, true]);
  });

  it("has limits on rows and on what is told of them", () => {
    const rows = (count: number) => Array.from({ length: count }, () => null);
    expect(fieldsOf(...rows(150))).toHaveLength(100);
    const most = Array.from({ length: 100_000 }, (_none, index) => ({ ...good, id: `XB${index}` }));
    expect(checkRecognisedTraders(most, "XB").traders).toHaveLength(100_000);
    expect(checkRecognisedTraders([...most, good], "XB")).toMatchObject({
      traders: [],
      problems: [{ row: 100_001, field: "" }],
    });
  });
});
