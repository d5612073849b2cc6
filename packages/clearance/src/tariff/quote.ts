/**
 * What goods would cost at the border, before anything is lodged: the same assessment as a declaration's, on a
 * declaration made of what the asker knows, with what stands in the way.
 */
import { type Country, type Declaration, holds } from "@customhouse/model";
import { Decimal } from "decimal.js";
import { goodsItems } from "../facts.ts";
import {
  type AssessAt,
  asOfDay,
  assess,
  type DutyFinding,
  type ExplainedLine,
  totalPayable,
} from "./assess.ts";
import { compileTariff } from "./compile.ts";
import { customsValues } from "./customs-value.ts";
import { itemFacts } from "./item-facts.ts";

export interface QuoteGoods {
  /** Digits of the nomenclature. */
  readonly commodity: string;
  /** ISO 3166-1 alpha-2. */
  readonly origin?: string;
  /** Exact decimal. */
  readonly price: string;
  /** ISO 4217; absent: the country's. */
  readonly currency?: string;
  readonly regime?: string;
  readonly procedure?: string;
  readonly additionalCodes?: readonly string[];
  /** Codes of documents that could be declared, for example `N954`. */
  readonly documents?: readonly string[];
  readonly quotaOrderNumber?: string;
  readonly netWeightKg?: string;
  readonly grossWeightKg?: string;
  readonly quantity?: { readonly amount: string; readonly unit: string };
}

export interface QuoteRequest {
  readonly goods: readonly QuoteGoods[];
  /** Incoterms code. */
  readonly deliveryTerms?: string;
  /** Costs of the whole shipment, by code of the country's list. */
  readonly costs?: readonly {
    readonly code: string;
    readonly amount: string;
    readonly currency?: string;
  }[];
}

export interface Quote {
  readonly currency: string;
  readonly items: readonly {
    readonly item: number;
    /** Absent when it cannot be known. */
    readonly customsValue?: string;
    readonly lines: readonly ExplainedLine[];
  }[];
  /** Duties and taxes to be paid. */
  readonly payable: string;
  /** Customs value and what is to be paid. Absent when a value cannot be known. */
  readonly landedCost?: string;
  /** Checks by agencies that these goods would meet. */
  readonly checks: readonly {
    readonly item: number;
    readonly agency: string;
    readonly check: string;
  }[];
  readonly findings: readonly DutyFinding[];
}

const QUOTE_PROCEDURE = "40";

export function declarationOfQuote(request: QuoteRequest): Declaration {
  return {
    GoodsShipment: {
      ...(request.deliveryTerms === undefined
        ? {}
        : { TradeTerms: { ConditionCode: request.deliveryTerms } }),
      CustomsValuation: {
        ChargeDeduction: (request.costs ?? []).map(({ code, amount, currency }) => ({
          ChargesTypeCode: code,
          OtherChargeDeductionAmount: amount,
          ...(currency === undefined ? {} : { "OtherChargeDeductionAmount@currencyID": currency }),
        })),
      },
      GovernmentAgencyGoodsItem: request.goods.map(itemOf),
    },
  };
}

function itemOf(goods: QuoteGoods) {
  const { quantity, netWeightKg, grossWeightKg } = goods;
  return {
    GovernmentProcedure: [{ CurrentCode: goods.procedure ?? QUOTE_PROCEDURE }],
    ...(goods.origin === undefined ? {} : { Origin: [{ CountryCode: goods.origin }] }),
    AdditionalDocument: (goods.documents ?? []).map((code) => ({
      CategoryCode: code.slice(0, 1),
      TypeCode: code.slice(1),
    })),
    Commodity: {
      Classification: [
        { ID: goods.commodity, IdentificationTypeCode: "TSP" },
        ...(goods.additionalCodes ?? []).map((ID) => ({ ID, IdentificationTypeCode: "GN" })),
      ],
      DutyTaxFee: [
        {
          ...(goods.regime === undefined ? {} : { DutyRegimeCode: goods.regime }),
          ...(goods.quotaOrderNumber === undefined ? {} : { QuotaOrderID: goods.quotaOrderNumber }),
        },
      ],
      GoodsMeasure: {
        ...(grossWeightKg === undefined ? {} : { GrossMassMeasure: grossWeightKg }),
        ...(netWeightKg === undefined ? {} : { NetNetWeightMeasure: netWeightKg }),
        ...(quantity === undefined
          ? {}
          : { TariffQuantity: quantity.amount, "TariffQuantity@unitCode": quantity.unit }),
      },
      InvoiceLine: {
        ItemChargeAmount: goods.price,
        ...(goods.currency === undefined ? {} : { "ItemChargeAmount@currencyID": goods.currency }),
      },
    },
  };
}

/** `declaration`: a whole one, or what `declarationOfQuote` makes. */
export function quote(declaration: Declaration, country: Country, at: AssessAt): Quote {
  const assessment = assess(declaration, country, at);
  const items = goodsItems(declaration);
  const values = customsValues(
    items.map((item, index) => itemFacts(item, index + 1, declaration)),
    declaration,
    compileTariff(country.tariff),
    country.currency,
    asOfDay(at),
  );
  const payable = totalPayable(assessment.lines, country);
  const known = values.every((value) => value !== undefined);
  const total = values.reduce((sum, value) => sum.plus(value?.value ?? 0), new Decimal(payable));
  const places = country.currencyDecimals;
  return {
    currency: country.currency,
    items: items.map((_item, index) => ({
      item: index + 1,
      ...(values[index] === undefined ? {} : { customsValue: values[index].value.toFixed(places) }),
      lines: assessment.lines.filter((line) => line.item === index + 1),
    })),
    payable,
    ...(known ? { landedCost: total.toFixed(places) } : {}),
    checks: items.flatMap((item, index) =>
      country.agencies.flatMap((agency) =>
        agency.checks
          .filter((check) => holds(check.when, item, declaration))
          .map((check) => ({ item: index + 1, agency: agency.code, check: check.code })),
      ),
    ),
    findings: assessment.findings,
  };
}
