/** Who is named by number is registered on the day; what a finding says is enough to mend it. */
import { country as gb } from "@customhouse/country-gb";
import { country as xa } from "@customhouse/country-xa";
import type { Country, Declaration, NotInForce } from "@customhouse/model";

import { describe, expect, it } from "vitest";
import { partyFindings } from "../src/index.ts";

function withRegister(notInForce: readonly NotInForce[]): Country {
  return { ...xa, register: { ...xa.register, notInForce } };
}

function importedFor(importer: string, more: Partial<Declaration> = {}): Declaration {
  return {
    TypeCode: "IMA",
    Declarant: { ID: "XA1000001" },
    GoodsShipment: { Importer: { ID: importer } },
    ...more,
  };
}

const found = (declaration: Declaration, notInForce: readonly NotInForce[] = [], by?: string) =>
  partyFindings(declaration, withRegister(notInForce), by);

describe("the parties of a declaration", () => {
  it("are in force, or named with place and reason", () => {
    expect(found(importedFor("XA1000002"))).toEqual([]);
    expect(found(importedFor("XA1000009"))).toEqual([
      {
        code: "XA203",
        path: "$.Declaration.GoodsShipment.Importer.ID",
        pointer: [
          { DocumentSectionCode: "42A" },
          { DocumentSectionCode: "67A" },
          { DocumentSectionCode: "74A", TagID: "R038" },
        ],
        message:
          "XA1000009: nobody is registered under this number. Check it, or register the trader first.",
        found: "XA1000009",
      },
    ]);
  });

  it.each([
    ["suspended", "Customs has to resume it"],
    ["closed", "Register the trader anew"],
    ["refused", "Register the trader anew"],
    ["applied", "Wait until customs has activated it"],
  ])("that are %s are told what to do", (state, words) => {
    const [finding] = found(importedFor("XA1000009"), [{ tin: "XA1000009", state }]);
    expect(finding).toMatchObject({ code: "XA203" });
    expect(finding?.message).toContain(words);
    expect(finding?.fix).toBeUndefined();
  });

  it("that were merged are repaired with the number that is in force at the end of the row", () => {
    const row = [
      { tin: "XA1000007", state: "merged", mergedInto: "XA1000008" },
      { tin: "XA1000008", state: "merged", mergedInto: "XA1000002" },
    ];
    expect(found(importedFor("XA1000007"), row)).toMatchObject([
      {
        code: "XA204",
        instead: "XA1000002",
        fix: [
          { op: "replace", path: "/Declaration/GoodsShipment/Importer/ID", value: "XA1000002" },
        ],
      },
    ]);
  });

  it("that were merged in a circle, or into nobody in force, have no certain repair", () => {
    const circle = [
      { tin: "XA1000007", state: "merged", mergedInto: "XA1000008" },
      { tin: "XA1000008", state: "merged", mergedInto: "XA1000007" },
    ];
    const [finding] = found(importedFor("XA1000007"), circle);
    expect(finding).toMatchObject({ code: "XA203" });
    expect(finding?.fix).toBeUndefined();
    expect(finding?.instead).toBeUndefined();
  });

  it("include who lodges without being named", () => {
    const suspended = [{ tin: "XA2000009", state: "suspended" }];
    expect(found(importedFor("XA1000002"), suspended, "XA2000009")).toMatchObject([
      { code: "XA203", path: "$.Declaration", found: "XA2000009" },
    ]);
    expect(found(importedFor("XA2000009"), suspended, "XA2000009")).toHaveLength(1);
  });

  it("may be from abroad without a number, as may the importer of an export", () => {
    expect(found(importedFor("XA1000002", { Exporter: { Name: "Maison Textile SA" } }))).toEqual(
      [],
    );
    expect(found({ ...importedFor("FR123"), TypeCode: "EXA" })).toEqual([]);
  });

  it("are nobody's to judge where the register is kept elsewhere", () => {
    expect(partyFindings(importedFor("GB000000000009"), gb)).toEqual([]);
  });
});
