/** Findings for goods items that contradict the ruling they name, with a repair where only one is possible. */

import type { Registered } from "@customhouse/model";
import { classes, type Finding, type JsonPatchOperation } from "@customhouse/model";
import { commodityOf } from "../facts.ts";
import { itemPlace } from "../item-place.ts";
import type { DeclaredRuling } from "./declared.ts";

type Contradiction = Pick<Finding, "path" | "pointer" | "message" | "found" | "fix">;

export function contradictionOf(
  entry: DeclaredRuling,
  { facts }: Registered,
): Contradiction | undefined {
  const decided = typeof facts.decided === "string" ? facts.decided : "";
  switch (entry.about) {
    case "classification":
      return otherCommodity(entry, decided);
    case "origin":
      return otherOrigin(entry, decided);
    case "valuation":
      return otherMethod(entry, decided);
  }
}

/** A code with fewer or more digits than was decided says the same as far as both go. */
function otherCommodity(
  { item, itemIndex }: DeclaredRuling,
  decided: string,
): Contradiction | undefined {
  const commodity = commodityOf(item);
  if (commodity !== "" && (commodity.startsWith(decided) || decided.startsWith(commodity)))
    return undefined;
  const list = item.Commodity?.Classification ?? [];
  const index = Math.max(
    list.findIndex(({ IdentificationTypeCode }) => IdentificationTypeCode === "TSP"),
    0,
  );
  // Where the code is in several parts, how the ruled one is split is the declarant's to say.
  const isCertain = /^\d{6,12}$/.test(decided) && list[index]?.ID === commodity;
  const path = `Commodity/Classification/${index}/ID`;
  return {
    ...itemPlace(
      itemIndex,
      `.Commodity.Classification[${index}].ID`,
      { DocumentSectionCode: classes.Commodity?.wcoId ?? "" },
      {
        DocumentSectionCode: classes.Classification?.wcoId ?? "",
        SequenceNumeric: index + 1,
        TagID: classes.Classification?.elements.ID?.wcoId ?? "",
      },
    ),
    message: `The ruling that the item names classifies the goods as ${decided}.`,
    found: commodity,
    ...(isCertain ? { fix: [operation("replace", itemIndex, path, decided)] } : {}),
  };
}

function otherOrigin(
  { item, itemIndex }: DeclaredRuling,
  decided: string,
): Contradiction | undefined {
  const origins = item.Origin ?? [];
  const index = origins.findIndex(({ CountryCode }) => CountryCode !== decided);
  if (origins.length > 0 && index === -1) return undefined;
  const at = Math.max(index, 0);
  const found = origins[at]?.CountryCode;
  const isCertain = /^[A-Z]{2}$/.test(decided) && origins.length === 1 && found !== undefined;
  return {
    ...itemPlace(itemIndex, `.Origin[${at}].CountryCode`, {
      DocumentSectionCode: classes.Origin?.wcoId ?? "",
      SequenceNumeric: at + 1,
      TagID: classes.Origin?.elements.CountryCode?.wcoId ?? "",
    }),
    message: `The ruling that the item names gives the goods the origin ${decided}.`,
    ...(found === undefined ? {} : { found }),
    ...(isCertain
      ? { fix: [operation("replace", itemIndex, `Origin/${at}/CountryCode`, decided)] }
      : {}),
  };
}

/** A value of which no method is declared is by the method that was decided. */
function otherMethod(
  { item, itemIndex }: DeclaredRuling,
  decided: string,
): Contradiction | undefined {
  const found = item.CustomsValuation?.MethodCode;
  if (found === undefined || found === decided) return undefined;
  return {
    ...itemPlace(itemIndex, ".CustomsValuation.MethodCode", {
      DocumentSectionCode: classes.CustomsValuation?.wcoId ?? "",
      TagID: classes.CustomsValuation?.elements.MethodCode?.wcoId ?? "",
    }),
    message: `The ruling that the item names values the goods by method ${decided}.`,
    found,
    ...(/^\d$/.test(decided)
      ? { fix: [operation("replace", itemIndex, "CustomsValuation/MethodCode", decided)] }
      : {}),
  };
}

function operation(
  op: JsonPatchOperation["op"],
  itemIndex: number,
  path: string,
  value: string,
): JsonPatchOperation {
  return {
    op,
    path: `/Declaration/GoodsShipment/GovernmentAgencyGoodsItem/${itemIndex}/${path}`,
    value,
  };
}
