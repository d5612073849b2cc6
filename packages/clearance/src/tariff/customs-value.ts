/**
 * Customs value of each item: its price in the country's currency, costs added and deducted, the shipment's own costs
 * shared out exactly (WTO valuation agreement, articles 1 and 8, as the country's rules say).
 */
import type { CostRule, Declaration } from "@customhouse/model";
import { type AsOf, inForce } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { CompiledTariff } from "./compile.ts";
import type { ItemFacts } from "./item-facts.ts";
import { rounded } from "./rounding.ts";

export interface ItemValue {
  readonly price: Decimal;
  readonly value: Decimal;
  /** Costs that belong to the base of single taxes only, by code. */
  readonly elsewhere: ReadonlyMap<string, Decimal>;
}

type Cost = { readonly rule: CostRule; readonly amount: Decimal };

const ZERO = new Decimal(0);

/** One for each item; undefined where the price is not declared or its currency has no rate. */
export function customsValues(
  items: readonly ItemFacts[],
  declaration: Declaration,
  tariff: CompiledTariff,
  currency: string,
  asOf: AsOf,
): readonly (ItemValue | undefined)[] {
  const prices = items.map((facts) => priceOf(facts, tariff, currency, asOf));
  const shipment = declaration.GoodsShipment;
  const terms = shipment?.TradeTerms?.ConditionCode;
  const common = costsOf(shipment?.CustomsValuation?.ChargeDeduction, undefined, {
    tariff,
    currency,
    declaration,
    terms,
    asOf,
  });
  const shares = common.map((cost) => share(cost.amount, items, prices, tariff));
  return items.map((facts, index) => {
    const price = prices[index];
    if (price === undefined) return undefined;
    const own = costsOf(facts.item.CustomsValuation?.ChargeDeduction, price, {
      tariff,
      currency,
      declaration,
      terms,
      asOf,
    });
    const shared = common.map((cost, at) => ({ ...cost, amount: shares[at]?.[index] ?? ZERO }));
    return withCosts(price, [...own, ...shared]);
  });
}

function withCosts(price: Decimal, costs: readonly Cost[]): ItemValue {
  let value = price;
  const elsewhere = new Map<string, Decimal>();
  for (const { rule, amount } of costs) {
    if (rule.effect === "add") value = value.plus(amount);
    else if (rule.effect === "deduct") value = value.minus(amount);
    else elsewhere.set(rule.code, (elsewhere.get(rule.code) ?? ZERO).plus(amount));
  }
  return { price, value: Decimal.max(value, ZERO), elsewhere };
}

interface CostContext {
  readonly tariff: CompiledTariff;
  readonly currency: string;
  readonly declaration: Declaration;
  readonly terms: string | undefined;
  readonly asOf: AsOf;
}

interface DeclaredCost {
  readonly ChargesTypeCode?: string;
  readonly OtherChargeDeductionAmount?: string;
  readonly "OtherChargeDeductionAmount@currencyID"?: string;
}

/** A percentage needs the price that it is a part of, so it counts on items only. */
function costsOf(
  declared: readonly DeclaredCost[] | undefined,
  price: Decimal | undefined,
  context: CostContext,
): readonly Cost[] {
  return (declared ?? []).flatMap((entry) => {
    const rule = context.tariff.costs.get(entry.ChargesTypeCode ?? "");
    const amount = entry.OtherChargeDeductionAmount;
    if (rule === undefined || amount === undefined) return [];
    if (context.terms !== undefined && rule.includedUnder?.includes(context.terms)) return [];
    if (rule.as === "percent") {
      return price === undefined ? [] : [{ rule, amount: price.times(amount).div(100) }];
    }
    const currency = entry["OtherChargeDeductionAmount@currencyID"] ?? context.currency;
    const home = inHomeCurrency(new Decimal(amount), currency, context);
    return home === undefined ? [] : [{ rule, amount: home }];
  });
}

function priceOf(
  { item, declaration }: ItemFacts,
  tariff: CompiledTariff,
  currency: string,
  asOf: AsOf,
): Decimal | undefined {
  const invoice = item.Commodity?.InvoiceLine;
  if (invoice?.ItemChargeAmount === undefined) return undefined;
  return inHomeCurrency(
    new Decimal(invoice.ItemChargeAmount),
    invoice["ItemChargeAmount@currencyID"] ?? currency,
    { tariff, currency, declaration, terms: undefined, asOf },
  );
}

function inHomeCurrency(
  amount: Decimal,
  currency: string,
  context: CostContext,
): Decimal | undefined {
  if (currency === context.currency) return amount;
  const rate =
    declaredRate(currency, context.declaration) ??
    publishedRate(currency, context.tariff, context.asOf);
  if (rate === undefined || rate.isZero()) return undefined;
  return rounded(amount.div(rate), context.tariff.tariff.valuation.rounding);
}

function declaredRate(currency: string, declaration: Declaration): Decimal | undefined {
  const entry = declaration.CurrencyExchange?.find(
    (one) => one.CurrencyTypeCode === currency || one.CurrencyTypeCode === undefined,
  );
  return entry?.RateNumeric === undefined ? undefined : new Decimal(entry.RateNumeric);
}

export function publishedRate(
  currency: string,
  { tariff }: CompiledTariff,
  asOf: AsOf,
): Decimal | undefined {
  const entry = tariff.exchangeRates.find((one) => one.currency === currency && inForce(one, asOf));
  return entry === undefined ? undefined : new Decimal(entry.rate);
}

/** Shares an amount in proportion, to the last unit: what rounding leaves over goes to the items with the largest remainder. */
function share(
  amount: Decimal,
  items: readonly ItemFacts[],
  prices: readonly (Decimal | undefined)[],
  { tariff: { valuation } }: CompiledTariff,
): readonly Decimal[] {
  const weights = items.map((facts, index) =>
    valuation.apportion === "value"
      ? (prices[index] ?? ZERO)
      : new Decimal(facts.item.Commodity?.GoodsMeasure?.GrossMassMeasure ?? 0),
  );
  return apportion(amount, weights, valuation.rounding.decimals);
}

/** Exported for its property: the shares always add up to the amount. */
export function apportion(
  amount: Decimal,
  weights: readonly Decimal[],
  decimals: number,
): readonly Decimal[] {
  const total = weights.reduce((sum, weight) => sum.plus(weight), ZERO);
  if (total.isZero()) return weights.map((_weight, index) => (index === 0 ? amount : ZERO));
  const exact = weights.map((weight) => amount.times(weight).div(total));
  const shares = exact.map((part) => part.toDecimalPlaces(decimals, Decimal.ROUND_DOWN));
  let left = shares.reduce((rest, part) => rest.minus(part), amount);
  const unit = new Decimal(10).pow(-decimals);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part.minus(shares[index] ?? ZERO) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder));
  for (const { index } of byRemainder) {
    if (left.lessThan(unit)) break;
    shares[index] = (shares[index] ?? ZERO).plus(unit);
    left = left.minus(unit);
  }
  shares[0] = (shares[0] ?? ZERO).plus(left);
  return shares;
}
