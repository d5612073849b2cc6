/** A supplementary declaration completes the goods that were released: none fewer, and none that nobody has controlled. */
import type { Country, Declaration, Finding, SimplifiedProfile } from "@customhouse/model";
import type { Case } from "../case.ts";
import { commodityOf, goodsItems } from "../facts.ts";
import { commodityPlace, documentPlace } from "../item-place.ts";
import { mrnsOfItems, namedDocuments, type SimplifiedCases } from "./named.ts";

export function goodsFindings(
  declaration: Declaration,
  country: Country,
  profile: SimplifiedProfile,
  known: SimplifiedCases,
): readonly Finding[] {
  const mrns = mrnsOfItems(declaration, country);
  const start = (commodity: string) => commodity.slice(0, profile.commodityDigits);
  const here = goodsItems(declaration).map((item) => start(commodityOf(item)));
  const { goodsDiffer: code } = profile.errorCodes;
  const added = here.flatMap((goods, itemIndex) => {
    const released = known.get(mrns[itemIndex] ?? "")?.items;
    return released === undefined || released.some((one) => start(one.commodity) === goods)
      ? []
      : [{ code, ...commodityPlace(itemIndex), message: ADDED, found: goods }];
  });
  const places = namedDocuments(declaration, country);
  const missing = [...known.values()].flatMap(({ mrn, items }: Case) => {
    const place = places.find((one) => one.mrn === mrn);
    const left = items.filter(
      ({ commodity }) =>
        !here.some((goods, index) => mrns[index] === mrn && goods === start(commodity)),
    );
    if (place === undefined || left.length === 0) return [];
    const goods = left.map(({ sequence, commodity }) => `item ${sequence} (${commodity})`);
    const message = `Goods of this declaration are not here: ${goods.join(", ")}.`;
    return [{ code, ...documentPlace("PreviousDocument", place), message, found: mrn }];
  });
  return [...added, ...missing];
}

const ADDED = "The simplified declaration released no such goods.";
