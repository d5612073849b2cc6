/** Which goods of a declaration enter or leave a stock, and how much of them. */

import type { Reservation } from "@customhouse/model";
import {
  type Country,
  type Declaration,
  holds,
  type StockAuthorisation,
  type StockRule,
} from "@customhouse/model";
import { Decimal } from "decimal.js";
import { type GoodsItem, goodsItems, repeatedValues } from "../facts.ts";
import { QUANTITY_DECIMALS } from "../lpco/claims.ts";
import { compileTariff } from "../tariff/compile.ts";
import { itemFacts } from "../tariff/item-facts.ts";
import { quantityIn } from "../tariff/quantities.ts";

const PREFIX = "stock/";

export function isStockAccount(account: string): boolean {
  return account.startsWith(PREFIX);
}

export interface StockMovement {
  readonly rule: StockRule;
  /** Position from 0. */
  readonly itemIndex: number;
  readonly item: GoodsItem;
  /** As declared. */
  readonly named?: string;
  /** Absent: no such authorisation of a fitting type is in force. */
  readonly authorisation?: StockAuthorisation;
  readonly isAllowed: boolean;
  /** Absent where the quantity cannot be told. */
  readonly amountMinor?: bigint;
}

/** Every rule that an item falls under, whether it can be booked or not. */
export function stockMovements(
  declaration: Declaration,
  country: Country,
): readonly StockMovement[] {
  const rules = country.stocks?.rules ?? [];
  if (rules.length === 0) return [];
  const declarant = declaration.Declarant?.ID ?? "";
  return goodsItems(declaration).flatMap((item, itemIndex) =>
    rules
      .filter(({ when }) => holds(when, item, declaration))
      .map((rule): StockMovement => {
        const [named] = repeatedValues(declaration, rule.authorisation);
        const authorisation = country.register.authorisations?.find(
          ({ number, type }) => number === named && rule.types.includes(type),
        );
        const amountMinor = amountOf(rule, item, itemIndex, declaration, country);
        const users = authorisation && [authorisation.holder, ...authorisation.users];
        return {
          rule,
          itemIndex,
          item,
          isAllowed: users?.includes(declarant) === true,
          ...(named === undefined ? {} : { named }),
          ...(authorisation === undefined ? {} : { authorisation }),
          ...(amountMinor === undefined ? {} : { amountMinor }),
        };
      }),
  );
}

/** The amount that is booked. It is rounded up to the ledger's precision, so that no quantity leaves without a booking. */
function amountOf(
  { unit }: StockRule,
  item: GoodsItem,
  itemIndex: number,
  declaration: Declaration,
  country: Country,
): bigint | undefined {
  const facts = itemFacts(item, itemIndex + 1, declaration);
  const quantity = quantityIn(unit, facts, compileTariff(country.tariff));
  if (quantity === undefined || !quantity.isPositive() || quantity.isZero()) return undefined;
  const minor = quantity.times(new Decimal(10).pow(QUANTITY_DECIMALS));
  return BigInt(minor.toFixed(0, Decimal.ROUND_UP));
}

/** Sums by account of what enters or leaves. Each owner's goods of each commodity have an account of their own. */
export function stockBookings(
  declaration: Declaration,
  country: Country,
  does: StockRule["does"],
): readonly Reservation[] {
  const sums = new Map<string, Reservation>();
  for (const movement of stockMovements(declaration, country)) {
    // By the number that was declared: an authorisation that ended meanwhile does not free what is held of its stock.
    const { rule, named, amountMinor, item, itemIndex } = movement;
    if (rule.does !== does || named === undefined || amountMinor === undefined) continue;
    const { commodity } = itemFacts(item, itemIndex + 1, declaration);
    const goods = commodity.slice(0, rule.commodityDigits);
    const owner = declaration.Declarant?.ID ?? "";
    const account = `${PREFIX}${named}/${owner}/${goods}`;
    const before = sums.get(`${account} ${rule.unit}`)?.amountMinor ?? 0n;
    const booking = { account, unit: rule.unit, amountMinor: before + amountMinor };
    sums.set(`${account} ${rule.unit}`, booking);
  }
  return [...sums.values()];
}
