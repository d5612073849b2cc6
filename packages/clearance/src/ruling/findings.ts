/** Binding rulings bind: what a declaration says of goods is what was decided of them, for who asked and while in force. */

import type { Registered, RegisteredByNumber } from "@customhouse/model";
import {
  type Country,
  type Declaration,
  type Finding,
  formatPointer,
  type RulingProfile,
} from "@customhouse/model";
import { commodityOf } from "../facts.ts";
import { documentPlace } from "../item-place.ts";
import { contradictionOf } from "./contradiction.ts";
import { type DeclaredRuling, declaredRulings } from "./declared.ts";

export function rulingFindings(
  declaration: Declaration,
  { rulings: profile }: Country,
  known: RegisteredByNumber,
): readonly Finding[] {
  if (profile === undefined) return [];
  const found = declaredRulings(declaration, profile).flatMap((entry) =>
    wrong(entry, declaration, profile, known.get(entry.number)),
  );
  // Two documents that name one ruling contradict it once.
  const seen = new Set<string>();
  return found.filter(({ code, pointer }) => {
    const key = `${code} ${formatPointer(pointer)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function wrong(
  entry: DeclaredRuling,
  declaration: Declaration,
  { errorCodes }: RulingProfile,
  ruling: Registered | undefined,
): readonly Finding[] {
  const { itemIndex, documentIndex, about, number, item } = entry;
  const tell = (code: string, message: string): readonly Finding[] => [
    {
      code,
      ...documentPlace("AdditionalDocument", { itemIndex, documentIndex }),
      message,
      found: number,
    },
  ];
  if (ruling === undefined || ruling.facts.about !== about)
    return tell(errorCodes.unknown, `No ruling on ${about} has this number here.`);
  const importer = declaration.GoodsShipment?.Importer?.ID;
  if (![declaration.Declarant?.ID, importer].includes(ruling.holder))
    return tell(errorCodes.notYours, "It was issued to neither the declarant nor the importer.");
  if (!ruling.inForce)
    return tell(errorCodes.notInForce, "The ruling is not in force on this day.");
  const commodity = commodityOf(item);
  const { commodities } = ruling.facts;
  const covers =
    !Array.isArray(commodities) ||
    commodities.length === 0 ||
    commodities.some((start) => typeof start === "string" && commodity.startsWith(start));
  if (!covers) return tell(errorCodes.notCovering, `The ruling is not for goods of ${commodity}.`);
  const contradiction = contradictionOf(entry, ruling);
  return contradiction === undefined
    ? []
    : [{ code: errorCodes.contradicted, ...contradiction, allowed: String(ruling.facts.decided) }];
}
