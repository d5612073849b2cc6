import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { typesOf } from "../scripts/types-source.ts";
import {
  baseStructures,
  classes,
  compareDecimals,
  holds,
  internationalCodeLists,
  isValidCode,
  parseDictionary,
  parseStructure,
  type StructureNode,
  unitCodes,
  valuesAt,
} from "../src/index.ts";

const document = {
  TypeCode: "IMA",
  InvoiceAmount: "1000.00",
  GoodsShipment: {
    GovernmentAgencyGoodsItem: [
      {
        AdditionalDocument: [
          { CategoryCode: "C", TypeCode: "506" },
          { CategoryCode: "N", TypeCode: "935" },
        ],
      },
      { Origin: [{ CountryCode: "CN" }] },
    ],
  },
};
const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";
const DOCUMENT = `${ITEM}/AdditionalDocument`;

describe("conditions", () => {
  test.each([
    [{ path: "TypeCode", in: ["IMA"] }, true],
    [{ path: "TypeCode", in: ["EXA"] }, false],
    [{ path: "TypeCode", startsWith: ["EX", "IM"] }, true],
    [{ path: "TypeCode", matches: "I.A" }, true],
    [{ path: "TypeCode", matches: "M" }, false],
    [{ path: `${ITEM}/Origin/CountryCode`, exists: true }, true],
    [{ path: "ExitOffice", exists: false }, true],
    [{ path: "InvoiceAmount", atLeast: "1000" }, true],
    [{ path: "InvoiceAmount", atLeast: "1000.01" }, false],
    [{ path: "InvoiceAmount", atMost: "1000" }, true],
    [{ path: "TypeCode", atLeast: "1" }, false],
    [{ path: "ID", in: ["x"] }, false],
    [{ not: { path: "ID", in: ["x"] } }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ always: true }, true],
  ] as const)("%j is %s", (condition, expected) => {
    expect(holds(condition, document, document)).toBe(expected);
  });

  test("each asks for one row that satisfies everything", () => {
    const both = (category: string, type: string) =>
      ({
        each: DOCUMENT,
        holds: {
          all: [
            { path: "CategoryCode", in: [category] },
            { path: "TypeCode", in: [type] },
          ],
        },
      }) as const;
    expect(holds(both("C", "506"), document, document)).toBe(true);
    expect(holds(both("C", "935"), document, document)).toBe(false);
  });

  test("a path from the root is asked of the declaration, wherever the condition stands", () => {
    const [item] = document.GoodsShipment.GovernmentAgencyGoodsItem;
    expect(holds({ path: "/TypeCode", in: ["IMA"] }, item, document)).toBe(true);
    expect(valuesAt("AdditionalDocument/TypeCode", item, document)).toEqual(["506", "935"]);
    expect(valuesAt("constructor/name", item, document)).toEqual([]);
  });
});

test.each([
  ["1", "1.0", 0],
  ["-0", "0", 0],
  ["0.1", "0.09", 1],
  ["-2", "1", -1],
  ["-2", "-3", 1],
  ["123456789012345678901", "123456789012345678900", 1],
  ["x", "1", undefined],
])("%s compared with %s", (left, right, expected) => {
  const order = compareDecimals(left, right);
  expect(order === undefined ? undefined : Math.sign(order)).toBe(expected);
});

test("the generated types are current", () => {
  const current = readFileSync(new URL("../src/generated/types.ts", import.meta.url), "utf8");
  expect(current).toBe(typesOf());
});

test("every place of every base message is in the dictionary", () => {
  const visit = (node: StructureNode): void => {
    for (const child of node.children) {
      if (child.embeds !== undefined) continue;
      if (child.kind === "class") expect(classes[child.name], child.name).toBeDefined();
      else
        expect(
          classes[node.name]?.elements[child.name],
          `${node.name}/${child.name}`,
        ).toBeDefined();
      visit(child);
    }
  };
  for (const structure of Object.values(baseStructures)) visit(structure);
});

test("definitions are one plain sentence each", () => {
  for (const definition of Object.values(classes)) {
    const all = [definition, ...Object.values(definition.elements)];
    for (const { definition: text, name } of all) {
      expect(text, `${definition.name}/${name}`).toMatch(/^[A-Z][^.!?]*\.$/);
    }
  }
});

test("code lists", () => {
  expect(internationalCodeLists.map((list) => list.id)).toEqual([
    "country",
    "currency",
    "package",
    "unit",
  ]);
  expect(isValidCode(unitCodes, "KGM", "2024-01-31")).toBe(true);
  expect(isValidCode(unitCodes, "constructor", "2024-01-31")).toBe(false);
});

test("mistakes in the notation are found when it is read", () => {
  expect(() => parseDictionary("not a line", "test")).toThrow(/not a line/);
  expect(() => parseStructure("A 1\n      B", () => true)).toThrow(/indented/);
  expect(() => parseStructure("A 1 : None", () => true)).toThrow(/fragment/);
});
