/** The parts that need no browser: places in documents, pointers, drafts, repairs. */
import { describe, expect, it } from "vitest";
import { indentXml } from "../src/components/indent-xml.ts";
import { documentOf, draftFromDocument, newDraft, withoutItem } from "../src/lodge/draft-body.ts";
import { taskOfPlace } from "../src/lodge/fields.ts";
import { placeOf, pruned, setText, textAt } from "../src/model/document.ts";
import { placeOfPath, placeOfPointer } from "../src/model/pointer.ts";
import { patched } from "../src/playground/json-patch.ts";

const DESCRIPTION = "GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description";
const TARIFF = "GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Classification/ID";

describe("places", () => {
  it("are lists where the model repeats", () => {
    expect(placeOf(TARIFF, 1)).toBe(
      "Declaration.GoodsShipment.GovernmentAgencyGoodsItem[1].Commodity.Classification[0].ID",
    );
    expect(placeOf("Declarant/ID")).toBe("Declaration.Declarant.ID");
  });

  it("are written and read", () => {
    const document = {};
    setText(document, placeOf(TARIFF), "62034235");
    expect(textAt(document, placeOf(TARIFF))).toBe("62034235");
    setText(document, placeOf(TARIFF), "");
    expect(pruned(document)).toBeUndefined();
  });

  it("are found by pointer and by path alike", () => {
    const pointer = [
      { DocumentSectionCode: "42A" },
      { DocumentSectionCode: "67A" },
      { DocumentSectionCode: "68A", SequenceNumeric: 2 },
      { DocumentSectionCode: "70A", SequenceNumeric: 1, TagID: "166" },
    ];
    const found = placeOfPointer(pointer);
    expect(found).toMatchObject({
      item: 2,
      className: "GovernmentProcedure",
      element: "CurrentCode",
    });
    expect(placeOfPath(`$.${found?.place}`)).toEqual(found);
    expect(placeOfPointer([{ DocumentSectionCode: "42A" }, { DocumentSectionCode: "zzz" }])).toBe(
      undefined,
    );
  });

  it("belong to the task that asks for them", () => {
    expect(taskOfPlace(placeOf(TARIFF, 3))).toBe("goods");
    expect(taskOfPlace("Declaration.Agent.ID")).toBe(undefined);
  });
});

describe("drafts", () => {
  const draft = newDraft({ tin: "XA1000001", name: "Aurora Trading" });
  const values = {
    ...draft.values,
    [placeOf(DESCRIPTION, 0)]: " Trousers ",
    [placeOf(DESCRIPTION, 1)]: "Hats",
  };

  it("become documents with what follows from the answers", () => {
    const document = documentOf({ ...draft, values, items: 2 }, "USD");
    expect(textAt(document, placeOf("GoodsItemQuantity"))).toBe("2");
    expect(textAt(document, placeOf(DESCRIPTION, 0))).toBe("Trousers");
    expect(textAt(document, placeOf("FunctionCode"))).toBe("9");
  });

  it("lose an item and keep the others", () => {
    const rest = withoutItem({ ...draft, values, items: 2 }, 0);
    expect(rest.items).toBe(1);
    expect(rest.values[placeOf(DESCRIPTION, 0)]).toBe("Hats");
    expect(rest.values[placeOf(DESCRIPTION, 1)]).toBeUndefined();
  });

  it("keep what the form does not ask for when they are copies", () => {
    const document = documentOf({ ...draft, values, items: 2 }, "USD");
    setText(document, "Declaration.Agent.ID", "XA2000001");
    const copy = draftFromDocument(document, true);
    expect(copy.values[placeOf("FunctionalReferenceID")]).not.toBe(
      values[placeOf("FunctionalReferenceID")],
    );
    const again = documentOf(withoutItem(copy, 0), "USD");
    expect(textAt(again, "Declaration.Agent.ID")).toBe("XA2000001");
    expect(textAt(again, placeOf("GoodsItemQuantity"))).toBe("1");
    expect(textAt(again, placeOf(DESCRIPTION, 0))).toBe("Hats");
  });
});

describe("repairs", () => {
  it("are the three operations they are made of", () => {
    const document = { a: { "b/c": ["x", "y"] } };
    const fixed = patched(document, [
      { op: "replace", path: "/a/b~1c/0", value: "X" },
      { op: "remove", path: "/a/b~1c/1" },
      { op: "add", path: "/a/d", value: "new" },
    ]);
    expect(fixed).toEqual({ a: { "b/c": ["X"], d: "new" } });
    expect(document.a["b/c"]).toEqual(["x", "y"]);
    expect(() => patched(document, [{ op: "remove", path: "/no/where" }])).toThrow("leads nowhere");
  });
});

it("indents XML without touching values", () => {
  expect(indentXml('<?xml version="1.0"?><a><b>1 &lt; 2</b><c/><!-- x --><d></d></a>')).toBe(
    [
      '<?xml version="1.0"?>',
      "<a>",
      "  <b>1 &lt; 2</b>",
      "  <c/>",
      "  <!-- x -->",
      "  <d></d>",
      "</a>",
    ].join("\n"),
  );
});
