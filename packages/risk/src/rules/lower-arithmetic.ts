/**
 * Calculating. Whole numbers stay exact or give an error, and doubles stay finite or give an error: a rule that divides by
 * zero is not decided, where plain CEL would let an infinite double through.
 */
import type { ASTNode } from "@marcbachmann/cel-js";
import { type Frame, failWith, type Lowered } from "./frame.ts";
import { failureAt, type Lowering, lowerAs } from "./lowering.ts";
import { type Place, Refusal } from "./problem.ts";

export type Operation = "+" | "-" | "*" | "/" | "%";

type Calculate = (left: number, right: number) => number;

const WHOLE: Readonly<Record<Operation, Calculate>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => Math.trunc(left / right),
  "%": (left, right) => left % right,
};
const DOUBLE: Readonly<Record<Operation, Calculate>> = { ...WHOLE, "/": (a, b) => a / b };

export function lowerArithmetic(
  op: Operation,
  [first, second]: readonly [ASTNode, ASTNode],
  place: Place,
  lowering: Lowering,
): Lowered {
  const left = lowerAs(first, lowering, "int", "double", "string");
  const right = lowerAs(second, lowering, "int", "double", "string");
  if (left.kind === "string" && right.kind === "string" && op === "+") {
    return { kind: "string", run: joined(left.run, right.run) };
  }
  if (left.kind === "string" || right.kind === "string" || left.kind !== right.kind) {
    const found = `${left.kind} ${op} ${right.kind}`;
    throw new Refusal("CH4214", `${found}.`, place, { found });
  }
  const whole = left.kind === "int";
  const calculate = (whole ? WHOLE : DOUBLE)[op];
  const isGood = whole ? Number.isSafeInteger : Number.isFinite;
  return { kind: left.kind, run: calculated(op, calculate, isGood, left.run, right.run, place) };
}

function calculated(
  op: Operation,
  calculate: Calculate,
  isGood: (value: number) => boolean,
  left: (frame: Frame) => number,
  right: (frame: Frame) => number,
  place: Place,
): (frame: Frame) => number {
  const divides = op === "/" || op === "%";
  const byZero = failureAt("CH4221", "Division by zero.", place);
  const tooLarge = failureAt("CH4222", "The number is too large.", place);
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
    if (divides && b === 0) {
      failWith(frame, byZero);
      return Number.NaN;
    }
    const result = calculate(a, b);
    if (isGood(result)) return result;
    failWith(frame, tooLarge);
    return Number.NaN;
  };
}

function joined(
  left: (frame: Frame) => string | undefined,
  right: (frame: Frame) => string | undefined,
): (frame: Frame) => string | undefined {
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    return a === undefined || b === undefined ? undefined : a + b;
  };
}

export function lowerMinus(operand: ASTNode, lowering: Lowering): Lowered {
  const { kind, run } = lowerAs(operand, lowering, "int", "double");
  return { kind, run: (frame) => -run(frame) };
}
