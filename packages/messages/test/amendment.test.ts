/** Amendments: changing, adding and removing, in one message. */
import type { Amendment, WcoDocument } from "@customhouse/model";
import { expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { applyAmendment } from "../src/index.ts";

const item = (number: number, price: string) => ({
  SequenceNumeric: String(number),
  AdditionalDocument: [{ ID: `D${number}` }],
  Commodity: { InvoiceLine: { ItemChargeAmount: price, "ItemChargeAmount@currencyID": "GBP" } },
});

const stored: WcoDocument = {
  Declaration: {
    FunctionCode: "9",
    TypeCode: "IMA",
    GoodsItemQuantity: "3",
    Exporter: { Name: "Old", Address: { CityName: "Rome" } },
    GoodsShipment: { GovernmentAgencyGoodsItem: [item(1, "10"), item(2, "20"), item(3, "30")] },
  },
};

/** `42A/67A/68A(2)/D005`, the tag marked by `#`. */
function amend(reason: string, text: string): Amendment {
  const [path = "", tag] = text.split("#");
  const Pointer = path.split("/").map((step) => {
    const [, section, number] = /^(\w+)(?:\((\d+)\))?$/.exec(step) ?? [];
    return {
      ...(number === undefined ? {} : { SequenceNumeric: number }),
      ...(section === undefined ? {} : { DocumentSectionCode: section }),
    };
  });
  const last = Pointer.pop();
  return {
    ChangeReasonCode: reason,
    Pointer: [...Pointer, { ...last, ...(tag ? { TagID: tag } : {}) }],
  };
}

function run(amendments: Amendment[], body: object = {}) {
  return applyAmendment(
    stored,
    { Declaration: { FunctionCode: "13", TypeCode: "COR", Amendment: amendments, ...body } },
    gbMessages,
  );
}

test("a value changes with its attributes; the stored document stays as it was", () => {
  const before = structuredClone(stored);
  const { document, changes, findings } = run([amend("21", "42A/67A/68A(2)/23A/79A#112")], {
    AdditionalInformation: [
      {
        StatementDescription: "Wrong price",
        Pointer: [
          { DocumentSectionCode: "42A" },
          { DocumentSectionCode: "06A", SequenceNumeric: "1" },
        ],
      },
    ],
    GoodsShipment: {
      GovernmentAgencyGoodsItem: [
        {
          SequenceNumeric: "2",
          Commodity: {
            InvoiceLine: { ItemChargeAmount: "25", "ItemChargeAmount@currencyID": "EUR" },
          },
        },
      ],
    },
  });
  expect(findings).toEqual([]);
  expect(stored).toEqual(before);
  const line =
    document.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[1]?.Commodity?.InvoiceLine;
  expect(line).toEqual({ ItemChargeAmount: "25", "ItemChargeAmount@currencyID": "EUR" });
  expect(changes).toMatchObject([
    {
      path: "$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[1].Commodity.InvoiceLine.ItemChargeAmount",
      before: "20",
      after: "25",
      reason: "21",
      reasonText: "Wrong price",
    },
  ]);
});

test("pointers count in the declaration as it was: two removals and a change in one message", () => {
  const { document, findings } = run(
    [
      amend("30", "42A/67A/68A(1)"),
      amend("30", "42A/67A/68A(2)"),
      amend("21", "42A/67A/68A(3)/23A/79A#112"),
      amend("28", "42A#228"),
    ],
    {
      GoodsItemQuantity: "1",
      GoodsShipment: {
        GovernmentAgencyGoodsItem: [
          { SequenceNumeric: "3", Commodity: { InvoiceLine: { ItemChargeAmount: "33" } } },
        ],
      },
    },
  );
  expect(findings).toEqual([]);
  const items = document.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem;
  expect(items).toHaveLength(1);
  expect(items?.[0]).toMatchObject({
    SequenceNumeric: "3",
    Commodity: { InvoiceLine: { ItemChargeAmount: "33" } },
  });
});

test("an item is added, and keys keep the schema's order", () => {
  const { document, findings } = run([amend("32", "42A/67A/68A(4)"), amend("32", "42A#131")], {
    TotalGrossMassMeasure: "7",
    GoodsShipment: { GovernmentAgencyGoodsItem: [item(4, "40")] },
  });
  expect(findings).toEqual([]);
  expect(document.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[3]).toEqual(
    item(4, "40"),
  );
  expect(Object.keys(document.Declaration ?? {})).toEqual([
    "FunctionCode",
    "TypeCode",
    "GoodsItemQuantity",
    "TotalGrossMassMeasure",
    "Exporter",
    "GoodsShipment",
  ]);
});

test("a place the body does not hold is removed", () => {
  const { document, findings } = run([
    amend("29", "42A/57A/04A#241"),
    amend("29", "42A/67A/68A(1)/02A(1)"),
  ]);
  expect(findings).toEqual([]);
  expect(document.Declaration?.Exporter).toEqual({ Name: "Old", Address: {} });
  const first = document.Declaration?.GoodsShipment?.GovernmentAgencyGoodsItem?.[0];
  expect(first?.AdditionalDocument).toBeUndefined();
});

test("numbers on classes that do not repeat mean nothing, as in published samples", () => {
  const { document, findings } = run([amend("29", "42A(1)/57A(2)#R031")], {
    Exporter: { Name: "New" },
  });
  expect(findings).toEqual([]);
  expect(document.Declaration?.Exporter?.Name).toBe("New");
});

test.each([
  ["no pointer", { ChangeReasonCode: "1" }, "CH1402"],
  ["unknown class", amend("1", "42A/99Z"), "CH1401"],
  ["unknown tag", amend("1", "42A#999"), "CH1401"],
  ["past the end", amend("1", "42A/67A/68A(9)"), "CH1401"],
  ["function code", amend("1", "42A#017"), "CH1405"],
  ["the whole declaration", amend("1", "42A"), "CH1405"],
  ["an amendment", amend("1", "42A/06A(1)"), "CH1405"],
  ["a mandatory number", amend("1", "42A/67A/68A(1)#006"), "CH1401"],
] as const)("%s gives a finding and changes nothing", (_name, amendment, code) => {
  const { document, changes, findings } = run([amendment]);
  expect(findings.map((finding) => finding.code)).toEqual([code]);
  expect(findings[0]?.path).toBe("$.Declaration.Amendment[0]");
  expect(changes).toEqual([]);
  expect(document).toEqual(stored);
});

test("adding past the next position gives a finding", () => {
  const { findings } = run([amend("32", "42A/67A/68A(9)")], {
    GoodsShipment: { GovernmentAgencyGoodsItem: [item(9, "1")] },
  });
  expect(findings.map((finding) => finding.code)).toEqual(["CH1403"]);
});
