/** The keys under which the history counts. A feature's name begins with the kind of its key. */
import type { RiskFacts, RiskItemFacts } from "./facts.ts";

export const DECLARATION_KEYS = ["importer", "declarant", "exporter", "office"] as const;
export const ITEM_KEYS = ["importerHs4", "exporterHs6", "originHs6"] as const;

export type DeclarationKeyKind = (typeof DECLARATION_KEYS)[number];
export type ItemKeyKind = (typeof ITEM_KEYS)[number];
export type KeyKind = DeclarationKeyKind | ItemKeyKind;

/** Everything together: gives the usual hit rate that rates of small keys lean on. */
export const ALL_KEY = "all:";

/** What of an item the keys are made of. */
export type CountedItem = Pick<RiskItemFacts, "sequence" | "hs4" | "hs6" | "origin" | "currency">;

/** What of a declaration the keys are made of: all that the history keeps of a case. */
export interface CountedFacts
  extends Pick<RiskFacts, "importer" | "declarant" | "exporter" | "office" | "importerAddress"> {
  readonly items: readonly CountedItem[];
}

export function countedFacts(facts: RiskFacts): CountedFacts {
  const { importer, declarant, exporter, office, importerAddress } = facts;
  const items = facts.items.map(({ sequence, hs4, hs6, origin, currency }) => ({
    sequence,
    hs4,
    hs6,
    origin,
    currency,
  }));
  return { importer, declarant, exporter, office, importerAddress, items };
}

function declarationKey(kind: DeclarationKeyKind, facts: CountedFacts): string | undefined {
  return facts[kind] === undefined ? undefined : `${kind}:${facts[kind]}`;
}

/** Of the unit price: the subheading with its origin, and the heading. Prices of two currencies never mix. */
export interface PriceKeys {
  readonly cell: string;
  readonly heading: string;
}

export interface ItemKeys extends Readonly<Record<ItemKeyKind, string | undefined>> {
  readonly price: PriceKeys | undefined;
}

export interface CaseKeys {
  readonly declaration: Readonly<Record<DeclarationKeyKind, string | undefined>>;
  /** In the order of the items. */
  readonly items: readonly ItemKeys[];
}

let last: { readonly facts: CountedFacts; readonly keys: CaseKeys } | undefined;

/** A declaration is looked at and then entered: its keys, which are dear to put together, are made once for both. */
export function keysOf(facts: CountedFacts): CaseKeys {
  if (last?.facts !== facts) last = { facts, keys: madeKeys(facts) };
  return last.keys;
}

function madeKeys(facts: CountedFacts): CaseKeys {
  const { importer, exporter } = facts;
  return {
    declaration: {
      importer: declarationKey("importer", facts),
      declarant: declarationKey("declarant", facts),
      exporter: declarationKey("exporter", facts),
      office: declarationKey("office", facts),
    },
    items: facts.items.map((item) => ({
      importerHs4: pair("importerHs4", importer, item.hs4),
      exporterHs6: pair("exporterHs6", exporter, item.hs6),
      originHs6: pair("originHs6", item.origin, item.hs6),
      price: priceKeys(item),
    })),
  };
}

export function priceKeys(item: CountedItem): PriceKeys | undefined {
  const { hs4, hs6, origin, currency = "" } = item;
  if (hs4 === undefined || hs6 === undefined || origin === undefined) return undefined;
  return { cell: `price6:${hs6}|${origin}|${currency}`, heading: `price4:${hs4}|${currency}` };
}

/**
 * Links that a declaration shows, each in both directions: key of the one, and the other. A party is told by the key under
 * which it is counted, so that what is known of neighbours is found as they stand there.
 */
export function linksOf(facts: CountedFacts): readonly (readonly [string, string])[] {
  const { importerAddress } = facts;
  const { importer, exporter } = keysOf(facts).declaration;
  const links: [string, string][] = [];
  if (importer !== undefined && exporter !== undefined) {
    links.push([exportersOf(importer), exporter], [importersOf(exporter), importer]);
  }
  if (importer !== undefined && importerAddress !== undefined) {
    links.push([addressesOf(importer), importerAddress], [importersAt(importerAddress), importer]);
  }
  return links;
}

export const exportersOf = (importer: string) => `exportersOf ${importer}`;
export const importersOf = (exporter: string) => `importersOf ${exporter}`;
export const addressesOf = (importer: string) => `addressesOf ${importer}`;
export const importersAt = (address: string) => `importersAt ${address}`;

/** Every counted key of a declaration, with the item that it is about; null: the whole. Items can share a key. */
export function eachKey(
  facts: CountedFacts,
  visit: (key: string, item: number | null) => void,
): void {
  const keys = keysOf(facts);
  visit(ALL_KEY, null);
  for (const kind of DECLARATION_KEYS) {
    const key = keys.declaration[kind];
    if (key !== undefined) visit(key, null);
  }
  facts.items.forEach(({ sequence }, at) => {
    for (const kind of ITEM_KEYS) {
      const key = keys.items[at]?.[kind];
      if (key !== undefined) visit(key, sequence);
    }
  });
}

/** Each of them once, with the items that it is about; null: the whole declaration. */
export function countedKeys(facts: CountedFacts): ReadonlyMap<string, readonly number[] | null> {
  const keys = new Map<string, number[] | null>();
  eachKey(facts, (key, item) => {
    const known = keys.get(key);
    if (item === null) keys.set(key, null);
    else if (known) known.push(item);
    else keys.set(key, [item]);
  });
  return keys;
}

function pair(kind: string, one: string | undefined, other: string | undefined) {
  return one === undefined || other === undefined ? undefined : `${kind}:${one}|${other}`;
}
