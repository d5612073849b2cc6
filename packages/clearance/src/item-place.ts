/** The place of a part of a goods item in its declaration: as a JSON path and as a WCO pointer. */
import { classes, type Finding, type PointerStep } from "@customhouse/model";

type Place = Pick<Finding, "path" | "pointer">;

/** `path` and `steps` lead on from the shipment. */
function shipmentPlace(path: string, ...steps: readonly PointerStep[]): Place {
  return {
    path: `$.Declaration.GoodsShipment${path}`,
    pointer: [
      { DocumentSectionCode: classes.Declaration?.wcoId ?? "" },
      { DocumentSectionCode: classes.GoodsShipment?.wcoId ?? "" },
      ...steps,
    ],
  };
}

/** `itemIndex` from 0; `path` and `steps` lead on from the item. */
export function itemPlace(
  itemIndex: number,
  path: string,
  ...steps: readonly PointerStep[]
): Place {
  const item = {
    DocumentSectionCode: classes.GovernmentAgencyGoodsItem?.wcoId ?? "",
    SequenceNumeric: itemIndex + 1,
  };
  return shipmentPlace(`.GovernmentAgencyGoodsItem[${itemIndex}]${path}`, item, ...steps);
}

/** The goods themselves. */
export function commodityPlace(itemIndex: number): Place {
  return itemPlace(itemIndex, ".Commodity", {
    DocumentSectionCode: classes.Commodity?.wcoId ?? "",
  });
}

/** Both from 0. */
export interface DocumentPosition {
  readonly itemIndex?: number | undefined;
  readonly documentIndex?: number | undefined;
}

/** A document of the item or, without one, of the shipment, or where there should be one. */
export function documentPlace(
  kind: "AdditionalDocument" | "PreviousDocument",
  { itemIndex, documentIndex }: DocumentPosition,
): Place {
  const { wcoId: section = "", elements } = classes[kind] ?? {};
  const place = (path: string, step: PointerStep) =>
    itemIndex === undefined ? shipmentPlace(path, step) : itemPlace(itemIndex, path, step);
  if (documentIndex === undefined) return place(`.${kind}`, { DocumentSectionCode: section });
  return place(`.${kind}[${documentIndex}].ID`, {
    DocumentSectionCode: section,
    SequenceNumeric: documentIndex + 1,
    TagID: elements?.ID?.wcoId ?? "",
  });
}
