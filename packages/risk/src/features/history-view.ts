/** The history as of one moment, for one case: without what comes later and without the case itself. */
import { DAY_MS } from "@customhouse/model";
import {
  COUNTS_A_WINDOW,
  type Counts,
  countsWithin,
  type DayCounts,
  firstSeenMs,
  IN_WINDOW,
  KEPT_DAYS,
  lastSeenMs,
  type OwnShare,
} from "./day-counts.ts";
import type { RiskFacts, RiskItemFacts } from "./facts.ts";
import { type CaseRecord, type HistoryState, hitDay } from "./history-state.ts";
import {
  ALL_KEY,
  addressesOf,
  countedKeys,
  exportersOf,
  importersAt,
  importersOf,
  keysOf,
  linksOf,
  type PriceKeys,
  priceKeys,
} from "./keys.ts";
import { neighbours } from "./links.ts";
import {
  type PricePosition,
  type PriceSums,
  pricePosition,
  withoutPrices,
} from "./price-memory.ts";

export const WINDOWS_DAYS = [30, 90, 365] as const;
const YEAR = [KEPT_DAYS] as const;

/** So many controls of the usual outcome are added to every key's own. */
const SMOOTHING = 10;
/** A party is new until it has been seen for so long, and known after so long. */
const NEW_DAYS = 90;
const KNOWN_DAYS = 180;

/** Where the counts of the year begin among those of all windows. */
const OF_YEAR = (WINDOWS_DAYS.length - 1) * COUNTS_A_WINDOW;

export interface KeyFigures {
  /** Of the windows in the order of WINDOWS_DAYS. */
  readonly counts: Counts;
  /** Share of controls of the last year that found something, leaning on the usual one. */
  readonly hitRate: number;
  readonly daysSinceFirst: number | undefined;
  readonly daysSinceLast: number | undefined;
}

export interface NetworkFigures {
  readonly exportersOfImporter: number | undefined;
  readonly importersOfExporter: number | undefined;
  readonly importersAtAddress: number | undefined;
  readonly degree: number | undefined;
  /** Findings of the last year at other importers of the exporter or at the same address. */
  readonly neighbourHits: number | undefined;
  readonly phoenix: boolean | undefined;
}

export class HistoryView {
  readonly #state: HistoryState;
  readonly #atMs: number;
  readonly #caseId: string;
  readonly #own: CaseRecord | undefined;
  readonly #ownKeys: ReadonlyMap<string, readonly number[] | null> | undefined;
  readonly #usual: number;

  constructor(state: HistoryState, atMs: number, caseId: string) {
    this.#state = state;
    this.#atMs = atMs;
    this.#caseId = caseId;
    this.#own = state.cases.get(caseId);
    this.#ownKeys = this.#own && countedKeys(this.#own.facts);
    const year = this.#year(ALL_KEY);
    this.#usual = (hitsOf(year) + 1) / (controlsOf(year) + 2 * SMOOTHING);
  }

  key(key: string): KeyFigures {
    const record = this.#state.counts.get(key);
    const counts = this.#within(key, record, WINDOWS_DAYS);
    const hits = hitsOf(counts, OF_YEAR);
    return {
      counts,
      hitRate: (hits + SMOOTHING * this.#usual) / (controlsOf(counts, OF_YEAR) + SMOOTHING),
      daysSinceFirst: this.#daysSince(firstSeenMs(record, this.#caseId)),
      daysSinceLast: this.#daysSince(lastSeenMs(record, this.#caseId)),
    };
  }

  price({ unitPrice }: RiskItemFacts, keys: PriceKeys): PricePosition | undefined {
    if (unitPrice === undefined || unitPrice <= 0) return undefined;
    const { prices } = this.#state;
    const cell = this.#withoutOwn(prices.get(keys.cell), keys.cell, "cell");
    const heading = this.#withoutOwn(prices.get(keys.heading), keys.heading, "heading");
    return pricePosition(Math.log(unitPrice), cell, heading, this.#atMs);
  }

  #withoutOwn(
    sums: PriceSums | undefined,
    key: string,
    level: "cell" | "heading",
  ): PriceSums | undefined {
    if (this.#own === undefined) return sums;
    const { facts, prices, lodgedMs } = this.#own;
    const own = prices.flatMap(([sequence, cell, heading]) => {
      const item = facts.items.find((candidate) => candidate.sequence === sequence);
      const keys = item && priceKeys(item);
      return keys?.[level] === key ? [level === "cell" ? cell : heading] : [];
    });
    return withoutPrices(sums, own, lodgedMs);
  }

  network(facts: RiskFacts): NetworkFigures {
    const { importerAddress } = facts;
    const { importer, exporter } = keysOf(facts).declaration;
    const importers = exporter === undefined ? undefined : this.#linked(importersOf(exporter));
    const there =
      importerAddress === undefined ? undefined : this.#linked(importersAt(importerAddress));
    const exporters = importer === undefined ? undefined : this.#linked(exportersOf(importer));
    const others = new Set(importers);
    for (const other of there ?? []) others.add(other);
    if (importer !== undefined) others.delete(importer);
    let hits = 0;
    for (const other of others) hits += hitsOf(this.#year(other));
    const known = importer !== undefined;
    const linked = known ? this.#linked(addressesOf(importer)).length : 0;
    return {
      exportersOfImporter: exporters?.length,
      importersOfExporter: importers?.length,
      importersAtAddress: there?.filter((other) => other !== importer).length,
      degree: known ? (exporters?.length ?? 0) + linked + others.size : undefined,
      neighbourHits: known ? hits : undefined,
      phoenix: known
        ? hits > 0 && this.#isNew(importer) && this.#isKnown(exporter, there)
        : undefined,
    };
  }

  /** Fewer than NEW_DAYS ago nobody had seen this importer. */
  #isNew(importer: string): boolean {
    const days = this.#age(importer);
    return days === undefined || days < NEW_DAYS;
  }

  /** The supplier has been about for long, or others import at the same address. */
  #isKnown(exporter: string | undefined, there: readonly string[] | undefined): boolean {
    if ((there?.length ?? 0) > 0) return true;
    return exporter !== undefined && (this.#age(exporter) ?? 0) >= KNOWN_DAYS;
  }

  /** Days since the key was first seen. */
  #age(key: string): number | undefined {
    return this.#daysSince(firstSeenMs(this.#state.counts.get(key), this.#caseId));
  }

  #linked(key: string): readonly string[] {
    const own = this.#own && linksOf(this.#own.facts).find(([from]) => from === key)?.[1];
    return neighbours(this.#state.links.get(key), own);
  }

  #year(key: string): Counts {
    return this.#within(key, this.#state.counts.get(key), YEAR);
  }

  #within(key: string, record: DayCounts | undefined, windowsDays: readonly number[]): Counts {
    const today = Math.floor(this.#atMs / DAY_MS);
    return countsWithin(record, today, windowsDays, this.#ownShare(key));
  }

  #ownShare(key: string): OwnShare | undefined {
    const items = this.#ownKeys?.get(key);
    if (this.#own === undefined || items === undefined) return undefined;
    return {
      lodgedDay: Math.floor(this.#own.lodgedMs / DAY_MS),
      controlDay: this.#own.results[0]?.[0],
      hitDay: hitDay(this.#own, items),
    };
  }

  #daysSince(ms: number | undefined): number | undefined {
    return ms === undefined ? undefined : Math.max(Math.floor((this.#atMs - ms) / DAY_MS), 0);
  }
}

/** Of the window whose counts begin there. */
function controlsOf(counts: Counts, from = 0): number {
  return counts[from + IN_WINDOW.controls] ?? 0;
}

function hitsOf(counts: Counts, from = 0): number {
  return counts[from + IN_WINDOW.hits] ?? 0;
}
