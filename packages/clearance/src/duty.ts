/**
 * Duty and tax of a declaration: ad valorem on the item's price, then taxes on value plus duties. Exact decimals
 * throughout; each amount is rounded once, half up, to the currency's minor unit. A commodity without a measure on
 * file gives no line: nothing is invented.
 */
import type { Country, Declaration, Measure } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { DutyLine } from "./case.ts";
import { commodityOf, type GoodsItem, goodsItems } from "./facts.ts";

/** `on`: the date of acceptance (ISO), which decides the measures in force. */
export function assessDuty(
  declaration: Declaration,
  country: Country,
  on: string,
): readonly DutyLine[] {
  return goodsItems(declaration).flatMap((item, index) =>
    assessItem(item, index + 1, declaration, country, on),
  );
}

export function totalPayable(lines: readonly DutyLine[], country: Country): string {
  const total = lines.reduce((sum, line) => sum.plus(line.payable), new Decimal(0));
  return total.toFixed(country.currencyDecimals);
}

function assessItem(
  item: GoodsItem,
  sequence: number,
  declaration: Declaration,
  country: Country,
  on: string,
): readonly DutyLine[] {
  const value = itemValue(item, declaration, country);
  if (value === undefined) return [];
  const measures = applicableMeasures(item, country, on);
  const onValue = measures.filter(
    (measure) => !country.tariff.onValuePlusDuties.includes(measure.taxType),
  );
  const onTop = country.tariff.onValuePlusDuties.flatMap((taxType) =>
    measures.filter((measure) => measure.taxType === taxType),
  );
  const lines = onValue.map((measure) => line(item, sequence, measure, value, country));
  const duties = lines.reduce((sum, entry) => sum.plus(entry.payable), new Decimal(0));
  return [
    ...lines,
    ...onTop.map((measure) => line(item, sequence, measure, value.plus(duties), country)),
  ];
}

/** The item price in the country's currency, or undefined when it cannot be known exactly. */
function itemValue(
  item: GoodsItem,
  declaration: Declaration,
  country: Country,
): Decimal | undefined {
  const invoice = item.Commodity?.InvoiceLine;
  const price = invoice?.ItemChargeAmount;
  if (price === undefined) return undefined;
  const currency = invoice?.["ItemChargeAmount@currencyID"] ?? country.currency;
  if (currency === country.currency) return new Decimal(price);
  const exchange = declaration.CurrencyExchange?.find(
    (entry) => entry.CurrencyTypeCode === currency || entry.CurrencyTypeCode === undefined,
  );
  const rate = exchange?.RateNumeric;
  if (rate === undefined || new Decimal(rate).isZero()) return undefined;
  return new Decimal(price)
    .div(rate)
    .toDecimalPlaces(country.currencyDecimals, Decimal.ROUND_HALF_UP);
}

/** For each tax type the measure with the longest matching commodity; a measure for the origin beats a general one. */
function applicableMeasures(item: GoodsItem, country: Country, on: string): readonly Measure[] {
  const commodity = commodityOf(item);
  const origins = new Set((item.Origin ?? []).map((origin) => origin.CountryCode));
  const date = on.slice(0, 10);
  const best = new Map<string, Measure>();
  for (const measure of country.tariff.measures) {
    if (!commodity.startsWith(measure.commodity)) continue;
    if (measure.origin !== undefined && !origins.has(measure.origin)) continue;
    if (date < measure.validFrom || (measure.validTo !== undefined && date >= measure.validTo))
      continue;
    const current = best.get(measure.taxType);
    if (current === undefined || specificity(measure) > specificity(current))
      best.set(measure.taxType, measure);
  }
  return [...best.values()];
}

function specificity(measure: Measure): number {
  return measure.commodity.length * 2 + (measure.origin === undefined ? 0 : 1);
}

function line(
  item: GoodsItem,
  sequence: number,
  measure: Measure,
  base: Decimal,
  country: Country,
): DutyLine {
  const places = country.currencyDecimals;
  const amount = base
    .times(measure.ratePercent)
    .div(100)
    .toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  const declared = item.Commodity?.DutyTaxFee ?? [];
  const same = declared.find((entry) => entry.TypeCode === measure.taxType) ?? declared[0];
  const method = same?.Payment?.MethodCode;
  return {
    item: sequence,
    taxType: measure.taxType,
    ...(declared[0]?.DutyRegimeCode === undefined ? {} : { regime: declared[0].DutyRegimeCode }),
    base: base.toFixed(places),
    ratePercent: new Decimal(measure.ratePercent).toFixed(2),
    amount: amount.toFixed(places),
    payable: amount.toFixed(places),
    ...(method === undefined ? {} : { method }),
    legalReference: measure.legalReference,
  };
}
