/** One function says what is wrong with a declaration; without records it says what nobody looked up. */
import { xa } from "@customhouse/country-xa";
import type { Declaration, Finding } from "@customhouse/model";
import { declaration } from "@customhouse/testkit";
import { describe, expect, it } from "vitest";
import { RULES } from "../src/examine/rules.ts";
import { examine, type Known, NO_RECORDS } from "../src/index.ts";

const DAY = "2026-03-02";
const wrong: Finding = { code: "T1", path: "$", pointer: [], message: "wrong" };

function knownOf(made: Declaration, more: Partial<Known> = {}): Known {
  return { country: xa, day: DAY, declaration: made, structure: [], by: [], ...more };
}

const plain = declaration({}).Declaration ?? {};

/** The first item carries this document. */
function naming(category: string, type: string, id: string): Declaration {
  const made = declaration({ items: [{ commodity: "30049000" }] }).Declaration ?? {};
  const [item] = made.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  if (item !== undefined)
    item.AdditionalDocument = [{ CategoryCode: category, TypeCode: type, ID: id }];
  return made;
}

/** Goods enter a customs warehouse. */
function entering(warehouse: string | undefined): Declaration {
  const made = declaration({ items: [{ commodity: "61051000" }] }).Declaration ?? {};
  const [item] = made.GoodsShipment?.GovernmentAgencyGoodsItem ?? [];
  if (item !== undefined) {
    item.GovernmentProcedure = [{ CurrentCode: "71", PreviousCode: "00" }];
    if (item.Commodity !== undefined)
      item.Commodity.GoodsMeasure = {
        NetNetWeightMeasure: "5",
        "NetNetWeightMeasure@unitCode": "KGM",
      };
  }
  if (warehouse !== undefined) made.AuthorisationHolder = [{ ID: warehouse, CategoryCode: "CWP" }];
  return made;
}

const codes = (known: Known) => examine(known).findings.map(({ code }) => code);

describe("examine", () => {
  it("finds nothing in a sound declaration, with records or without", () => {
    expect(examine(knownOf(plain))).toEqual({ findings: [], unexamined: [] });
    expect(examine(knownOf(plain, { records: NO_RECORDS })).findings).toEqual([]);
  });

  it("tells what the profile found first", () => {
    const made = naming("L", "001", "NOBODYS");
    expect(codes(knownOf(made, { structure: [wrong], records: NO_RECORDS }))).toEqual([
      "T1",
      "XA302",
    ]);
  });

  it("does not call a permit unknown that nobody looked up, and says so", () => {
    const found = examine(knownOf(naming("L", "001", "NOBODYS")));
    expect(found).toEqual({ findings: [], unexamined: ["permits"] });
  });

  it("misses a permit that is not declared without looking anything up", () => {
    const made = declaration({ items: [{ commodity: "30049000" }] }).Declaration ?? {};
    expect(codes(knownOf(made))).toEqual(["XA301"]);
  });

  it("asks for the authorisation of a warehouse with or without a register of them", () => {
    expect(codes(knownOf(entering(undefined)))).toContain("XA311");
    expect(codes(knownOf(entering(undefined), { records: NO_RECORDS }))).toContain("XA311");
  });

  it("asks who lodges for a registration, and customs for none", () => {
    const lodgedBy = ["XA9999999"];
    expect(examine(knownOf(plain, { by: lodgedBy })).findings).toMatchObject([
      { found: "XA9999999" },
    ]);
    expect(codes(knownOf(plain, { by: "customs" }))).toEqual([]);
  });
});

describe("the rules", () => {
  it("have names of their own", () => {
    const names = RULES.map(({ about }) => about);
    expect(new Set(names).size).toBe(names.length);
  });
});
