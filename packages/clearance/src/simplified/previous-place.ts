/** Where a supplementary declaration names a simplified one. */
import { classes, type Finding } from "@customhouse/model";
import type { NamedDocument } from "./named.ts";

/** The previous document, or where there should be one. */
export function previousPlace({
  itemIndex,
  documentIndex,
}: Partial<NamedDocument>): Pick<Finding, "path" | "pointer"> {
  const item = itemIndex === undefined ? "" : `.GovernmentAgencyGoodsItem[${itemIndex}]`;
  const path = `$.Declaration.GoodsShipment${item}.PreviousDocument`;
  const steps = [
    { DocumentSectionCode: classes.Declaration?.wcoId ?? "" },
    { DocumentSectionCode: classes.GoodsShipment?.wcoId ?? "" },
    ...(itemIndex === undefined
      ? []
      : [
          {
            DocumentSectionCode: classes.GovernmentAgencyGoodsItem?.wcoId ?? "",
            SequenceNumeric: itemIndex + 1,
          },
        ]),
  ];
  const document = { DocumentSectionCode: classes.PreviousDocument?.wcoId ?? "" };
  if (documentIndex === undefined) return { path, pointer: [...steps, document] };
  return {
    path: `${path}[${documentIndex}].ID`,
    pointer: [
      ...steps,
      {
        ...document,
        SequenceNumeric: documentIndex + 1,
        TagID: classes.PreviousDocument?.elements.ID?.wcoId ?? "",
      },
    ],
  };
}
