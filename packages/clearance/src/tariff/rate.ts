/** The amount that a rate gives: exact, rounded by nobody here. */
import type { DutyStep, Rate } from "@customhouse/model";
import { Decimal } from "decimal.js";

export interface RateContext {
  readonly base: Decimal;
  /** ISO 4217 of the country. */
  readonly currency: string;
  quantity(unit: string): Decimal | undefined;
  /** Foreign units for one of the country's. */
  exchangeRate(currency: string): Decimal | undefined;
  readonly steps?: DutyStep[];
}

/** A fact that the rate needs and that is neither declared nor published. */
export interface Unknown {
  readonly unknown: "quantity" | "exchange-rate";
  readonly detail: string;
}

export function evaluate(rate: Rate, context: RateContext): Decimal | Unknown {
  if ("percent" in rate) {
    const amount = context.base.times(rate.percent).div(100);
    context.steps?.push({
      step: "percent",
      percent: rate.percent,
      of: context.base.toFixed(),
      gives: amount.toFixed(),
    });
    return amount;
  }
  if ("fee" in rate) {
    context.steps?.push({ step: "fee", gives: rate.fee });
    return new Decimal(rate.fee);
  }
  if ("amount" in rate) return specific(rate, context);
  if ("sum" in rate) return combine("sum", rate.sum, context, (a, b) => a.plus(b));
  if ("least" in rate) return combine("least", rate.least, context, (a, b) => Decimal.min(a, b));
  return combine("greatest", rate.greatest, context, (a, b) => Decimal.max(a, b));
}

function specific(
  rate: Extract<Rate, { amount: string }>,
  context: RateContext,
): Decimal | Unknown {
  const quantity = context.quantity(rate.unit);
  if (quantity === undefined) return { unknown: "quantity", detail: rate.unit };
  const currency = rate.currency ?? context.currency;
  const foreign = currency !== context.currency;
  const exchangeRate = foreign ? context.exchangeRate(currency) : undefined;
  if (foreign && exchangeRate === undefined) return { unknown: "exchange-rate", detail: currency };
  const inCurrency = quantity.div(rate.per).times(rate.amount);
  const amount = exchangeRate === undefined ? inCurrency : inCurrency.div(exchangeRate);
  context.steps?.push({
    step: "specific",
    amount: rate.amount,
    currency,
    per: rate.per,
    unit: rate.unit,
    quantity: quantity.toFixed(),
    ...(exchangeRate === undefined ? {} : { exchangeRate: exchangeRate.toFixed() }),
    gives: amount.toFixed(),
  });
  return amount;
}

function combine(
  step: "sum" | "least" | "greatest",
  rates: readonly Rate[],
  context: RateContext,
  join: (left: Decimal, right: Decimal) => Decimal,
): Decimal | Unknown {
  const amounts: Decimal[] = [];
  for (const rate of rates) {
    const amount = evaluate(rate, context);
    if (!(amount instanceof Decimal)) return amount;
    amounts.push(amount);
  }
  const [first = new Decimal(0), ...rest] = amounts;
  const joined = rest.reduce(join, first);
  context.steps?.push({
    step,
    of: amounts.map((amount) => amount.toFixed()),
    gives: joined.toFixed(),
  });
  return joined;
}
