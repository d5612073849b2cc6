/**
 * Controlled cases with the features that were known when they were lodged, and what was found: the one way from facts to
 * what is learnt from, whether the facts come out of Parquet or out of the server's tables. Results come first, all of them;
 * then everything in the order of play.
 */
import type { LabelledRow } from "@customhouse/learning/rows";
import {
  type FeaturePlan,
  featurePlan,
  featuresOf,
  History,
  type RiskExtras,
  type RiskRow,
} from "@customhouse/risk/features";
import { type Sample, sampleOf, weightsOf } from "@customhouse/risk/monitor";
import {
  pickedOf,
  type ResultBody,
  type RunBody,
  replacesFindings,
  type StoredFact,
} from "./fact.ts";
import { observe } from "./observe.ts";

export interface LabelledCase extends LabelledRow {
  readonly row: RiskRow;
  /** Moment of the risk run whose features these are: the last one of the case. */
  readonly at: string;
  readonly found: ReadonlySet<number> | "all";
  /** How many declarations it stands for; 0: for none, since neither judgement nor chance meant to look at it. */
  readonly weight: number;
  /** Whether nothing but chance brought it to a control. */
  readonly byChance: boolean;
}

/** A case of which it is not known yet for how many it stands: that depends on the cases around it. */
interface Kept extends LabelledRow {
  readonly row: RiskRow;
  readonly at: string;
  readonly found: LabelledCase["found"];
  readonly sample: Sample | undefined;
}

/** It was to be looked at, and there is no result yet. */
interface Open {
  readonly at: string;
  readonly sample: Sample;
}

export interface LabellingOptions {
  /** Cases after this instant; absent: all. */
  readonly after?: string | undefined;
  /** Features that are made, as `scope.name`; absent: all. */
  readonly needed?: Iterable<string> | undefined;
  /** So many of the newest cases are kept; absent: all. */
  readonly most?: number;
}

export class Labelling {
  readonly #after: string;
  readonly #plan: FeaturePlan;
  readonly #most: number;
  readonly #found = new Map<string, LabelledCase["found"]>();
  readonly #cases = new Map<string, Kept>();
  readonly #open = new Map<string, Open>();
  readonly #history = new History();

  constructor({ after = "", needed, most = Number.POSITIVE_INFINITY }: LabellingOptions = {}) {
    this.#after = after;
    this.#plan = featurePlan(needed);
    this.#most = most;
  }

  /** What the controls of a case found, together. A finding without an item is about the whole. */
  takeResult(caseId: string, body: Pick<ResultBody, "control" | "findings">): void {
    const known = replacesFindings(body) ? undefined : this.#found.get(caseId);
    this.#found.set(caseId, foundWith(known ?? new Set(), body));
  }

  take(fact: StoredFact): void {
    const { caseId, at, body } = fact;
    if (body.kind === "run" && at > this.#after) this.#takeRun(caseId, at, body);
    observe(this.#history, fact);
  }

  /** In the order of time. */
  cases(): readonly LabelledCase[] {
    const kept = [...this.#cases.values()];
    const open = [...this.#open.values()].map((one) => ({ ...one, found: undefined }));
    const all = [...kept, ...open].sort((one, other) =>
      one.at === other.at ? 0 : one.at < other.at ? -1 : 1,
    );
    const weights = weightsOf(
      all.map(({ sample, found }) => ({ sample, found: found && isFound({ found }) })),
    );
    const weightOf = new Map(all.map((one, index) => [one, weights[index] ?? 0]));
    return kept.map((one) => {
      const { sample, ...known } = one;
      return { ...known, weight: weightOf.get(one) ?? 0, byChance: sample?.byChance === true };
    });
  }

  /** Set again, so that cases stand in the order of their last runs. */
  #takeRun(caseId: string, at: string, body: RunBody): void {
    const found = this.#found.get(caseId);
    const sample = sampleOf(pickedOf(body.run));
    this.#open.delete(caseId);
    if (found === undefined) {
      if (sample !== undefined) this.#open.set(caseId, { at, sample });
      return;
    }
    this.#cases.delete(caseId);
    this.#cases.set(caseId, { caseId, at, row: this.#rowOf(body), found, sample });
    if (this.#cases.size > this.#most) this.#dropOldest();
  }

  #rowOf({ facts: stored, run }: RunBody): RiskRow {
    const extras = run.run?.extras as RiskExtras | undefined;
    const facts = { ...stored, at: this.#history.notBefore(stored.at) };
    return featuresOf(facts, this.#history, extras, this.#plan);
  }

  /** With the open ones before what is the oldest then, which speak for nothing that is kept. */
  #dropOldest(): void {
    const [first, second] = this.#cases.values();
    if (first === undefined) return;
    this.#cases.delete(first.caseId);
    for (const [caseId, { at }] of this.#open) {
      if (second !== undefined && at >= second.at) return;
      this.#open.delete(caseId);
    }
  }
}

const LABELS: ReadonlySet<string> = new Set(["offence", "audit"]);

/** What an offence or audit says of the whole takes nothing from what a control found on single items. */
function foundWith(
  known: LabelledCase["found"],
  { control, findings }: Pick<ResultBody, "control" | "findings">,
): LabelledCase["found"] {
  const items = findings.map(({ item }) => item);
  if (known === "all" || (LABELS.has(control) && known.size > 0)) return known;
  return items.includes(undefined) ? "all" : new Set([...known, ...items] as number[]);
}

/** Of a declaration: whether anything was found on it. */
export function isFound({ found }: Pick<LabelledCase, "found">): boolean {
  return found === "all" || found.size > 0;
}
