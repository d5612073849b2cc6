/**
 * Plays stored facts and results in the order of time, with the features that were known at each moment, and says what
 * another policy would have done: its rules, its model, its scores. Chance, top-up, capacity and the criteria of the
 * country are left out on both sides.
 */
import type { Lane } from "@customhouse/model";
import { RiskError } from "../errors.ts";
import type { RiskExtras } from "../features/extras.ts";
import type { ControlResult, RiskFacts } from "../features/facts.ts";
import type { RiskRow } from "../features/feature.ts";
import { featuresOf } from "../features/features-of.ts";
import type { History } from "../features/history.ts";
import { momentMs } from "../features/moment.ts";
import { type Picked, sampleOf } from "../monitor/outcome.ts";
import { weightsOf } from "../monitor/weights.ts";
import type { BacktestReport, Named, Overlap, RuleOutcome } from "./backtest-report.ts";
import { outcomeOf, type PlayedCase, traderSize } from "./backtest-tally.ts";
import { canonical } from "./canonical.ts";
import type { CompiledRuleSet } from "./compile.ts";
import { evaluateRules, type RuleHit } from "./evaluate.ts";
import { judge, type LanePolicy, USUAL_POLICY } from "./lanes.ts";

export type BacktestEvent =
  | {
      readonly lodged: RiskFacts;
      /** From when on histories take it in; absent: from its own moment on. */
      readonly knownAt?: string;
      readonly extras?: RiskExtras;
      /** How it came to its lane then; absent: nothing is estimated from it. */
      readonly picked?: Picked;
    }
  | { readonly result: ControlResult };

/** What decides on one side. */
export interface BacktestPolicy {
  readonly set: CompiledRuleSet;
  /** Absent: the usual scores. */
  readonly lanes?: LanePolicy | undefined;
  /** Its name, for the digest, and its calibrated probability that a control finds something. */
  readonly model?:
    | { readonly id: string; readonly probability: (row: RiskRow) => number }
    | undefined;
}

export interface BacktestInput {
  /** What was known before the first event. It goes on with the stream: give a copy. */
  readonly history: History;
  /** Its live rules count. */
  readonly before: BacktestPolicy;
  /** Its live and test rules count. Days of validity are not looked at on either side. */
  readonly after: BacktestPolicy;
  /** A cryptographic digest, for example SHA-256 in hexadecimal. */
  readonly digest: (text: string) => string;
}

export const BACKTEST_LIMITS = { cases: 2_000_000, named: 1_000 } as const;

/** Takes the events one by one, so that a stream need not be in memory. Errors: CH4201, CH4203, CH4204, CH4230. */
export class Backtest {
  readonly #input: BacktestInput;
  readonly #cases = new Map<string, PlayedCase>();
  readonly #failures: number[];
  readonly #positions: ReadonlyMap<string, number>;
  #history: string;
  #results = 0;
  #from: string | undefined;
  #to: string | undefined;

  constructor(input: BacktestInput) {
    this.#input = input;
    const { rules } = input.after.set;
    this.#failures = rules.map(() => 0);
    this.#positions = new Map(rules.map(({ rule }, index) => [rule.id, index]));
    this.#history = input.digest(canonical(input.history.snapshot()));
  }

  take(event: BacktestEvent): void {
    const at = "lodged" in event ? event.lodged.at : event.result.at;
    if (this.#to !== undefined && momentMs(at) < momentMs(this.#to)) {
      throw new RiskError("CH4230", `${at} after ${this.#to}`);
    }
    if (this.#cases.size >= BACKTEST_LIMITS.cases) throw new RiskError("CH4230", "too many cases");
    if ("lodged" in event) this.#play(event);
    else this.#learn(event.result);
    this.#history = this.#input.digest(`${this.#history}\n${canonical(event)}`);
    this.#from ??= at;
    this.#to = at;
  }

  #play({ lodged, knownAt, extras, picked }: Extract<BacktestEvent, { lodged: RiskFacts }>): void {
    const { history, before, after } = this.#input;
    const row = featuresOf(lodged, history, extras);
    const now = laneOf(before, row, ["live"]);
    const then = laneOf(after, row, ["live", "test"]);
    for (const { rule } of then.failures) {
      const position = this.#position(rule.id);
      this.#failures[position] = (this.#failures[position] ?? 0) + 1;
    }
    const known = this.#cases.get(lodged.caseId)?.found;
    const sample = picked && sampleOf(picked);
    this.#cases.set(lodged.caseId, {
      caseId: lodged.caseId,
      office: lodged.office ?? "",
      day: row.day,
      size: traderSize(row.declaration.importerDeclarations365),
      lanes: { before: now.lane, after: then.lane },
      byModel: { before: now.byModel, after: then.byModel },
      hits: then.hits.map(({ rule }) => this.#position(rule.id)),
      ...(sample === undefined ? {} : { sample }),
      ...(known === undefined ? {} : { found: known }),
    });
    history.observeLodged(knownAt === undefined ? lodged : { ...lodged, at: knownAt });
  }

  #position(rule: string): number {
    return this.#positions.get(rule) ?? -1;
  }

  #learn(result: ControlResult): void {
    this.#results += 1;
    this.#input.history.observeResult(result);
    const played = this.#cases.get(result.caseId);
    if (played === undefined || !result.controlled) return;
    played.found = (played.found ?? false) || result.findings.length > 0;
  }

  report(): BacktestReport {
    const { before, after, digest } = this.#input;
    const cases = [...this.#cases.values()];
    const weights = weightsOf(cases);
    const digestOf = ({ set, lanes, model }: BacktestPolicy) => {
      const rules = set.rules.map(({ rule }) => rule);
      return digest(canonical({ rules, lanes: lanes ?? USUAL_POLICY, model: model?.id ?? null }));
    };
    return {
      digests: { before: digestOf(before), after: digestOf(after), history: this.#history },
      ...(this.#from === undefined ? {} : { from: this.#from, to: this.#to }),
      cases: cases.length,
      results: this.#results,
      before: outcomeOf(cases, weights, "before"),
      after: outcomeOf(cases, weights, "after"),
      laneShift: laneShift(cases),
      missed: named(cases, ({ lanes }) => lanes.before !== "green" && lanes.after === "green"),
      gained: named(cases, ({ lanes }) => lanes.before === "green" && lanes.after !== "green"),
      rules: ruleOutcomes(after.set, cases, this.#failures),
      overlaps: overlaps(after.set, cases),
    };
  }
}

/** The whole of a stream at once. */
export function backtest(events: Iterable<BacktestEvent>, input: BacktestInput): BacktestReport {
  const run = new Backtest(input);
  for (const event of events) run.take(event);
  return run.report();
}

function laneOf({ set, lanes, model }: BacktestPolicy, row: RiskRow, modes: readonly string[]) {
  const { hits, failures } = evaluateRules(set, row, { backtest: true });
  const counted: readonly RuleHit[] = hits.filter(({ rule }) => modes.includes(rule.mode));
  const { lane, byModel } = judge({
    hits: counted.map(({ rule }) => rule),
    probability: model?.probability(row),
    policy: lanes,
  });
  return { lane, byModel, hits: counted, failures };
}

function laneShift(cases: readonly PlayedCase[]): BacktestReport["laneShift"] {
  const zero = (): Record<Lane, number> => ({ red: 0, yellow: 0, blue: 0, green: 0 });
  const shift = { red: zero(), yellow: zero(), blue: zero(), green: zero() };
  for (const { lanes } of cases) shift[lanes.before][lanes.after] += 1;
  return shift;
}

function named(cases: readonly PlayedCase[], changed: (played: PlayedCase) => boolean): Named {
  const found = cases.filter((played) => played.found === true && changed(played));
  return {
    count: found.length,
    cases: found.slice(0, BACKTEST_LIMITS.named).map(({ caseId }) => caseId),
  };
}

function ruleOutcomes(
  { rules }: CompiledRuleSet,
  cases: readonly PlayedCase[],
  failures: readonly number[],
): readonly RuleOutcome[] {
  const counts = rules.map(() => ({ hits: 0, alone: 0, controlled: 0, found: 0 }));
  for (const { hits, found } of cases) {
    for (const position of hits) {
      const count = counts[position];
      if (count === undefined) continue;
      count.hits += 1;
      if (hits.length === 1) count.alone += 1;
      if (found !== undefined) count.controlled += 1;
      if (found === true) count.found += 1;
    }
  }
  return rules.map(({ rule }, position) => ({
    rule: rule.id,
    version: rule.version,
    ...(counts[position] ?? { hits: 0, alone: 0, controlled: 0, found: 0 }),
    failures: failures[position] ?? 0,
  }));
}

function overlaps({ rules }: CompiledRuleSet, cases: readonly PlayedCase[]): readonly Overlap[] {
  const alone = rules.map(() => 0);
  const together = new Map<number, number>();
  for (const { hits } of cases) {
    hits.forEach((first, index) => {
      alone[first] = (alone[first] ?? 0) + 1;
      for (const second of hits.slice(index + 1)) {
        const pair = first * rules.length + second;
        together.set(pair, (together.get(pair) ?? 0) + 1);
      }
    });
  }
  return [...together]
    .sort(([a], [b]) => a - b)
    .map(([pair, both]) => {
      const first = Math.floor(pair / rules.length);
      const second = pair % rules.length;
      const either = (alone[first] ?? 0) + (alone[second] ?? 0) - both;
      const ids: [string, string] = [rules[first]?.rule.id ?? "", rules[second]?.rule.id ?? ""];
      return { rules: ids, both, jaccard: both / either };
    });
}
