/**
 * A simplified declaration may leave data out only where the debt can still be calculated, and an account in this
 * country secures all of it.
 */
import {
  type Country,
  type Declaration,
  type Finding,
  holds,
  type SimplifiedProfile,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import { bearingAccount } from "../decide/money.ts";
import { goodsItems } from "../facts.ts";
import { commodityPlace } from "../item-place.ts";
import { assess } from "../tariff/assess.ts";
import { itemFacts } from "../tariff/item-facts.ts";

const UNKNOWN: ReadonlySet<string> = new Set([
  "value-unknown",
  "quantity-unknown",
  "exchange-rate-unknown",
]);

/** One finding for each item at most. */
export function securityFindings(
  declaration: Declaration,
  country: Country,
  { errorCodes }: SimplifiedProfile,
  on: string,
): readonly Finding[] {
  const dataSet = country.clearance.dataSets.find(({ when }) =>
    holds(when, declaration, declaration),
  );
  if (dataSet?.assessed !== true) return [];
  const { lines, findings } = assess(declaration, country, { on });
  const problems = new Map<number, string>();
  for (const line of lines)
    if (
      new Decimal(line.payable).greaterThan(0) &&
      bearingAccount(line, declaration, country) === undefined
    )
      problems.set(line.item, `No account secures the tax ${line.taxType}.`);
  for (const { item, code, detail } of findings)
    if (UNKNOWN.has(code))
      problems.set(
        item,
        `How much to secure cannot be told: ${code}${detail === "" ? "" : ` (${detail})`}.`,
      );
  return goodsItems(declaration).flatMap((item, itemIndex) => {
    const message = problems.get(itemFacts(item, itemIndex + 1, declaration).sequence);
    return message === undefined
      ? []
      : [{ code: errorCodes.notSecurable, ...commodityPlace(itemIndex), message }];
  });
}
