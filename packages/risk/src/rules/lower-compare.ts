/** Comparisons, and membership of a list. */
import type { ASTNode } from "@marcbachmann/cel-js";
import { FAILED, FALSE, type Frame, type Lowered, TRUE, type Truth } from "./frame.ts";
import { lowerLiteral } from "./lower-values.ts";
import { type Lowering, lowerAs, outside } from "./lowering.ts";
import { Refusal } from "./problem.ts";

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

type Test = (left: number | string, right: number | string) => boolean;

const TESTS: Readonly<Record<Comparison, Test>> = {
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

export function lowerCompare(
  op: Comparison,
  [first, second]: readonly [ASTNode, ASTNode],
  lowering: Lowering,
): Lowered {
  const left = lowering.lower(first, lowering);
  const right = lowering.lower(second, lowering);
  if (left.kind === "string" && right.kind === "string") {
    return { kind: "bool", run: ofTexts(op, left.run, right.run) };
  }
  if (isNumber(left) && isNumber(right)) {
    return { kind: "bool", run: ofNumbers(op, left.run, right.run) };
  }
  if (left.kind === "bool" && right.kind === "bool" && (op === "==" || op === "!=")) {
    return { kind: "bool", run: ofTruths(op === "==", left.run, right.run) };
  }
  const message = `\`${op}\` of ${left.kind} and ${right.kind} is not in the rule language.`;
  const place = { start: first.start, end: second.end };
  throw new Refusal("CH4215", message, place, { found: `${left.kind} ${op} ${right.kind}` });
}

function isNumber(
  lowered: Lowered,
): lowered is Extract<Lowered, { readonly kind: "int" | "double" }> {
  return lowered.kind === "int" || lowered.kind === "double";
}

/** One closure an operator: a shared one would have to ask each time which it is. */
function ofTexts(
  op: Comparison,
  left: (frame: Frame) => string | undefined,
  right: (frame: Frame) => string | undefined,
): (frame: Frame) => Truth {
  const test = TESTS[op];
  if (op === "==") {
    return (frame) => {
      const a = left(frame);
      const b = right(frame);
      if (a === undefined || b === undefined) return FAILED;
      return a === b ? TRUE : FALSE;
    };
  }
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (a === undefined || b === undefined) return FAILED;
    return test(a, b) ? TRUE : FALSE;
  };
}

function ofNumbers(
  op: Comparison,
  left: (frame: Frame) => number,
  right: (frame: Frame) => number,
): (frame: Frame) => Truth {
  const test = TESTS[op];
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (Number.isNaN(a) || Number.isNaN(b)) return FAILED;
    return test(a, b) ? TRUE : FALSE;
  };
}

function ofTruths(
  equal: boolean,
  left: (frame: Frame) => Truth,
  right: (frame: Frame) => Truth,
): (frame: Frame) => Truth {
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (a === FAILED || b === FAILED) return FAILED;
    return (a === b) === equal ? TRUE : FALSE;
  };
}

/** In a list of literals, or in a feature that is a list. */
export function lowerIn([sought, list]: readonly [ASTNode, ASTNode], lowering: Lowering): Lowered {
  if (list.op !== "list") {
    const value = lowerAs(sought, lowering, "string").run;
    const values = lowerAs(list, lowering, "strings").run;
    return {
      kind: "bool",
      run: (frame) => {
        const a = value(frame);
        const all = values(frame);
        if (a === undefined || all === undefined) return FAILED;
        return all.includes(a) ? TRUE : FALSE;
      },
    };
  }
  const value = lowerAs(sought, lowering, "string", "int", "double");
  const known = new Set(list.args.map((entry) => literalOf(entry)));
  lowering.steps += 1;
  const { run } = value;
  return {
    kind: "bool",
    run: (frame) => {
      const a = run(frame);
      if (a === undefined || Number.isNaN(a)) return FAILED;
      return known.has(a) ? TRUE : FALSE;
    },
  };
}

/** The value of a literal, negative numbers included. Refusals: CH4215. */
export function literalOf(node: ASTNode): string | number {
  const negative = node.op === "-_" && node.args.op === "value";
  const literal = negative ? node.args : node;
  if (literal.op !== "value") throw outside("A list of anything but literals", node);
  const lowered = lowerLiteral(literal.args, node);
  if (lowered.kind === "string" && !negative) return String(literal.args);
  if (isNumber(lowered)) return negative ? -Number(literal.args) : Number(literal.args);
  throw outside("A list of anything but texts and numbers", node);
}
