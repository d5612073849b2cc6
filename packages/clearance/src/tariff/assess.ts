/**
 * The debt of a declaration, line by line: which measures apply, on what base, at what rate, what relief takes away.
 * Pure and exact; each amount is rounded once, as its tax says. What cannot be known gives no line but a finding:
 * nothing is invented.
 */
import type { AsOf, Country, Declaration, DutyStep, Measure, TaxRule } from "@customhouse/model";
import { Decimal } from "decimal.js";
import type { DutyLine } from "../case.ts";
import { goodsItems } from "../facts.ts";
import { chooseMeasures } from "./choose-measures.ts";
import { type CompiledTariff, compileTariff } from "./compile.ts";
import { customsValues, type ItemValue, publishedRate } from "./customs-value.ts";
import { type ItemFacts, itemFacts } from "./item-facts.ts";
import { quantityIn } from "./quantities.ts";
import { evaluate, type Unknown } from "./rate.ts";
import { reliefOf } from "./relief.ts";
import { rounded } from "./rounding.ts";

/** A line and how it came about. */
export interface ExplainedLine extends DutyLine {
  readonly steps: readonly DutyStep[];
}

/** A claim on a tariff quota, for the ledger to allocate. */
export interface QuotaClaim {
  readonly item: number;
  readonly orderNumber: string;
  /** Exact decimal in kilograms, or in the unit of the measure's rate. */
  readonly quantity: string;
  readonly unit: string;
}

export interface DutyFinding {
  readonly item: number;
  readonly code:
    | "value-unknown"
    | "no-measure"
    | "quantity-unknown"
    | "exchange-rate-unknown"
    | "document-would-help";
  /** The unit, currency, commodity or documents concerned. */
  readonly detail: string;
}

export interface Assessment {
  readonly lines: readonly ExplainedLine[];
  readonly quotaClaims: readonly QuotaClaim[];
  readonly findings: readonly DutyFinding[];
}

/** Legal days. `on`: of acceptance; `knownOn`: with what was known then, by default on the same day. */
export interface AssessAt {
  readonly on: string;
  readonly knownOn?: string;
}

/** With what was known on the day itself unless it is said. */
export function asOfDay({ on, knownOn = on }: AssessAt): AsOf {
  return { on, knownOn };
}

export function assess(declaration: Declaration, country: Country, at: AssessAt): Assessment {
  const asOf = asOfDay(at);
  const tariff = compileTariff(country.tariff);
  const items = goodsItems(declaration).map((item, index) =>
    itemFacts(item, index + 1, declaration),
  );
  const values = customsValues(items, declaration, tariff, country.currency, asOf);
  const found = items.map((facts, index) =>
    assessItem({ facts, value: values[index], tariff, country, asOf }),
  );
  return {
    lines: found.flatMap((one) => one.lines),
    quotaClaims: found.flatMap((one) => one.quotaClaims),
    findings: found.flatMap((one) => one.findings),
  };
}

/** The lines as they are kept: the steps can be computed again at any time. */
export function assessDuty(
  declaration: Declaration,
  country: Country,
  on: string,
): readonly DutyLine[] {
  return assess(declaration, country, { on }).lines.map(({ steps: _steps, ...line }) => line);
}

export function totalPayable(lines: readonly DutyLine[], country: Country): string {
  const total = lines.reduce((sum, line) => sum.plus(line.payable), new Decimal(0));
  return total.toFixed(country.currencyDecimals);
}

interface ItemAssessment {
  readonly facts: ItemFacts;
  readonly value: ItemValue | undefined;
  readonly tariff: CompiledTariff;
  readonly country: Country;
  readonly asOf: AsOf;
}

function assessItem(work: ItemAssessment): Assessment {
  const { facts, value, tariff, asOf } = work;
  const item = facts.sequence;
  if (value === undefined) {
    return { lines: [], quotaClaims: [], findings: [{ item, code: "value-unknown", detail: "" }] };
  }
  const choice = chooseMeasures(tariff, facts, asOf);
  const lines: ExplainedLine[] = [];
  const findings: DutyFinding[] = choice.lackDocuments.map((measure) => ({
    item,
    code: "document-would-help",
    detail: `${measure.id}: ${measure.documents?.join(", ")}`,
  }));
  if (choice.measures.length === 0)
    findings.push({ item, code: "no-measure", detail: facts.commodity });
  const regime = regimeOf(choice.measures, facts);
  const sofar = new Amounts();
  for (const measure of choice.measures) {
    const line = assessLine(work, value, measure, regime, sofar);
    if (line === "silent") continue;
    if ("unknown" in line)
      findings.push({ item, code: `${line.unknown}-unknown`, detail: line.detail });
    else lines.push(line);
  }
  return {
    lines: [...lines, ...securities(lines, work)],
    quotaClaims: choice.measures.flatMap((measure) => claimOf(measure, work)),
    findings,
  };
}

/** The regime of the measure that was granted, which all lines of the item name. */
function regimeOf(measures: readonly Measure[], facts: ItemFacts): string | undefined {
  return measures.find((measure) => measure.regime !== undefined)?.regime ?? facts.regime;
}

/** The amounts of the taxes of the item that were calculated before, by type. */
class Amounts {
  readonly #sums = new Map<string, { due: Decimal; payable: Decimal; told: Decimal }>();

  add(taxType: string, more: { due: Decimal; payable: Decimal; told: Decimal }): void {
    const before = this.#sums.get(taxType);
    this.#sums.set(
      taxType,
      before === undefined
        ? more
        : {
            due: before.due.plus(more.due),
            payable: before.payable.plus(more.payable),
            told: before.told.plus(more.told),
          },
    );
  }

  of(taxType: string, by: "due" | "payable"): Decimal {
    return this.#sums.get(taxType)?.[by] ?? new Decimal(0);
  }

  /** Whether any of these would be due if no relief deducted it. */
  told(taxes: TaxRule["base"]["taxes"]): boolean {
    return taxes.some(({ taxType }) => this.#sums.get(taxType)?.told.greaterThan(0) === true);
  }
}

function assessLine(
  work: ItemAssessment,
  value: ItemValue,
  measure: Measure,
  regime: string | undefined,
  sofar: Amounts,
): ExplainedLine | Unknown | "silent" {
  const { facts, tariff, country, asOf } = work;
  const { taxType, rate } = measure;
  const rule = tariff.taxes.get(taxType);
  if (rule === undefined) throw new Error(`the tariff has no rule for the tax ${taxType}`);
  if (rule.silentWithoutBase === true && !sofar.told(rule.base.taxes)) return "silent";
  const base = baseOf(rule.base, value, sofar);
  const steps: DutyStep[] = [];
  const exact = evaluate(rate, {
    base,
    currency: country.currency,
    quantity: (unit) => quantityIn(unit, facts, tariff),
    exchangeRate: (currency) => publishedRate(currency, tariff, asOf),
    steps,
  });
  if (!(exact instanceof Decimal)) return exact;
  const full = rounded(exact, rule.rounding);
  const relief = reliefOf(taxType, facts, tariff);
  const zero = new Decimal(0);
  const due = relief?.effect === "deduct" || relief?.effect === "forgive" ? zero : full;
  const payable = relief === undefined ? full : zero;
  const inBase = relief?.staysInBase === true ? full : due;
  sofar.add(taxType, {
    due: inBase,
    payable: relief?.staysInBase === true ? full : payable,
    told: relief?.effect === "forgive" ? zero : full,
  });
  const places = country.currencyDecimals;
  const isAdValorem = "percent" in rate;
  const method = methodOf(facts, taxType);
  return {
    item: facts.sequence,
    taxType,
    ...(regime === undefined ? {} : { regime }),
    ...(isAdValorem ? { base: base.toFixed(places), ratePercent: twoDecimals(rate.percent) } : {}),
    ...(relief?.effect === "deduct" ? { deducted: full.toFixed(places) } : {}),
    amount: due.toFixed(places),
    payable: payable.toFixed(places),
    ...(method === undefined ? {} : { method }),
    ...(relief === undefined ? {} : { relief: relief.id }),
    measure: measure.id,
    legalReference: measure.legalReference,
    steps,
  };
}

function twoDecimals(percent: string): string {
  return new Decimal(percent).toFixed(2);
}

function baseOf(rule: TaxRule["base"], value: ItemValue, sofar: Amounts): Decimal {
  let base = rule.customsValue ? value.value : new Decimal(0);
  for (const { taxType, by } of rule.taxes) base = base.plus(sofar.of(taxType, by));
  for (const code of rule.costs ?? []) base = base.plus(value.elsewhere.get(code) ?? 0);
  return base;
}

function methodOf({ item }: ItemFacts, taxType: string): string | undefined {
  const declared = item.Commodity?.DutyTaxFee ?? [];
  const same = declared.find((entry) => entry.TypeCode === taxType) ?? declared[0];
  return same?.Payment?.MethodCode;
}

/** Suspended and relieved amounts that are secured are told on lines of their own, without anything to pay. */
function securities(
  lines: readonly ExplainedLine[],
  work: ItemAssessment,
): readonly ExplainedLine[] {
  return lines.flatMap((line) => {
    const security = reliefOf(line.taxType, work.facts, work.tariff)?.security;
    if (security === undefined || !work.tariff.order.has(line.taxType)) return [];
    const amount = new Decimal(line.deducted ?? line.amount);
    if (amount.isZero() || !security.applies) return [];
    const { item, legalReference } = line;
    return [
      {
        item,
        taxType: security.taxType,
        amount: amount.toFixed(work.country.currencyDecimals),
        payable: new Decimal(0).toFixed(work.country.currencyDecimals),
        secures: line.taxType,
        legalReference,
        steps: [],
      },
    ];
  });
}

function claimOf(measure: Measure, { facts, tariff }: ItemAssessment): readonly QuotaClaim[] {
  const { quotaOrderNumber } = measure;
  if (quotaOrderNumber === undefined) return [];
  const unit = "amount" in measure.rate ? measure.rate.unit : "KGM";
  const quantity = quantityIn(unit, facts, tariff);
  if (quantity === undefined) return [];
  return [
    { item: facts.sequence, orderNumber: quotaOrderNumber, quantity: quantity.toFixed(), unit },
  ];
}
