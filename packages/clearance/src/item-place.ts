/** Where in a declaration something of a goods item stands: as a JSON path and as a WCO pointer. */
import { classes, type Finding, type PointerStep } from "@customhouse/model";

type Place = Pick<Finding, "path" | "pointer">;

/** `itemIndex` from 0; `path` and `steps` lead on from the item. */
export function itemPlace(
  itemIndex: number,
  path: string,
  ...steps: readonly PointerStep[]
): Place {
  return {
    path: `$.Declaration.GoodsShipment.GovernmentAgencyGoodsItem[${itemIndex}]${path}`,
    pointer: [
      { DocumentSectionCode: classes.Declaration?.wcoId ?? "" },
      { DocumentSectionCode: classes.GoodsShipment?.wcoId ?? "" },
      {
        DocumentSectionCode: classes.GovernmentAgencyGoodsItem?.wcoId ?? "",
        SequenceNumeric: itemIndex + 1,
      },
      ...steps,
    ],
  };
}

/** The goods themselves. */
export function commodityPlace(itemIndex: number): Place {
  return itemPlace(itemIndex, ".Commodity", {
    DocumentSectionCode: classes.Commodity?.wcoId ?? "",
  });
}

/** A document of the item, by its position from 0, or where there should be one. */
export function documentPlace(itemIndex: number, documentIndex?: number): Place {
  const document = { DocumentSectionCode: classes.AdditionalDocument?.wcoId ?? "" };
  if (documentIndex === undefined) return itemPlace(itemIndex, ".AdditionalDocument", document);
  return itemPlace(itemIndex, `.AdditionalDocument[${documentIndex}].ID`, {
    ...document,
    SequenceNumeric: documentIndex + 1,
    TagID: classes.AdditionalDocument?.elements.ID?.wcoId ?? "",
  });
}
