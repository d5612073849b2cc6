/** Reads the facts of a risk run from a declaration of any country's profile. */
import type { Declaration, GovernmentAgencyGoodsItem } from "@customhouse/model";
import { FACT_LIMITS, type RiskFacts, type RiskItemFacts } from "./facts.ts";
import { addressKey, type PartyLike, partyKey } from "./party-key.ts";

/** What the case knows and the message does not say, or says by the country's profile only. */
export interface FactsContext {
  readonly caseId: string;
  /** Moment of the risk run, ISO instant in UTC. */
  readonly at: string;
  /** How far the clocks of the country are before UTC then. */
  readonly offsetMinutes?: number;
  readonly direction?: string;
  readonly office?: string;
  readonly dataSet?: string;
}

export function factsOf(declaration: Declaration, context: FactsContext): RiskFacts {
  const shipment = declaration.GoodsShipment;
  const items = shipment?.GovernmentAgencyGoodsItem ?? [];
  const importer = firstParty(shipment?.Importer, shipment?.Consignee, shipment?.Buyer);
  const exporter = firstParty(declaration.Exporter, shipment?.Consignor, shipment?.Seller);
  const border = declaration.BorderTransportMeans ?? shipment?.Consignment?.ArrivalTransportMeans;
  const leftOut = items.length - FACT_LIMITS.items;
  return {
    caseId: context.caseId,
    at: context.at,
    // Facts of a country on UTC are as they were before there was an offset.
    offsetMinutes: context.offsetMinutes === 0 ? undefined : context.offsetMinutes,
    direction: context.direction,
    office: context.office ?? text(declaration.DeclarationOfficeID),
    declarationType: text(declaration.TypeCode),
    dataSet: context.dataSet,
    transportMode: text(border?.ModeCode),
    declarant: partyKey(declaration.Declarant),
    representative: partyKey(declaration.Agent),
    importer: importer.key,
    exporter: exporter.key,
    importerAddress: addressKey(importer.party?.Address),
    consignorCountry: text((shipment?.Consignor ?? exporter.party)?.Address?.CountryCode),
    transportMeans: text(border?.ID),
    containers: containersOf(declaration),
    totalPackages: wholeOf(declaration.TotalPackageQuantity),
    grossMassKg: kilograms(
      declaration.TotalGrossMassMeasure,
      declaration["TotalGrossMassMeasure@unitCode"],
    ),
    invoiceTotal: numberOf(declaration.InvoiceAmount),
    currency: text(declaration["InvoiceAmount@currencyID"]),
    items: items
      .slice(0, FACT_LIMITS.items)
      .map((item, index) => itemFactsOf(item, index + 1, declaration)),
    itemsLeftOut: leftOut > 0 ? leftOut : undefined,
  };
}

function itemFactsOf(
  item: GovernmentAgencyGoodsItem,
  position: number,
  declaration: Declaration,
): RiskItemFacts {
  const measure = item.Commodity?.GoodsMeasure;
  const netMassKg = kilograms(
    measure?.NetNetWeightMeasure,
    measure?.["NetNetWeightMeasure@unitCode"],
  );
  const [value, currency] = itemValue(item);
  const commodity = commodityOf(item);
  const origins = item.Origin ?? [];
  const sequence = Number(item.SequenceNumeric);
  const procedure = item.GovernmentProcedure?.[0];
  return {
    sequence: Number.isInteger(sequence) && sequence > 0 ? sequence : position,
    commodity,
    hs2: prefix(commodity, 2),
    hs4: prefix(commodity, 4),
    hs6: prefix(commodity, 6),
    origin: text((origins.find((entry) => entry.TypeCode !== "2") ?? origins[0])?.CountryCode),
    dispatchCountry: text(item.ExportCountry?.ID ?? declaration.GoodsShipment?.ExportCountry?.ID),
    procedure: text(procedure?.CurrentCode),
    previousProcedure: text(procedure?.PreviousCode),
    netMassKg,
    supplementaryQuantity: numberOf(measure?.TariffQuantity),
    value,
    currency,
    unitPrice:
      value !== undefined && netMassKg !== undefined && netMassKg > 0
        ? finite(value / netMassKg)
        : undefined,
    description: text(item.Commodity?.Description),
    documents: (item.AdditionalDocument ?? [])
      .slice(0, FACT_LIMITS.documentsAnItem)
      .flatMap((entry) => text((entry.CategoryCode ?? "") + (entry.TypeCode ?? "")) ?? []),
    preference: text(
      item.Commodity?.DutyTaxFee?.find((fee) => fee.DutyRegimeCode !== undefined)?.DutyRegimeCode,
    ),
  };
}

/** Commodity code and its national extension as declared; of several catalogues the nomenclature's. */
function commodityOf(item: GovernmentAgencyGoodsItem): string | undefined {
  const entries = item.Commodity?.Classification ?? [];
  const part = (type: string) =>
    entries.find((entry) => entry.IdentificationTypeCode === type)?.ID ?? "";
  const digits = (part("TSP") + part("TRC") || (entries[0]?.ID ?? "")).replace(/\D/g, "");
  return digits === "" ? undefined : digits.slice(0, FACT_LIMITS.keyLength);
}

function itemValue(item: GovernmentAgencyGoodsItem): [number | undefined, string | undefined] {
  const statistical = numberOf(item.StatisticalValueAmount);
  if (statistical !== undefined) {
    return [statistical, text(item["StatisticalValueAmount@currencyID"])];
  }
  const line = item.Commodity?.InvoiceLine;
  const charged = numberOf(line?.ItemChargeAmount);
  if (charged !== undefined) return [charged, text(line?.["ItemChargeAmount@currencyID"])];
  const customs = numberOf(item.CustomsValueAmount);
  return customs === undefined
    ? [undefined, undefined]
    : [customs, text(item["CustomsValueAmount@currencyID"])];
}

/** Numbers of the containers that a declaration names, each once. */
export function containersOf(declaration: Declaration): readonly string[] {
  const ids = new Set<string>();
  const add = (equipment: readonly { readonly ID?: string }[] | undefined) => {
    for (const { ID } of equipment ?? []) {
      const id = text(ID);
      if (id !== undefined && ids.size < FACT_LIMITS.containers) ids.add(id);
    }
  };
  add(declaration.GoodsShipment?.Consignment?.TransportEquipment);
  for (const item of declaration.GoodsShipment?.GovernmentAgencyGoodsItem ?? [])
    add(item.Commodity?.TransportEquipment);
  return [...ids];
}

type Party = PartyLike | undefined;

/** The first that says who it is, with its key. */
function firstParty(...parties: readonly Party[]): {
  readonly party: Party;
  readonly key?: string;
} {
  for (const party of parties) {
    const key = partyKey(party);
    if (key !== undefined) return { party, key };
  }
  return { party: undefined };
}

function text(value: string | undefined): string | undefined {
  const trimmed = value?.trim().slice(0, FACT_LIMITS.textLength);
  return trimmed === "" ? undefined : trimmed;
}

const DECIMAL = /^[+-]?\d{1,20}(?:\.\d{1,10})?$/;

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && DECIMAL.test(value) ? Number(value) : undefined;
}

function wholeOf(value: string | undefined): number | undefined {
  const number = numberOf(value);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** UN/ECE Recommendation 20 units of mass; a measure in any other unit is no mass. */
const KILOGRAMS: Readonly<Record<string, number>> = { KGM: 1, GRM: 0.001, TNE: 1000 };

function kilograms(value: string | undefined, unit = "KGM"): number | undefined {
  const measured = numberOf(value);
  const factor = Object.hasOwn(KILOGRAMS, unit) ? KILOGRAMS[unit] : undefined;
  return measured === undefined || factor === undefined ? undefined : measured * factor;
}

function prefix(digits: string | undefined, length: number): string | undefined {
  return digits !== undefined && digits.length >= length ? digits.slice(0, length) : undefined;
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
