/**
 * Controlled cases with the features that were known when they were lodged, and what was found: the one way from facts to
 * what is learnt from, whether the facts come out of Parquet or out of the server's tables. Results come first, all of them;
 * then everything in the order of play.
 */
import {
  type FeaturePlan,
  featurePlan,
  featuresOf,
  History,
  isByChance,
  type LabelledRow,
  type RiskExtras,
} from "@customhouse/risk";
import { type ResultBody, type RunBody, replacesFindings, type StoredFact } from "./fact.ts";
import { observe } from "./observe.ts";

export interface LabelledCase extends LabelledRow {
  /** Moment of the risk run whose features these are: the last one of the case. */
  readonly at: string;
  readonly found: ReadonlySet<number> | "all";
  /** With which chance it was picked, where nothing but chance picked it. */
  readonly chance?: number;
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
  readonly #cases = new Map<string, LabelledCase>();
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
    const found = this.#found.get(caseId);
    if (body.kind === "run" && found !== undefined && at > this.#after) {
      // Set again, so that cases stand in the order of their last runs.
      this.#cases.delete(caseId);
      this.#cases.set(caseId, { caseId, at, ...this.#known(body), found });
      if (this.#cases.size > this.#most) this.#dropOldest();
    }
    observe(this.#history, fact);
  }

  /** In the order of time. */
  cases(): readonly LabelledCase[] {
    return [...this.#cases.values()];
  }

  #known({ facts: stored, run }: RunBody): Pick<LabelledCase, "row" | "chance"> {
    const extras = run.run?.extras as RiskExtras | undefined;
    const facts = { ...stored, at: this.#history.notBefore(stored.at) };
    const row = featuresOf(facts, this.#history, extras, this.#plan);
    return { row, ...(isByChance(run) ? { chance: run.probability } : {}) };
  }

  #dropOldest(): void {
    const [oldest] = this.#cases.keys();
    if (oldest !== undefined) this.#cases.delete(oldest);
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
export function isFound({ found }: LabelledCase): boolean {
  return found === "all" || found.size > 0;
}
