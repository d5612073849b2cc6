/** What a back-test says. Plain JSON; go-live can ask for one whose digests are those of the rules to go live. */
import type { Lane } from "@customhouse/model";

export interface BacktestReport {
  /** Of the policies before and after (rules, scores, model), and of everything that was played. */
  readonly digests: { readonly before: string; readonly after: string; readonly history: string };
  /** Instants of the first and the last event; absent when there were none. */
  readonly from?: string;
  readonly to?: string;
  readonly cases: number;
  readonly results: number;
  readonly before: SetOutcome;
  readonly after: SetOutcome;
  /** Cases by lane before, then by lane after. */
  readonly laneShift: Readonly<Record<Lane, Readonly<Record<Lane, number>>>>;
  /** Cases with findings that only the policy before would have selected. */
  readonly missed: Named;
  /** Cases with findings that only the policy after would select. */
  readonly gained: Named;
  /** Rules of the set after, in their order. */
  readonly rules: readonly RuleOutcome[];
  /** Pairs of rules after that hit the same case at least once. */
  readonly overlaps: readonly Overlap[];
}

/** How many, and the first of them. */
export interface Named {
  readonly count: number;
  readonly cases: readonly string[];
}

export interface SetOutcome {
  readonly selected: number;
  /** Of those, the ones whose lane is as it is because of the model. */
  readonly byModel: number;
  readonly workload: readonly DayWorkload[];
  readonly precision: Precision;
  readonly burden: readonly Burden[];
}

export interface DayWorkload {
  readonly office: string;
  readonly day: string;
  readonly red: number;
  readonly yellow: number;
  readonly blue: number;
}

export interface Precision {
  /** Selected cases that were controlled, and those of them with findings. Biased to what was selected then. */
  readonly controlled: number;
  readonly found: number;
  /**
   * Of all declarations: what was selected then stands for itself, what chance alone picked for one over its chance.
   * Precision is the share of the selected that would have findings, recall the share of all findings that would be
   * selected. Absent: chance picked nothing that was controlled.
   */
  readonly estimated?: {
    readonly precision?: number;
    readonly recall?: number;
    /** As many equally weighted cases would say as much as those selected do. */
    readonly effectiveCases: number;
  };
}

/** Traders by declarations of the importer in the year before. */
export interface Burden {
  readonly size: TraderSize;
  readonly declarations: number;
  readonly selected: number;
}

export type TraderSize = "below 10" | "10 to 99" | "100 to 999" | "1000 and more" | "unknown";

export interface RuleOutcome {
  readonly rule: string;
  readonly version: number;
  readonly hits: number;
  /** Cases that no other rule of the set hit. */
  readonly alone: number;
  readonly controlled: number;
  readonly found: number;
  /** Cases on which it could not be decided. */
  readonly failures: number;
}

export interface Overlap {
  readonly rules: readonly [string, string];
  readonly both: number;
  /** Cases of both by cases of either, from 0 to 1. */
  readonly jaccard: number;
}
