/** Features from what was seen before. All of them are enforcement data: they tell who is looked at. */
import type { FeatureDefinition, FeatureGroup, FeatureScope, FeatureType } from "./feature.ts";
import { WINDOWS_DAYS } from "./history-view.ts";
import { DECLARATION_KEYS, ITEM_KEYS, type KeyKind } from "./keys.ts";

const KEY_WORDS: Readonly<Record<KeyKind, string>> = {
  importer: "the importer",
  declarant: "the declarant",
  exporter: "the exporter",
  office: "the office",
  importerHs4: "the importer in the heading",
  exporterHs6: "the exporter in the subheading",
  originHs6: "the origin in the subheading",
};
const KEY_GROUPS: Readonly<Record<KeyKind, FeatureGroup>> = {
  importer: "importer",
  declarant: "declarant",
  exporter: "exporter",
  office: "declaration",
  importerHs4: "importer",
  exporterHs6: "exporter",
  originHs6: "item",
};

type Named = readonly [name: string, type: FeatureType, description: string];

function ofKey(kind: KeyKind, scope: FeatureScope): readonly FeatureDefinition[] {
  const words = KEY_WORDS[kind];
  const windows = WINDOWS_DAYS.flatMap((days): readonly Named[] => [
    [`${kind}Declarations${days}`, "int", `Declarations of ${words} in ${days} days.`],
    [`${kind}Controls${days}`, "int", `Controls of ${words} in ${days} days.`],
    [`${kind}Hits${days}`, "int", `Controls of ${words} that found something in ${days} days.`],
  ]);
  const others: readonly Named[] = [
    [
      `${kind}HitRate`,
      "double",
      `Share of controls of ${words} with findings, smoothed, one year.`,
    ],
    [`${kind}DaysSinceFirst`, "int", `Days since ${words} was first seen; missing when new.`],
    [`${kind}DaysSinceLast`, "int", `Days since ${words} was last seen; missing when new.`],
  ];
  return [...windows, ...others].map((named) => enforcement(scope, KEY_GROUPS[kind], named));
}

const NETWORK: readonly Named[] = [
  ["exportersOfImporter", "int", "Exporters that the importer was seen with."],
  ["importersOfExporter", "int", "Importers that the exporter was seen with."],
  ["importersAtAddress", "int", "Other importers at the address of the importer."],
  ["partyDegree", "int", "Exporters, addresses and importers that the importer is linked with."],
  ["neighbourHits", "int", "Findings of one year at importers that share exporter or address."],
  [
    "phoenix",
    "bool",
    "A new importer with a known exporter or address of importers with findings.",
  ],
];
const PRICE: readonly Named[] = [
  ["priceDeviations", "double", "Deviations of the unit price from its subheading and origin."],
  ["priceRatio", "double", "Unit price by the usual one of its subheading and origin."],
  ["priceSupport", "double", "Recent prices behind the comparison."],
];

export const HISTORY_FEATURES: readonly FeatureDefinition[] = [
  ...DECLARATION_KEYS.flatMap((kind) => ofKey(kind, "declaration")),
  ...ITEM_KEYS.flatMap((kind) => ofKey(kind, "item")),
  ...NETWORK.map((named) => enforcement("declaration", "network", named)),
  ...PRICE.map((named) => enforcement("item", "price", named)),
];

function enforcement(
  scope: FeatureScope,
  group: FeatureGroup,
  [name, type, description]: Named,
): FeatureDefinition {
  return { name, type, scope, group, owner: "risk history", label: "enforcement", description };
}
