/** Duty of what completes simplified declarations: each item under the law of the day that it takes effect from. */
import { type Country, type Declaration, legalDay } from "@customhouse/model";
import type { Case, DutyLine } from "../case.ts";
import { goodsItems } from "../facts.ts";
import { assessDuty } from "../tariff/assess.ts";
import { itemFacts } from "../tariff/item-facts.ts";
import { mrnsOfItems } from "./named.ts";

/** `on`: the legal day for items that complete nothing. */
export function dutyUnderLaw(
  declaration: Declaration,
  country: Country,
  { supplements }: Pick<Case, "supplements">,
  on: string,
): readonly DutyLine[] {
  const accepted = new Map(
    (supplements?.completes ?? []).map((one): [string, string] => [
      one.mrn,
      legalDay(one.accepted, country),
    ]),
  );
  if (accepted.size === 0) return assessDuty(declaration, country, on);
  const mrns = mrnsOfItems(declaration, country);
  const dayOf = new Map(
    goodsItems(declaration).map((item, index): [number, string] => [
      itemFacts(item, index + 1, declaration).sequence,
      accepted.get(mrns[index] ?? "") ?? on,
    ]),
  );
  return [...new Set(dayOf.values())]
    .flatMap((day) =>
      assessDuty(declaration, country, day).filter(({ item }) => dayOf.get(item) === day),
    )
    .toSorted((a, b) => a.item - b.item);
}
