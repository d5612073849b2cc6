/**
 * What is known of traders, goods and prices, as of any moment that has not passed yet. In memory, incremental, without a
 * clock: events carry their moment, and one counts for readings strictly after it, in whatever order they are given. A
 * result given too early waits, so a feature can see neither the future nor, by its case, its own result.
 */
import { RiskError } from "../errors.ts";
import { copyDayCounts, type DayCounts } from "./day-counts.ts";
import type { ControlResult, RiskFacts } from "./facts.ts";
import {
  type CaseRecord,
  copyCase,
  foldLodged,
  foldResult,
  type HistoryState,
} from "./history-state.ts";
import { HistoryView } from "./history-view.ts";
import { KeyStore, type StoredKeys } from "./key-store.ts";
import { copyLinks, type Links } from "./links.ts";
import { momentMs } from "./moment.ts";
import { copyPriceSums, type PriceSums } from "./price-memory.ts";

/** At most; half of it is kept for certain (key-store.ts). */
export interface HistoryLimits {
  readonly keys: number;
  readonly prices: number;
  readonly links: number;
  readonly cases: number;
  /** Events that may wait for their moment. */
  readonly waiting: number;
}

export const HISTORY_LIMITS: HistoryLimits = {
  keys: 400_000,
  prices: 140_000,
  links: 280_000,
  cases: 600_000,
  waiting: 1_000_000,
};

type Event =
  | { readonly atMs: number; readonly lodged: RiskFacts }
  | { readonly atMs: number; readonly result: ControlResult };

/** Another one with every change of how events are folded: what was kept is then made again from the facts. */
const FORMAT = "customhouse-history-2";

/** Plain JSON. */
export interface HistorySnapshot {
  readonly format: string;
  readonly foldedToMs: number;
  readonly limits: HistoryLimits;
  readonly counts: StoredKeys<DayCounts>;
  readonly prices: StoredKeys<PriceSums>;
  readonly links: StoredKeys<Links>;
  readonly cases: StoredKeys<CaseRecord>;
  readonly orphans: number;
  readonly waiting: readonly Event[];
}

function emptyState(limits: HistoryLimits): HistoryState {
  return {
    counts: new KeyStore(limits.keys),
    prices: new KeyStore(limits.prices),
    links: new KeyStore(limits.links),
    cases: new KeyStore(limits.cases),
    orphans: 0,
  };
}

export class History {
  readonly #limits: HistoryLimits;
  readonly #state: HistoryState;
  /** In the order of time; of one moment in the order in which they were given. */
  #waiting: Event[] = [];
  #foldedToMs = Number.NEGATIVE_INFINITY;

  constructor(limits: HistoryLimits = HISTORY_LIMITS, state: HistoryState = emptyState(limits)) {
    this.#limits = limits;
    this.#state = state;
  }

  /** Errors: CH4203, CH4204. */
  observeLodged(facts: RiskFacts): void {
    this.#wait({ atMs: momentMs(facts.at), lodged: facts });
  }

  /** Errors: CH4203, CH4204. */
  observeResult(result: ControlResult): void {
    this.#wait({ atMs: momentMs(result.at), result });
  }

  /**
   * The history as of `at`, for the features of that case. Errors: CH4201 when an earlier reading has already folded in
   * what came later; `notBefore` says which moment is the earliest that can be read.
   */
  view(at: string, caseId: string): HistoryView {
    const atMs = momentMs(at);
    if (atMs < this.#foldedToMs) throw new RiskError("CH4201", at);
    this.#fold(atMs);
    return new HistoryView(this.#state, atMs, caseId);
  }

  /** Nobody will read what was before `at`: what has come before it need not wait. Errors: CH4204. */
  foldTo(at: string): void {
    const atMs = momentMs(at);
    if (atMs >= this.#foldedToMs) this.#fold(atMs);
  }

  /** `at`, or the earliest moment that can still be read: for a server whose clock was set back. */
  notBefore(at: string): string {
    return momentMs(at) < this.#foldedToMs ? new Date(this.#foldedToMs).toISOString() : at;
  }

  /** How much was forgotten for want of room, and how many results had no case. */
  losses(): {
    readonly evictedKeys: number;
    readonly evictedCases: number;
    readonly orphans: number;
  } {
    const { counts, prices, links, cases, orphans } = this.#state;
    return {
      evictedKeys: counts.evicted + prices.evicted + links.evicted,
      evictedCases: cases.evicted,
      orphans,
    };
  }

  /** A copy: it stays as it is when the history goes on. */
  snapshot(): HistorySnapshot {
    const { counts, prices, links, cases, orphans } = this.#state;
    return {
      format: FORMAT,
      foldedToMs: Number.isFinite(this.#foldedToMs) ? this.#foldedToMs : 0,
      limits: this.#limits,
      counts: counts.stored(copyDayCounts),
      prices: prices.stored(copyPriceSums),
      links: links.stored(copyLinks),
      cases: cases.stored(copyCase),
      orphans,
      waiting: [...this.#waiting],
    };
  }

  /** Errors: CH4202. */
  static from(snapshot: HistorySnapshot): History {
    if (snapshot?.format !== FORMAT) throw new RiskError("CH4202", "not of this format");
    try {
      const { limits, counts, prices, links, cases, orphans, waiting, foldedToMs } = snapshot;
      const history = new History(limits, {
        counts: KeyStore.from(limits.keys, counts, copyDayCounts),
        prices: KeyStore.from(limits.prices, prices, copyPriceSums),
        links: KeyStore.from(limits.links, links, copyLinks),
        cases: KeyStore.from(limits.cases, cases, copyCase),
        orphans,
      });
      history.#waiting = [...waiting];
      history.#foldedToMs = foldedToMs;
      return history;
    } catch (error) {
      throw new RiskError("CH4202", error instanceof Error ? error.message : undefined);
    }
  }

  #wait(event: Event): void {
    if (this.#waiting.length >= this.#limits.waiting) throw new RiskError("CH4203");
    let low = 0;
    let high = this.#waiting.length;
    if (high > 0 && (this.#waiting[high - 1]?.atMs ?? 0) <= event.atMs) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#waiting[middle]?.atMs ?? 0) <= event.atMs) low = middle + 1;
      else high = middle;
    }
    this.#waiting.splice(low, 0, event);
  }

  /** What came before `atMs`, not at it: a moment does not see itself. */
  #fold(atMs: number): void {
    const until = this.#waiting.findIndex((event) => event.atMs >= atMs);
    const due = this.#waiting.splice(0, until === -1 ? this.#waiting.length : until);
    for (const event of due) {
      // What was given late is known only now, and days have to come in order.
      const knownMs = Math.max(event.atMs, this.#foldedToMs);
      if ("lodged" in event) foldLodged(this.#state, event.lodged, knownMs);
      else foldResult(this.#state, event.result, knownMs);
    }
    this.#foldedToMs = atMs;
  }
}
