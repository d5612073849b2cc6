/** Compiles rules. A set with one rule that is not right compiles to nothing: there is no set that is half in force. */
import { type ReadSlots, readSlots } from "./columns.ts";
import { type Condition, compileCondition, type Operand } from "./condition.ts";
import { type RuleEnvironment, ruleEnvironment } from "./environment.ts";
import { RULE_LIMITS } from "./limits.ts";
import { Patterns } from "./pattern.ts";
import { Refusal, type RuleProblem } from "./problem.ts";
import { requirementOf } from "./required.ts";
import { type Rule, shapeProblems } from "./rule.ts";
import { indexOf, type RuleIndex } from "./rule-index.ts";

export interface CompiledRule {
  readonly rule: Rule;
  readonly condition: Condition;
  /**
   * Of an item rule, those parts of its condition that no item changes: where one of them is false, it is false for every
   * item, errors of other parts included (lower-logic.ts).
   */
  readonly guards: readonly Operand[];
}

/** Rules that can be evaluated together. Order is that of the rules given. */
export interface CompiledRuleSet {
  readonly rules: readonly CompiledRule[];
  readonly index: RuleIndex;
  /** Where frames hold the features. */
  readonly layout: RuleEnvironment["slots"];
  /** The features that some rule reads. */
  readonly read: ReadSlots;
}

export interface Compiled {
  /** Empty when there are errors. */
  readonly set: CompiledRuleSet;
  readonly errors: readonly RuleProblem[];
}

export interface CompileOptions {
  readonly environment?: RuleEnvironment;
  /** Off: every rule is asked every time. The results are the same; for measurements and tests. */
  readonly indexed?: boolean;
}

let usualEnvironment: RuleEnvironment | undefined;

/** Rules as JSON, from wherever they come. Errors: CH4210 to CH4219. */
export function compileRules(
  rules: readonly unknown[],
  { environment, indexed = true }: CompileOptions = {},
): Compiled {
  usualEnvironment ??= ruleEnvironment();
  const used = environment ?? usualEnvironment;
  const errors = setProblems(rules);
  const compiled: CompiledRule[] = [];
  if (errors.length === 0) {
    const patterns = new Patterns();
    for (const rule of rules as readonly Rule[]) {
      const result = compileRule(rule, used, patterns);
      if ("code" in result) errors.push(result);
      else compiled.push(result);
    }
  }
  const kept = errors.length === 0 ? compiled : [];
  const requirements = kept.map(({ rule, condition }) =>
    indexed ? requirementOf(condition, rule.scope, used) : undefined,
  );
  const index = indexOf(requirements);
  return { set: { rules: kept, index, layout: used.slots, read: readSlots(kept) }, errors };
}

function setProblems(rules: readonly unknown[]): RuleProblem[] {
  if (rules.length > RULE_LIMITS.rules) {
    const message = `${rules.length} rules, where ${RULE_LIMITS.rules} are allowed.`;
    const values = { found: `${rules.length}`, allowed: `${RULE_LIMITS.rules}` };
    return [{ rule: "", code: "CH4211", message, ...values }];
  }
  const problems = rules.flatMap((rule, index) => shapeProblems(rule, index + 1));
  if (problems.length > 0) return problems;
  const seen = new Set<string>();
  for (const { id } of rules as readonly Rule[]) {
    const message = `${id} is there twice.`;
    if (seen.has(id)) problems.push({ rule: id, code: "CH4219", message, found: id });
    seen.add(id);
  }
  return problems;
}

function compileRule(
  rule: Rule,
  environment: RuleEnvironment,
  patterns: Patterns,
): CompiledRule | RuleProblem {
  try {
    const condition = compileCondition(rule.when, rule.scope, environment, patterns);
    return { rule, condition, guards: rule.scope === "item" ? guardsOf(condition) : [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, place, values } = error;
    return { rule: rule.id, code, message, place, ...values };
  }
}

function guardsOf({ joined, operands }: Condition): readonly Operand[] {
  if (joined !== "all") return [];
  const isGuard = ({ read, counts }: Operand) =>
    !counts && read.every(({ scope }) => scope === "declaration");
  return operands.filter(isGuard);
}
