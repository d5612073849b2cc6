/** Pointers both ways, against the published list of paths. */
import { readFileSync } from "node:fs";
import { formatPointer, type PointerStep, type WcoDocument } from "@customhouse/model";
import { expect, test } from "vitest";
import { gbMessages } from "../../../countries/gb/src/messages/index.ts";
import { pointerOf, resolvePointer } from "../src/index.ts";
import { missing, samplePath } from "./samples.ts";

const document: WcoDocument = {
  Declaration: {
    GoodsShipment: {
      GovernmentAgencyGoodsItem: [
        { SequenceNumeric: "1" },
        { SequenceNumeric: "2", Commodity: { Description: "Tiles" } },
      ],
    },
  },
};

test("path to pointer and back", () => {
  const path = "$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[1].Commodity.Description";
  const pointer = pointerOf(path, gbMessages) ?? [];
  expect(formatPointer(pointer)).toBe("42A/67A/68A(2)/23A/137");
  expect(resolvePointer(document, pointer, gbMessages)).toEqual({ path, value: "Tiles" });
});

test("a place of the model that the document does not hold has a path and no value", () => {
  const pointer: PointerStep[] = [
    { DocumentSectionCode: "42A" },
    { DocumentSectionCode: "67A" },
    { DocumentSectionCode: "68A", SequenceNumeric: 7, TagID: "114" },
  ];
  expect(resolvePointer(document, pointer, gbMessages)).toEqual({
    path: "$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[6].StatisticalValueAmount",
  });
});

test("what is no place of the model resolves to nothing", () => {
  expect(resolvePointer(document, [{ DocumentSectionCode: "99Z" }], gbMessages)).toBeUndefined();
  expect(resolvePointer(document, [], gbMessages)).toBeUndefined();
  expect(pointerOf("$.Declaration.Nonsense", gbMessages)).toBeUndefined();
  expect(pointerOf("Declaration", gbMessages)).toBeUndefined();
});

/** Classes of the list that the published schema does not have. */
const NOT_IN_SCHEMA = /^42A\/(?:42A$|67A\/68A\/(?:59B|86A))/;
const absent = missing("wco", "gb", "pointer_paths.json");

test.skipIf(absent !== "")(`published pointer paths${absent}`, () => {
  const { pointers } = JSON.parse(
    readFileSync(samplePath("wco", "gb", "pointer_paths.json"), "utf8"),
  ) as { pointers: Record<string, { dms_field_name: string }>[] };
  const list = pointers.flatMap((one) => Object.entries(one));
  expect(list).toHaveLength(477);
  let resolved = 0;
  for (const [text, { dms_field_name: name }] of list) {
    if (NOT_IN_SCHEMA.test(text)) continue;
    const found = resolvePointer({ Declaration: {} }, stepsOf(text), gbMessages);
    expect(found, text).toBeDefined();
    if (name !== "" && name !== "null") expect(found?.path.split(".").pop(), text).toBe(name);
    expect(formatPointer(pointerOf(found?.path ?? "", gbMessages) ?? [])).toBe(text);
    resolved++;
  }
  expect(resolved).toBe(456);
});

function stepsOf(text: string): PointerStep[] {
  const parts = text.split("/");
  const last = parts[parts.length - 1] ?? "";
  if (/^\d\d[A-Z]$/.test(last))
    return parts.map((DocumentSectionCode) => ({ DocumentSectionCode }));
  const steps = parts
    .slice(0, -1)
    .map((DocumentSectionCode): PointerStep => ({ DocumentSectionCode }));
  const end = steps.pop();
  return end ? [...steps, { ...end, TagID: last }] : [];
}
