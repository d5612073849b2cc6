/** One condition, compiled. */
import type { ASTNode } from "@marcbachmann/cel-js";
import type { FeatureScope } from "../features/feature.ts";
import { parseCondition, type RuleEnvironment, type Slot } from "./environment.ts";
import type { Frame, Truth } from "./frame.ts";
import { RULE_LIMITS } from "./limits.ts";
import { lower } from "./lower.ts";
import { type Binding, type Lowering, lowerAs } from "./lowering.ts";
import { Patterns } from "./pattern.ts";
import { Refusal } from "./problem.ts";

/** One of the parts that `&&` or `||` joins at the top. */
export interface Operand {
  readonly text: string;
  readonly run: (frame: Frame) => Truth;
  readonly read: readonly Slot[];
  /** Whether it counts steps of its own as it runs: a loop does by turns, a pattern by characters. */
  readonly counts: boolean;
}

export interface Condition {
  readonly run: (frame: Frame) => Truth;
  /** How the operands are joined; `one` when there is but one. */
  readonly joined: "all" | "any" | "one";
  readonly operands: readonly Operand[];
  /** Trees of the operands, for the index. */
  readonly trees: readonly ASTNode[];
  /** Steps of one evaluation outside loops; a turn of a loop counts itself. */
  readonly steps: number;
}

const NAMES: Readonly<Record<FeatureScope, ReadonlyMap<string, Binding>>> = {
  declaration: new Map<string, Binding>([
    ["declaration", "declaration"],
    ["items", "items"],
  ]),
  item: new Map<string, Binding>([
    ["declaration", "declaration"],
    ["item", "item"],
  ]),
};

/** Refusals: CH4211 to CH4218. */
export function compileCondition(
  when: string,
  scope: FeatureScope,
  environment: RuleEnvironment,
  patterns = new Patterns(),
): Condition {
  const tree = parseCondition(when, environment.engines[scope]);
  const lowering = freshLowering(scope, environment, patterns);
  const { run } = lowerAs(tree, lowering, "bool");
  const once = lowering.steps + lowering.loopSteps;
  const worst = scope === "item" ? once * RULE_LIMITS.loop : once;
  if (worst > RULE_LIMITS.stepsARule) {
    const message = `Up to ${worst} steps, where ${RULE_LIMITS.stepsARule} are allowed.`;
    const values = { found: `${worst}`, allowed: `${RULE_LIMITS.stepsARule}` };
    throw new Refusal("CH4218", message, { start: 0, end: when.length }, values);
  }
  const joined = tree.op === "&&" ? "all" : tree.op === "||" ? "any" : "one";
  const trees = joined === "one" ? [tree] : flattened(tree, tree.op);
  return {
    run,
    joined,
    trees,
    operands: trees.map((part) =>
      operandOf(part, when, freshLowering(scope, environment, patterns)),
    ),
    steps: lowering.steps,
  };
}

function freshLowering(
  scope: FeatureScope,
  { slots }: RuleEnvironment,
  patterns: Patterns,
): Lowering {
  return {
    slots,
    names: NAMES[scope],
    inLoop: false,
    read: new Set(),
    patterns,
    matched: { patterns: 0 },
    steps: 0,
    loopSteps: 0,
    lower,
  };
}

function operandOf(tree: ASTNode, when: string, lowering: Lowering): Operand {
  const { run } = lowerAs(tree, lowering, "bool");
  const { read, loopSteps, matched } = lowering;
  const counts = loopSteps > 0 || matched.patterns > 0;
  return { text: when.slice(tree.start, tree.end), run, read: [...read], counts };
}

/** The parts that the same operator joins at the top, in their order. */
export function flattened(tree: ASTNode, op: string): readonly ASTNode[] {
  if (tree.op !== op || (tree.op !== "&&" && tree.op !== "||")) return [tree];
  return tree.args.flatMap((part) => flattened(part, op));
}
