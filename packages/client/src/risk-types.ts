/** What the API answers about risk: policies, back-tests, performance, and why one case took its lane. */
import type { Finding, LocalisedText } from "@customhouse/model";
import type { LinkedOpenSourceItem } from "./evidence-types.ts";

export type RiskLane = "red" | "yellow" | "blue" | "green";

export interface RiskRule {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly owner: string;
  readonly reason: string;
  /** ISO day. */
  readonly reviewDate: string;
  readonly confidentiality: string;
  readonly scope: "declaration" | "item";
  /** Condition in CEL over the catalogue of features. */
  readonly when: string;
  readonly lane: Exclude<RiskLane, "green">;
  readonly controls: readonly string[];
  /** From 0 to 100. */
  readonly weight: number;
  /** ISO days; the period ends before `validTo`. */
  readonly validFrom: string;
  readonly validTo?: string;
  readonly mode: "test" | "shadow" | "live";
}

export interface RiskPolicy {
  readonly rules: readonly RiskRule[];
  /** Digests of models. */
  readonly model?: string;
  readonly challenger?: string;
  readonly descriptions?: string;
  readonly lanes?: { readonly thresholds: Readonly<Record<RiskRule["lane"], number>> };
  readonly capacity?: readonly Readonly<Record<string, unknown>>[];
  /** Share of the random picks that goes where most is to be learnt. */
  readonly explorationShare?: number;
  /** Whether and how the server learns a challenger by itself. */
  readonly retraining?: RiskRetrainingSetting;
}

/** What is left out is as usual. */
export interface RiskRetrainingSetting {
  readonly everyDays: number;
  /** New controlled cases with a result before it is worth the while. */
  readonly minimumCases?: number;
  /** Share of the newest cases that it is judged on. */
  readonly holdOut?: number;
  readonly margin?: number;
  readonly members?: number;
  readonly trees?: number;
  readonly depth?: number;
  readonly seed?: number;
  readonly activates?: "by-signature" | "by-itself";
}

/** A run in which the server learns a challenger for the model in force. */
export interface RiskRetraining {
  readonly id: string;
  readonly reason: "schedule" | "alarm" | "asked";
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: "waiting" | "running" | "over";
  readonly attempt: number;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** In force when it began; 0: none. */
  readonly policy?: number;
  readonly alarms: readonly string[];
  readonly progress?: {
    readonly stage: "facts" | "trees" | "backtest";
    readonly done: number;
    readonly total: number;
  };
  readonly outcome?:
    | "too-little"
    | "one-class"
    | "not-better"
    | "draft"
    | "activated"
    | "failed"
    | "cancelled";
  readonly code?: string;
  readonly message?: string;
  readonly result?: RiskRetrainingResult;
  /** Digest of the challenger, and the policy that names it. */
  readonly model?: string;
  readonly draft?: number;
  readonly cancelledBy?: string;
}

export interface RiskRetrainingResult {
  readonly data: {
    readonly upTo: number;
    readonly facts: number;
    readonly digest: string;
  };
  readonly counts: {
    readonly cases: number;
    readonly found: number;
    readonly newCases: number;
  };
  /** Absent: rules alone were in force. */
  readonly champion?: { readonly digest: string; readonly learntTo: string };
  readonly learnt?: {
    readonly cases: number;
    readonly learntTo: string;
    readonly rows: number;
    readonly positives: number;
  };
  readonly comparison?: {
    readonly cases: number;
    readonly found: number;
    readonly byChance: number;
    readonly effectiveCases: number;
    readonly champion: RiskComparedModel;
    readonly challenger: RiskComparedModel;
    readonly difference: { readonly from: number; readonly to: number };
    readonly beats: boolean;
  };
  readonly lanes?: Readonly<Record<"champion" | "challenger", Readonly<Record<RiskLane, number>>>>;
}

export interface RiskComparedModel {
  /** Area under the curve of the cases, and of all declarations as their weights tell it. */
  readonly auc: number;
  readonly aucOfAll: number;
}

export interface RiskPolicyHead {
  readonly version: number;
  readonly state: "draft" | "tried" | "signed" | "active" | "superseded" | "rejected";
  readonly digest: string;
  readonly note: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly signedBy?: string;
  readonly signedAt?: string;
  readonly activatedBy?: string;
  readonly activatedAt?: string;
}

export interface RiskPolicySummary extends RiskPolicyHead {
  /** How many. */
  readonly rules: number;
}

export interface RiskPolicyVersion extends RiskPolicyHead {
  readonly policy: RiskPolicy;
  /** Of its last back-test. */
  readonly report?: BacktestReport;
}

export interface BacktestRunning {
  readonly state: "running";
  /** Rows of the history so far. */
  readonly played: number;
}

export interface BacktestReport {
  /** Version that it was compared with; 0: no rules. */
  readonly against: number;
  readonly digests: Readonly<Record<"before" | "after" | "history", string>>;
  readonly from?: string;
  readonly to?: string;
  readonly cases: number;
  readonly results: number;
  readonly before: BacktestOutcome;
  readonly after: BacktestOutcome;
  /** Cases by lane before, then by lane after. */
  readonly laneShift: Readonly<Record<RiskLane, Readonly<Record<RiskLane, number>>>>;
  readonly missed: { readonly count: number; readonly cases: readonly string[] };
  readonly gained: { readonly count: number; readonly cases: readonly string[] };
  readonly rules: readonly {
    readonly rule: string;
    readonly version: number;
    readonly hits: number;
    readonly alone: number;
    readonly controlled: number;
    readonly found: number;
    readonly failures: number;
  }[];
  readonly overlaps: readonly {
    readonly rules: readonly [string, string];
    readonly both: number;
    /** From 0 to 1. */
    readonly jaccard: number;
  }[];
}

export interface BacktestOutcome {
  readonly selected: number;
  /** Of those, the ones whose lane is as it is because of the model; reports of before models were played have none. */
  readonly byModel?: number;
  readonly workload: readonly {
    readonly office: string;
    readonly day: string;
    readonly red: number;
    readonly yellow: number;
    readonly blue: number;
  }[];
  readonly precision: {
    readonly controlled: number;
    readonly found: number;
    readonly estimated?: {
      readonly precision?: number;
      readonly recall?: number;
      readonly effectiveCases: number;
    };
  };
  readonly burden: readonly {
    readonly size: string;
    readonly declarations: number;
    readonly selected: number;
  }[];
}

export interface RiskFeature {
  readonly name: string;
  readonly type: string;
  readonly scope: "declaration" | "item";
  readonly group: string;
  readonly owner: string;
  readonly label: string;
  /** One sentence, in every language. */
  readonly description: LocalisedText;
}

/** A share with what it may be; absent shares: nothing to share. */
export interface RiskRate {
  readonly count: number;
  readonly of: number;
  readonly share?: number;
  readonly from?: number;
  readonly to?: number;
}

export interface RiskEstimate {
  readonly share?: number;
  readonly from?: number;
  readonly to?: number;
  readonly runs: number;
  readonly effectiveRuns: number;
}

export interface RiskArea {
  readonly runs: number;
  readonly found: number;
  /** Area under the curve: 0.5 is as good as chance, 1 perfect. */
  readonly area: number;
  readonly from: number;
  readonly to: number;
}

export interface RiskPerformance {
  readonly from?: string;
  readonly to?: string;
  readonly runs: number;
  readonly controlled: number;
  readonly byBasis: Readonly<Record<string, RiskRate>>;
  readonly rules: readonly {
    readonly id: string;
    readonly hits: number;
    readonly hitRate: RiskRate;
    readonly lately: RiskRate;
    readonly decayed: boolean;
  }[];
  readonly baseRate: RiskEstimate;
  readonly recall: RiskEstimate;
  /** Runs of before the lane without chance was stored, of which both estimates guess it. */
  readonly assumed: number;
  readonly calibration: readonly {
    readonly from: number;
    readonly to: number;
    readonly said: number;
    readonly came: RiskRate;
    /** What was said lies further from what came than chance as good as ever puts it. */
    readonly off: boolean;
  }[];
  /** Of the controlled runs, those that a model scored. */
  readonly scoredByModel: number;
  /** How often the model puts a declaration with findings above one without, earlier half against later. */
  readonly ranking?: {
    readonly earlier: RiskArea;
    readonly lately: RiskArea;
    readonly decayed: boolean;
  };
  /** `score`, `found`, `lane`, `basis`, and features as rules write them. */
  readonly drift: readonly {
    readonly name: string;
    readonly index: number;
    readonly level: "alike" | "moved" | "alarm";
  }[];
  /** What the features are that drift is told of. */
  readonly descriptions?: Readonly<Record<string, LocalisedText>>;
}

/** Why a case took its lane. For officers and analysts who stated a purpose. */
export interface RiskRun {
  readonly at: string;
  readonly selection: {
    readonly lane: string;
    readonly basis: string;
    readonly probability: number;
    readonly criteria: readonly string[];
    /** The lane that was asked for where the capacity of office and day could not give it. */
    readonly withheld?: string;
    /** Absent where no policy was in force. */
    readonly run?: {
      /** 0: the country's criteria alone. */
      readonly policy: number;
      readonly score?: number;
      /** Rules that hit without counting yet. */
      readonly shadow?: readonly string[];
      /** Rules that could not be decided, and `model:` with its identifier where the model could not score. */
      readonly failed?: readonly string[];
    };
  };
  /** What the features are that rules and the model read, by the names that they have there. */
  readonly descriptions?: Readonly<Record<string, LocalisedText>>;
  readonly rules?: readonly ExplainedRule[];
  readonly openSource?: readonly LinkedOpenSourceItem[];
  readonly model?: {
    readonly id: string;
    readonly probability?: number;
    readonly contributions?: readonly {
      readonly feature: string;
      readonly value?: number;
      /** Above 0: towards a finding. */
      readonly logOdds: number;
    }[];
  };
}

export interface ExplainedRule {
  readonly rule: string;
  readonly title?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly joined: "all" | "any" | "one";
  readonly item?: number;
  readonly parts: readonly {
    readonly text: string;
    readonly held: boolean | "error";
    readonly values: Readonly<Record<string, unknown>>;
  }[];
}

/** What is wrong with a rule. */
export interface RuleFinding extends Finding {
  /** Identifier of the rule, or `#` and its position from 1; absent: it concerns the policy as a whole. */
  readonly rule?: string;
  /** Characters of the condition, from 0; the end is exclusive. */
  readonly place?: { readonly start: number; readonly end: number };
}
