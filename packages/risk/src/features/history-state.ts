/** What the history holds, and how one event is folded into it. */
import { DAY_MS } from "@customhouse/model";
import {
  addOne,
  type DayCounts,
  emptyDayCounts,
  KEPT_DAYS,
  type Sighting,
  sight,
} from "./day-counts.ts";
import type { ControlResult, RiskFacts } from "./facts.ts";
import type { KeyStore } from "./key-store.ts";
import { type CountedFacts, countedFacts, countedKeys, eachKey, keysOf, linksOf } from "./keys.ts";
import { addLink, emptyLinks, type Links } from "./links.ts";
import { type AddedPrice, addPrice, emptyPriceSums, type PriceSums } from "./price-memory.ts";

/** What is kept of a case, so that its result finds its keys and its own features can leave it out. */
export interface CaseRecord {
  readonly lodgedMs: number;
  readonly facts: CountedFacts;
  readonly prices: readonly AddedPrice[];
  /** Of results that say it was controlled: the day, and the items found; null: the whole, none: in order. */
  readonly results: [day: number, found: readonly number[] | null][];
}

export interface HistoryState {
  readonly counts: KeyStore<DayCounts>;
  readonly prices: KeyStore<PriceSums>;
  readonly links: KeyStore<Links>;
  readonly cases: KeyStore<CaseRecord>;
  /** Results of cases that are not known, or no longer. */
  orphans: number;
}

/** Facts and prices of a case do not change. */
export function copyCase(known: CaseRecord): CaseRecord {
  return { ...known, results: [...known.results] };
}

/** A case that is lodged again (an amendment, a second run) counts once, as it was first lodged. */
export function foldLodged(state: HistoryState, lodged: RiskFacts, atMs: number): void {
  if (state.cases.get(lodged.caseId) !== undefined) return;
  const day = Math.floor(atMs / DAY_MS);
  const facts = countedFacts(lodged);
  const sighting: Sighting = { atMs, caseId: lodged.caseId };
  eachKey(lodged, (key) => {
    const record = state.counts.touch(key, emptyDayCounts);
    // Items that share a key are one declaration of it.
    if (record.last === sighting) return;
    addOne(record, day, "declarations");
    sight(record, sighting);
  });
  for (const [from, to] of linksOf(lodged)) addLink(state.links.touch(from, emptyLinks), to);
  const prices = foldPrices(state, lodged, atMs);
  state.cases.touch(lodged.caseId, () => ({ lodgedMs: atMs, facts, prices, results: [] }));
}

function foldPrices(state: HistoryState, facts: RiskFacts, atMs: number): readonly AddedPrice[] {
  const added: AddedPrice[] = [];
  const { items } = keysOf(facts);
  facts.items.forEach(({ sequence, unitPrice }, at) => {
    const keys = items[at]?.price;
    if (keys === undefined || unitPrice === undefined || unitPrice <= 0) return;
    const log = Math.log(unitPrice);
    const cell = addPrice(state.prices.touch(keys.cell, emptyPriceSums), log, atMs);
    const heading = addPrice(state.prices.touch(keys.heading, emptyPriceSums), log, atMs);
    added.push([sequence, cell, heading]);
  });
  return added;
}

/** A case is controlled once and hits a key once, however many results and findings it brings. */
export function foldResult(state: HistoryState, result: ControlResult, atMs: number): void {
  const known = state.cases.get(result.caseId);
  if (known === undefined) {
    state.orphans += 1;
    return;
  }
  if (!result.controlled || atMs - known.lodgedMs > KEPT_DAYS * DAY_MS) return;
  const day = Math.floor(atMs / DAY_MS);
  const found = foundItems(result);
  const first = known.results.length === 0;
  for (const [key, items] of countedKeys(known.facts)) {
    const hit = touches(found, items) && hitDay(known, items) === undefined;
    if (!first && !hit) continue;
    const record = state.counts.touch(key, emptyDayCounts);
    if (first) addOne(record, day, "controls");
    if (hit) addOne(record, day, "hits");
  }
  known.results.push([day, found]);
}

function foundItems({ findings }: ControlResult): readonly number[] | null {
  const items: number[] = [];
  for (const { item } of findings) {
    if (item === undefined) return null;
    if (!items.includes(item)) items.push(item);
  }
  return items;
}

/** Whether what was found is about a key that is about these items. */
function touches(found: readonly number[] | null, items: readonly number[] | null): boolean {
  if (found === null) return true;
  return items === null ? found.length > 0 : items.some((item) => found.includes(item));
}

/** The day on which the case hit a key that is about these items. */
export function hitDay(known: CaseRecord, items: readonly number[] | null): number | undefined {
  return known.results.find(([, found]) => touches(found, items))?.[0];
}
