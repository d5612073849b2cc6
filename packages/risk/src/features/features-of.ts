/** The row of features of one declaration: the same code when it is lodged and when it is played again. */
import { localTime } from "@customhouse/model";
import { aboutDeclared } from "./declared-features.ts";
import type { RiskExtras } from "./extras.ts";
import type { RiskFacts } from "./facts.ts";
import type { RiskRow } from "./feature.ts";
import { ALL_FEATURES, type FeaturePlan, type KeyFeature } from "./feature-plan.ts";
import type { History } from "./history.ts";
import type { HistoryView, KeyFigures } from "./history-view.ts";
import { type ItemKeys, keysOf } from "./keys.ts";
import type { PricePosition } from "./price-memory.ts";
import { put, type RowValues } from "./row-values.ts";

/** Errors: CH4201 and CH4204, see `History.view`. */
export function featuresOf(
  facts: RiskFacts,
  history: History,
  extras: RiskExtras = {},
  plan: FeaturePlan = ALL_FEATURES,
): RiskRow {
  const view = history.view(facts.at, facts.caseId);
  const keys = keysOf(facts);
  const about = aboutDeclared(facts);
  const declaration: RowValues = { ...plan.empty.declaration };
  for (const { name, of } of plan.declared) put(declaration, name, of(about));
  for (const { kind, features } of plan.declarationKeys) {
    const key = keys.declaration[kind];
    if (key !== undefined) putKey(declaration, features, view.key(key));
  }
  if (plan.network) putNetwork(declaration, view, facts);
  putExtras(declaration, extras);
  const items = facts.items.map((item, at) => {
    const own = keys.items[at] as ItemKeys;
    const row: RowValues = { ...plan.empty.item };
    for (const { name, of } of plan.declaredOfItem) put(row, name, of(item, about));
    for (const { kind, features } of plan.itemKeys) {
      const key = own[kind];
      if (key !== undefined) putKey(row, features, view.key(key));
    }
    if (plan.price && own.price !== undefined) putPrice(row, view.price(item, own.price));
    putTexts(row, extras, item.sequence);
    return row;
  });
  const { day } = localTime(about.atMs, facts.offsetMinutes ?? 0);
  return { at: facts.at, day, declaration, items };
}

function putKey(row: RowValues, features: readonly KeyFeature[], figures: KeyFigures): void {
  for (const { name, of } of features) put(row, name, of(figures));
}

function putNetwork(row: RowValues, view: HistoryView, facts: RiskFacts): void {
  const network = view.network(facts);
  put(row, "exportersOfImporter", network.exportersOfImporter);
  put(row, "importersOfExporter", network.importersOfExporter);
  put(row, "importersAtAddress", network.importersAtAddress);
  put(row, "partyDegree", network.degree);
  put(row, "neighbourHits", network.neighbourHits);
  put(row, "phoenix", network.phoenix);
}

function putPrice(row: RowValues, position: PricePosition | undefined): void {
  put(row, "priceDeviations", position?.deviations);
  put(row, "priceRatio", position?.ratio);
  put(row, "priceSupport", position?.support);
}

function putExtras(row: RowValues, extras: RiskExtras): void {
  put(row, "declarantAuthorisations", extras.declarantAuthorisations);
  put(row, "importerAuthorisations", extras.importerAuthorisations);
  put(row, "cargoMismatches", extras.cargo?.mismatches);
  put(row, "cargoMassRatio", extras.cargo?.massRatio);
  put(row, "containerAlarms", extras.containers?.alarms);
  put(row, "screeningHits", extras.screening?.hits);
  put(row, "screeningScore", extras.screening?.bestScore);
}

function putTexts(row: RowValues, { texts }: RiskExtras, sequence: number): void {
  const found = texts !== undefined && Object.hasOwn(texts, sequence) ? texts[sequence] : undefined;
  put(row, "vagueDescription", found?.vague);
  put(row, "headingScore", found?.headingScore);
}
