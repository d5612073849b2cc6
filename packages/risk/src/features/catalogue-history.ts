/** Features from what was seen before. All of them are enforcement data: they tell who is looked at. */
import { type Words, words } from "@customhouse/model";
import type { FeatureDefinition, FeatureGroup, FeatureScope, FeatureType } from "./feature.ts";
import { WINDOWS_DAYS } from "./history-view.ts";
import { daysWords, keyWords } from "./history-words.ts";
import { DECLARATION_KEYS, ITEM_KEYS, type KeyKind } from "./keys.ts";

const KEY_GROUPS: Readonly<Record<KeyKind, FeatureGroup>> = {
  importer: "importer",
  declarant: "declarant",
  exporter: "exporter",
  office: "declaration",
  importerHs4: "importer",
  exporterHs6: "exporter",
  originHs6: "item",
};

type Named = readonly [name: string, type: FeatureType, description: Words];

function ofKey(kind: KeyKind, scope: FeatureScope): readonly FeatureDefinition[] {
  const windows = WINDOWS_DAYS.flatMap((days): readonly Named[] => [
    [`${kind}Declarations${days}`, "int", daysWords("declarations", kind, days)],
    [`${kind}Controls${days}`, "int", daysWords("controls", kind, days)],
    [`${kind}Hits${days}`, "int", daysWords("hits", kind, days)],
  ]);
  const others: readonly Named[] = [
    [`${kind}HitRate`, "double", keyWords("hitRate", kind)],
    [`${kind}DaysSinceFirst`, "int", keyWords("sinceFirst", kind)],
    [`${kind}DaysSinceLast`, "int", keyWords("sinceLast", kind)],
  ];
  return [...windows, ...others].map((named) => enforcement(scope, KEY_GROUPS[kind], named));
}

const NETWORK: readonly Named[] = [
  [
    "exportersOfImporter",
    "int",
    words(
      "Exporters that the importer was seen with.",
      "Exportateurs avec lesquels l’importateur a été vu.",
      "Exportadores con los que se ha visto al importador.",
      "المصدّرون الذين تعامل معهم المستورد.",
    ),
  ],
  [
    "importersOfExporter",
    "int",
    words(
      "Importers that the exporter was seen with.",
      "Importateurs avec lesquels l’exportateur a été vu.",
      "Importadores con los que se ha visto al exportador.",
      "المستوردون الذين تعامل معهم المصدّر.",
    ),
  ],
  [
    "importersAtAddress",
    "int",
    words(
      "Other importers at the address of the importer.",
      "Autres importateurs à l’adresse de l’importateur.",
      "Otros importadores en la dirección del importador.",
      "المستوردون الآخرون في عنوان المستورد.",
    ),
  ],
  [
    "partyDegree",
    "int",
    words(
      "Exporters, addresses and importers that the importer is linked with.",
      "Exportateurs, adresses et importateurs liés à l’importateur.",
      "Exportadores, direcciones e importadores vinculados al importador.",
      "المصدّرون والعناوين والمستوردون المرتبطون بالمستورد.",
    ),
  ],
  [
    "neighbourHits",
    "int",
    words(
      "Findings of one year at importers that share exporter or address.",
      "Constats d’un an chez les importateurs de même exportateur ou adresse.",
      "Hallazgos de un año en importadores con el mismo exportador o dirección.",
      "مخالفات سنة لدى مستوردين يشتركون في المصدّر أو العنوان.",
    ),
  ],
  [
    "phoenix",
    "bool",
    words(
      "A new importer with a known exporter or address of importers with findings.",
      "Un nouvel importateur dont l’exportateur ou l’adresse est déjà connu par des importateurs avec constats.",
      "Un importador nuevo cuyo exportador o dirección ya se conoce de importadores con hallazgos.",
      "مستورد جديد له مصدّر أو عنوان معروف لدى مستوردين وُجدت عندهم مخالفات.",
    ),
  ],
];
const PRICE: readonly Named[] = [
  [
    "priceDeviations",
    "double",
    words(
      "Deviations of the unit price from its subheading and origin.",
      "Écart du prix unitaire à sa sous-position et à son origine, en écarts-types.",
      "Desviación del precio unitario respecto de su subpartida y origen, en desviaciones típicas.",
      "انحراف سعر الوحدة عن المعتاد لبنده الفرعي ومنشئه، بالانحرافات المعيارية.",
    ),
  ],
  [
    "priceRatio",
    "double",
    words(
      "Unit price by the usual one of its subheading and origin.",
      "Prix unitaire rapporté au prix usuel de sa sous-position et de son origine.",
      "Precio unitario dividido por el habitual de su subpartida y origen.",
      "سعر الوحدة مقسوما على المعتاد لبنده الفرعي ومنشئه.",
    ),
  ],
  [
    "priceSupport",
    "double",
    words(
      "Recent prices behind the comparison.",
      "Prix récents sur lesquels repose la comparaison.",
      "Precios recientes en que se apoya la comparación.",
      "الأسعار الحديثة التي تستند إليها المقارنة.",
    ),
  ],
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
