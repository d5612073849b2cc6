/** Evaluates a set of rules on one row of features. */
import type { FeatureValues, RiskRow } from "../features/feature.ts";
import type { CompiledRule, CompiledRuleSet } from "./compile.ts";
import {
  FAILED,
  FALSE,
  type Failure,
  type Frame,
  TRUE,
  type Truth,
  type Values,
  valuesBySlot,
} from "./frame.ts";
import { RULE_LIMITS } from "./limits.ts";
import type { Rule } from "./rule.ts";
import { candidates } from "./rule-index.ts";

export interface RuleHit {
  readonly rule: Rule;
  /** Numbers of the items, of an item rule. */
  readonly items: readonly number[];
}

/** A rule that could not be decided. It is neither a hit nor none, and somebody has to see it. */
export interface RuleFailure extends Failure {
  readonly rule: Rule;
  /** The first item that it failed on, of an item rule. */
  readonly item?: number;
}

export interface Evaluated {
  /** In the order of the rules. */
  readonly hits: readonly RuleHit[];
  readonly failures: readonly RuleFailure[];
  readonly steps: number;
}

export interface EvaluateOptions {
  /** Every rule, whatever its mode and its days: a new rule has to be tried on days before it is in force. */
  readonly backtest?: boolean;
  /** Steps for the whole declaration. */
  readonly budget?: number;
}

const OUT_OF_STEPS: Failure = {
  code: "CH4223",
  message: "The rules before have used up the steps of this declaration.",
  place: { start: 0, end: 0 },
};

export function evaluateRules(
  set: CompiledRuleSet,
  row: RiskRow,
  options: EvaluateOptions = {},
): Evaluated {
  return new Evaluation(set, row, options).run();
}

/** Whether the rule is in force on the day, and meant to run. */
function isInForce({ rule }: CompiledRule, day: string): boolean {
  if (rule.mode === "test") return false;
  return rule.validFrom <= day && (rule.validTo === undefined || day < rule.validTo);
}

export function frameOf({ layout, read }: CompiledRuleSet, row: RiskRow): Frame {
  const items = row.items.map((item) => valuesBySlot(item, read.item, layout.item.size));
  return {
    declaration: valuesBySlot(row.declaration, read.declaration, layout.declaration.size),
    items,
    item: items[0] ?? [],
    element: "",
    failure: undefined,
    steps: 0,
  };
}

class Evaluation {
  readonly #set: CompiledRuleSet;
  readonly #row: RiskRow;
  readonly #day: string;
  readonly #backtest: boolean;
  readonly #budget: number;
  readonly #frame: Frame;
  readonly #hits = new Map<number, number[]>();
  readonly #failures = new Map<number, RuleFailure>();
  /** Declaration rules that were asked: several items can name the same one. */
  readonly #asked = new Set<number>();

  constructor(set: CompiledRuleSet, row: RiskRow, { backtest, budget }: EvaluateOptions) {
    this.#set = set;
    this.#row = row;
    this.#day = row.day;
    this.#backtest = backtest ?? false;
    this.#budget = budget ?? RULE_LIMITS.stepsADeclaration;
    this.#frame = frameOf(set, row);
  }

  run(): Evaluated {
    const { index, rules } = this.#set;
    const frame = this.#frame;
    const everywhere = (rule: number) => this.#askEverywhere(rule);
    for (const rule of index.always) this.#askEverywhere(rule);
    candidates(index.declaration, frame.declaration, everywhere);
    if (index.item.length > 0) {
      frame.items.forEach((item, at) => {
        candidates(index.item, item, (rule) => {
          if (rules[rule]?.rule.scope === "item") {
            if (!this.#isFalseForAll(rule)) this.#askAbout(rule, item, at);
          } else if (!this.#asked.has(rule)) this.#askEverywhere(rule);
        });
      });
    }
    return {
      hits: inOrder(this.#hits).map(([rule, items]) => ({ rule: this.#rule(rule).rule, items })),
      failures: inOrder(this.#failures).map(([, failure]) => failure),
      steps: frame.steps,
    };
  }

  #askEverywhere(number: number): void {
    if (this.#rule(number).rule.scope === "item") {
      if (this.#isFalseForAll(number)) return;
      this.#frame.items.forEach((item, at) => {
        this.#askAbout(number, item, at);
      });
      return;
    }
    this.#asked.add(number);
    const truth = this.#ask(number);
    if (truth === TRUE) this.#hits.set(number, []);
    else if (truth === FAILED) this.#failed(number);
  }

  /** An item rule that no item of this declaration can fulfil. It costs no step. */
  #isFalseForAll(number: number): boolean {
    return this.#rule(number).guards.some(({ run }) => run(this.#frame) === FALSE);
  }

  #askAbout(number: number, item: Values, at: number): void {
    this.#frame.item = item;
    const truth = this.#ask(number);
    if (truth === FAILED) this.#failed(number, this.#numberOf(at));
    if (truth !== TRUE) return;
    const items = this.#hits.get(number);
    if (items === undefined) this.#hits.set(number, [this.#numberOf(at)]);
    else items.push(this.#numberOf(at));
  }

  #ask(number: number): Truth {
    const compiled = this.#rule(number);
    const frame = this.#frame;
    if (!this.#backtest && !isInForce(compiled, this.#day)) return FALSE;
    if (frame.steps > this.#budget) {
      frame.failure = OUT_OF_STEPS;
      return FAILED;
    }
    frame.failure = undefined;
    frame.steps += compiled.condition.steps;
    return compiled.condition.run(frame);
  }

  #failed(number: number, item?: number): void {
    if (this.#failures.has(number)) return;
    const failure = this.#frame.failure ?? OUT_OF_STEPS;
    const { rule } = this.#rule(number);
    this.#failures.set(number, { ...failure, rule, ...(item === undefined ? {} : { item }) });
  }

  #rule(number: number): CompiledRule {
    return this.#set.rules[number] as CompiledRule;
  }

  #numberOf(at: number): number {
    const item: FeatureValues | undefined = this.#row.items[at];
    return typeof item?.sequence === "number" ? item.sequence : at + 1;
  }
}

function inOrder<T>(found: ReadonlyMap<number, T>): readonly (readonly [number, T])[] {
  return [...found].sort(([a], [b]) => a - b);
}
