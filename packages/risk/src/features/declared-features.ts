/** Features that need nothing but the declaration itself. */
import { localTime } from "@customhouse/model";
import type { RiskFacts, RiskItemFacts } from "./facts.ts";
import type { FeatureValue } from "./feature.ts";
import { momentMs } from "./moment.ts";

const MINUTES_AN_HOUR = 60;

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

/** A declaration with what several of its features are made of. */
export interface DeclaredAbout {
  readonly facts: RiskFacts;
  readonly atMs: number;
  readonly totalValue: number | undefined;
  readonly netMassKg: number | undefined;
}

export function aboutDeclared(facts: RiskFacts): DeclaredAbout {
  return {
    facts,
    atMs: momentMs(facts.at),
    totalValue: totalValue(facts.items),
    netMassKg: sumOf(facts.items.map((item) => item.netMassKg)),
  };
}

export interface DeclaredFeature {
  readonly name: string;
  readonly of: (about: DeclaredAbout) => FeatureValue | undefined;
}

export const DECLARED: readonly DeclaredFeature[] = [
  ...DECLARATION_FACTS.map((name) => ({
    name,
    of: ({ facts }: DeclaredAbout) => facts[name],
  })),
  { name: "containerCount", of: ({ facts }) => facts.containers.length },
  { name: "itemCount", of: ({ facts }) => facts.items.length + (facts.itemsLeftOut ?? 0) },
  { name: "itemsLeftOut", of: ({ facts }) => facts.itemsLeftOut ?? 0 },
  { name: "headingCount", of: ({ facts }) => distinct(facts.items.map((item) => item.hs4)) },
  { name: "originCount", of: ({ facts }) => distinct(facts.items.map((item) => item.origin)) },
  { name: "netMassKg", of: ({ netMassKg }) => netMassKg },
  { name: "massRatio", of: ({ facts, netMassKg }) => quotient(facts.grossMassKg, netMassKg) },
  { name: "valuePerKg", of: (about) => quotient(about.totalValue, about.netMassKg) },
  { name: "weekday", of: (about) => localOf(about).weekday },
  { name: "hour", of: (about) => Math.floor(localOf(about).minute / MINUTES_AN_HOUR) },
  { name: "declarantIsImporter", of: ({ facts }) => same(facts.importer, facts.declarant) },
];

function localOf({ facts, atMs }: DeclaredAbout) {
  return localTime(atMs, facts.offsetMinutes ?? 0);
}

export interface DeclaredItemFeature {
  readonly name: string;
  readonly of: (item: RiskItemFacts, about: DeclaredAbout) => FeatureValue | undefined;
}

export const DECLARED_OF_ITEM: readonly DeclaredItemFeature[] = [
  ...ITEM_FACTS.map((name) => ({ name, of: (item: RiskItemFacts) => item[name] })),
  { name: "originIsDispatch", of: ({ origin, dispatchCountry }) => same(origin, dispatchCountry) },
  { name: "valueShare", of: ({ value }, about) => quotient(value, about.totalValue) },
];

/** Sum of the item values, where all are known and of one currency. */
function totalValue(items: readonly RiskItemFacts[]): number | undefined {
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
