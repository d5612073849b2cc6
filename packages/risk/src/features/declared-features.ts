/** Features that need nothing but the declaration itself. */
import { DAY_MS } from "./day-counts.ts";
import type { RiskFacts, RiskItemFacts } from "./facts.ts";
import { momentMs } from "./moment.ts";
import { put, type RowValues } from "./row-values.ts";

const HOUR_MS = 3_600_000;

/** Facts that are features as they are. */
const DECLARATION_FACTS = [
  "direction",
  "office",
  "declarationType",
  "dataSet",
  "transportMode",
  "declarant",
  "representative",
  "importer",
  "exporter",
  "consignorCountry",
  "transportMeans",
  "containers",
  "totalPackages",
  "grossMassKg",
  "invoiceTotal",
  "currency",
] as const satisfies readonly (keyof RiskFacts)[];

const ITEM_FACTS = [
  "sequence",
  "commodity",
  "hs2",
  "hs4",
  "hs6",
  "origin",
  "dispatchCountry",
  "procedure",
  "previousProcedure",
  "netMassKg",
  "supplementaryQuantity",
  "value",
  "currency",
  "unitPrice",
  "description",
  "documents",
  "preference",
] as const satisfies readonly (keyof RiskItemFacts)[];

export function putDeclared(row: RowValues, facts: RiskFacts, total: number | undefined): void {
  const { items, containers, itemsLeftOut = 0, importer, declarant } = facts;
  const atMs = momentMs(facts.at);
  const netMassKg = sumOf(items.map((item) => item.netMassKg));
  for (const name of DECLARATION_FACTS) put(row, name, facts[name]);
  put(row, "containerCount", containers.length);
  put(row, "itemCount", items.length + itemsLeftOut);
  put(row, "itemsLeftOut", itemsLeftOut);
  put(row, "headingCount", distinct(items.map((item) => item.hs4)));
  put(row, "originCount", distinct(items.map((item) => item.origin)));
  put(row, "netMassKg", netMassKg);
  put(row, "massRatio", quotient(facts.grossMassKg, netMassKg));
  put(row, "valuePerKg", quotient(total, netMassKg));
  // The first of January 1970 was a Thursday.
  put(row, "weekday", ((Math.floor(atMs / DAY_MS) + 3) % 7) + 1);
  put(row, "hour", Math.floor((atMs % DAY_MS) / HOUR_MS));
  put(row, "declarantIsImporter", same(importer, declarant));
}

export function putDeclaredItem(
  row: RowValues,
  item: RiskItemFacts,
  total: number | undefined,
): void {
  for (const name of ITEM_FACTS) put(row, name, item[name]);
  put(row, "originIsDispatch", same(item.origin, item.dispatchCountry));
  put(row, "valueShare", quotient(item.value, total));
}

/** Sum of the item values, where all are known and of one currency. */
export function totalValue(items: readonly RiskItemFacts[]): number | undefined {
  const currencies = new Set(items.map(({ currency }) => currency));
  return currencies.size <= 1 ? sumOf(items.map(({ value }) => value)) : undefined;
}

/** Undefined unless every one is known: half a sum would look like a small one. */
function sumOf(values: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return values.length === 0 ? undefined : sum;
}

function quotient(of: number | undefined, by: number | undefined): number | undefined {
  return of === undefined || by === undefined || by <= 0 ? undefined : of / by;
}

function same(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other;
}

function distinct(values: readonly (string | undefined)[]): number {
  return new Set(values.filter((value) => value !== undefined)).size;
}
