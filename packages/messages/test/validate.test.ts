/**
 * Information packages: mandatory, not to be sent, narrower forms, dated code lists, conditional
 * rules, repairs.
 */
import type { ElementUse, MessageProfile, WcoDocument } from "@customhouse/model";
import { describe, expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { decode, validate } from "../src/index.ts";
import { bytesOf } from "./samples.ts";

const ITEM = "GoodsShipment/GovernmentAgencyGoodsItem";

const profile = (elements: ElementUse[], rest: Partial<MessageProfile> = {}): MessageProfile => ({
  ...gbMessages,
  informationPackages: [
    { name: "P", messageType: "declaration", when: { always: true }, elements, rules: [] },
  ],
  ...rest,
});

const document: WcoDocument = {
  Declaration: {
    FunctionCode: "9",
    FunctionalReferenceID: " LRN-1",
    InvoiceAmount: "5",
    GoodsShipment: {
      Destination: { CountryCode: "gb" },
      GovernmentAgencyGoodsItem: [
        { SequenceNumeric: "1", Packaging: [{ SequenceNumeric: "1", TypeCode: "0Z" }] },
        { SequenceNumeric: "2" },
      ],
    },
  },
};

const run = (used: MessageProfile, date = "2024-01-31") =>
  validate(document, "declaration", used, { date });

describe("packages", () => {
  test("everything, in document order", () => {
    const found = run(
      profile([
        { path: `${ITEM}/Packaging/TypeCode`, use: "O", codeList: "package" },
        { path: `${ITEM}/Commodity`, use: "M" },
        { path: "InvoiceAmount", use: "N" },
        { path: "TypeCode", use: "M" },
        { path: "FunctionalReferenceID", use: "O", format: "an..5" },
        { path: "GoodsShipment/Destination/CountryCode", use: "O", codeList: "country" },
        { path: ITEM, use: "O", maxOccurs: 1 },
      ]),
    );
    const item = "$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem";
    expect(found.map((finding) => [finding.code, finding.path])).toEqual([
      ["CH1306", "$.Declaration.FunctionalReferenceID"],
      ["CH1301", "$.Declaration.TypeCode"],
      ["CH1302", "$.Declaration.InvoiceAmount"],
      ["CH1304", "$.Declaration.GoodsShipment.Destination.CountryCode"],
      ["CH1305", item],
      ["CH1301", `${item}[0].Commodity`],
      ["CH1304", `${item}[0].Packaging[0].TypeCode`],
      ["CH1301", `${item}[1].Commodity`],
    ]);
    const fixes = found.map((finding) => finding.fix?.[0]);
    expect(fixes[0]).toEqual({
      op: "replace",
      path: "/Declaration/FunctionalReferenceID",
      value: "LRN-1",
    });
    expect(fixes[2]).toEqual({ op: "remove", path: "/Declaration/InvoiceAmount" });
    expect(fixes[3]).toMatchObject({ op: "replace", value: "GB" });
    expect(fixes[6]).toBeUndefined();
  });

  test("a narrower form", () => {
    const [finding] = run(profile([{ path: "InvoiceAmount", use: "O", format: "n..0" }]));
    expect(finding).toMatchObject({ code: "CH1303", found: "5", allowed: "n..0" });
  });

  test("attributes", () => {
    const uses: ElementUse[] = [{ path: "InvoiceAmount@currencyID", use: "M" }];
    expect(run(profile(uses))).toMatchObject([
      { code: "CH1301", path: "$.Declaration.InvoiceAmount@currencyID" },
    ]);
  });

  test("code lists count on the day asked for", () => {
    const entries = [{ code: "9", name: "nine", validFrom: "2024-01-01", validTo: "2025-01-01" }];
    const list = { id: "dated", name: "Dated", version: "1", source: "test", entries };
    const used = profile([{ path: "FunctionCode", use: "O", codeList: "dated" }], {
      codeLists: [list],
    });
    expect(run(used, "2023-12-31").map((finding) => finding.code)).toEqual(["CH1304"]);
    expect(run(used, "2024-01-01")).toEqual([]);
    expect(run(used, "2025-01-01").map((finding) => finding.code)).toEqual(["CH1304"]);
  });

  test("rules are asked of the declaration or of each item, while they count", () => {
    const rules = [
      {
        code: "QZ1",
        scope: "item",
        when: { path: "Packaging", exists: false },
        must: { path: "UCR/ID", exists: true },
        at: "UCR/ID",
        text: { en: "Goods without packages need a UCR." },
        source: "test",
        validFrom: "2024-01-01",
      },
      {
        code: "QZ2",
        scope: "declaration",
        when: { always: true },
        must: { path: "InvoiceAmount", atLeast: "10" },
        at: "InvoiceAmount",
        text: { en: "The invoice amount is at least 10." },
        source: "test",
      },
    ] as const;
    const used: MessageProfile = {
      ...gbMessages,
      informationPackages: [
        { name: "P", messageType: "declaration", when: { always: true }, elements: [], rules },
      ],
    };
    expect(run(used)).toMatchObject([
      { code: "QZ2", path: "$.Declaration.InvoiceAmount" },
      {
        code: "QZ1",
        path: "$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[1].UCR.ID",
        message: "Goods without packages need a UCR.",
      },
    ]);
    expect(run(used, "2023-01-01").map((finding) => finding.code)).toEqual(["QZ2"]);
  });

  test("a profile that does not fit its message is a mistake of the profile", () => {
    expect(() => run(profile([{ path: "Nonsense", use: "M" }]))).toThrow(/Nonsense/);
    expect(() => run(profile([{ path: "TypeCode", use: "O", codeList: "none" }]))).toThrow(/none/);
    expect(() => validate(document, "letter", gbMessages, { date: "2024-01-31" })).toThrow(
      /letter/,
    );
  });
});

test("repairs that are certain come with structural findings too", () => {
  const text = JSON.stringify({
    Declaration: { FunctionCode: "9", FunctionalReferenceID: " ", ID: `${" ".repeat(70)}X` },
  });
  const { findings } = decode(bytesOf(text), { profile: gbMessages });
  expect(findings.map((finding) => [finding.code, finding.fix])).toEqual([
    ["CH1201", [{ op: "remove", path: "/Declaration/FunctionalReferenceID" }]],
    ["CH1202", [{ op: "replace", path: "/Declaration/ID", value: "X" }]],
  ]);
});
