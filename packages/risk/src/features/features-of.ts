/** The row of features of one declaration: the same code when it is lodged and when it is played again. */
import { putDeclared, putDeclaredItem, totalValue } from "./declared-features.ts";
import type { RiskExtras } from "./extras.ts";
import type { RiskFacts, RiskItemFacts } from "./facts.ts";
import type { RiskRow } from "./feature.ts";
import type { History } from "./history.ts";
import { type HistoryView, type KeyFigures, WINDOWS_DAYS } from "./history-view.ts";
import { DECLARATION_KEYS, declarationKey, ITEM_KEYS, itemKey, type KeyKind } from "./keys.ts";
import { put, type RowValues } from "./row-values.ts";

/** Errors: CH4201 and CH4204, see `History.view`. */
export function featuresOf(facts: RiskFacts, history: History, extras: RiskExtras = {}): RiskRow {
  const view = history.view(facts.at, facts.caseId);
  const total = totalValue(facts.items);
  const declaration: RowValues = {};
  putDeclared(declaration, facts, total);
  for (const kind of DECLARATION_KEYS) {
    const key = declarationKey(kind, facts);
    if (key !== undefined) putKey(declaration, kind, view.key(key));
  }
  putNetwork(declaration, view, facts);
  putExtras(declaration, extras);
  // Items of one declaration share keys; each is read once.
  const read = new Map<string, KeyFigures>();
  const items = facts.items.map((item) => {
    const row: RowValues = {};
    putDeclaredItem(row, item, total);
    for (const kind of ITEM_KEYS) {
      const key = itemKey(kind, facts, item);
      if (key === undefined) continue;
      const figures = read.get(key) ?? view.key(key);
      read.set(key, figures);
      putKey(row, kind, figures);
    }
    putPrice(row, view, item);
    putTexts(row, extras, item.sequence);
    return row;
  });
  return { at: facts.at, declaration, items };
}

/** Names by kind of key, made once. */
const KEY_NAMES = new Map(
  [...DECLARATION_KEYS, ...ITEM_KEYS].map((kind) => [
    kind,
    {
      hitRate: `${kind}HitRate`,
      first: `${kind}DaysSinceFirst`,
      last: `${kind}DaysSinceLast`,
      windows: WINDOWS_DAYS.map((days) => ({
        declarations: `${kind}Declarations${days}`,
        controls: `${kind}Controls${days}`,
        hits: `${kind}Hits${days}`,
      })),
    },
  ]),
);

function putKey(row: RowValues, kind: KeyKind, figures: KeyFigures): void {
  const names = KEY_NAMES.get(kind);
  if (names === undefined) return;
  put(row, names.hitRate, figures.hitRate);
  put(row, names.first, figures.daysSinceFirst);
  put(row, names.last, figures.daysSinceLast);
  names.windows.forEach((window, index) => {
    const counts = figures.windows[index];
    put(row, window.declarations, counts?.declarations);
    put(row, window.controls, counts?.controls);
    put(row, window.hits, counts?.hits);
  });
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

function putPrice(row: RowValues, view: HistoryView, item: RiskItemFacts): void {
  const position = view.price(item);
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
