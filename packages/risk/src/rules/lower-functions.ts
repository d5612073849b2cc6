/** The functions of the rule language: `has`, `size`, `int`, `double`, texts, patterns, and the loops of lower-loops.ts. */
import type { ASTNode } from "@marcbachmann/cel-js";
import { FAILED, FALSE, type Frame, failWith, type Lowered, TRUE, type Truth } from "./frame.ts";
import { RULE_LIMITS } from "./limits.ts";
import { isLoop, lowerLoop } from "./lower-loops.ts";
import { fieldOf } from "./lower-values.ts";
import { failureAt, type Lowering, lowerAs, outside } from "./lowering.ts";
import { type Place, Refusal } from "./problem.ts";

export function lowerCall(
  name: string,
  args: readonly ASTNode[],
  place: Place,
  lowering: Lowering,
): Lowered {
  const [first] = args;
  if (first === undefined || args.length !== 1) throw outside(`\`${name}\``, place);
  if (name === "has") return lowerHas(first, lowering);
  if (name === "size") return lowerSize(first, lowering);
  if (name === "double") {
    return { kind: "double", run: lowerAs(first, lowering, "int", "double").run };
  }
  if (name === "int") return lowerInt(first, place, lowering);
  throw outside(`\`${name}\``, place);
}

function lowerHas(argument: ASTNode, lowering: Lowering): Lowered {
  if (argument.op !== ".") throw outside("`has` of anything but a feature", argument);
  const { slot, values } = fieldOf(argument.args[0], argument.args[1], argument, lowering);
  const { index } = slot;
  return {
    kind: "bool",
    run: (frame) => (values(frame)[index] === undefined ? FALSE : TRUE),
  };
}

/** Of a text in characters (code points), of a list in elements. */
function lowerSize(argument: ASTNode, lowering: Lowering): Lowered {
  const counted = lowerAs(argument, lowering, "string", "strings", "items");
  if (counted.kind === "string") {
    const { run } = counted;
    lowering.steps += TEXT_STEPS;
    return {
      kind: "int",
      run: (frame) => {
        const value = run(frame);
        return value === undefined ? Number.NaN : characters(value);
      },
    };
  }
  const run: (frame: Frame) => readonly unknown[] | undefined = counted.run;
  return { kind: "int", run: (frame) => run(frame)?.length ?? Number.NaN };
}

/** What going once through the longest text takes, beside comparing two numbers. */
const TEXT_STEPS = 4;

/** Both halves of a character beyond the first 65,536 count as one, as in CEL; a half by itself counts too. */
function characters(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at += 1) {
    if ((text.charCodeAt(at) & HALF_MASK) !== SECOND_HALF) continue;
    if ((text.charCodeAt(at - 1) & HALF_MASK) === FIRST_HALF) count -= 1;
  }
  return count;
}

const HALF_MASK = 0xfc00;
const FIRST_HALF = 0xd800;
const SECOND_HALF = 0xdc00;

function lowerInt(argument: ASTNode, place: Place, lowering: Lowering): Lowered {
  const { run } = lowerAs(argument, lowering, "int", "double");
  const tooLarge = failureAt("CH4222", "The number is too large.", place);
  return {
    kind: "int",
    run: (frame) => {
      const value = Math.trunc(run(frame));
      if (Number.isSafeInteger(value) || Number.isNaN(value)) return value;
      failWith(frame, tooLarge);
      return Number.NaN;
    },
  };
}

const TEXT_TESTS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  contains: (text, part) => text.includes(part),
};

export function lowerMethod(
  name: string,
  receiver: ASTNode,
  args: readonly ASTNode[],
  place: Place,
  lowering: Lowering,
): Lowered {
  if (isLoop(name)) return lowerLoop(name, receiver, args, place, lowering);
  const [first] = args;
  if (name === "size" && first === undefined) return lowerSize(receiver, lowering);
  if (first === undefined || args.length !== 1) throw outside(`\`${name}\``, place);
  if (name === "matches") return lowerMatches(receiver, first, lowering);
  const test = Object.hasOwn(TEXT_TESTS, name) ? TEXT_TESTS[name] : undefined;
  if (test === undefined) throw outside(`\`${name}\``, place);
  lowering.steps += TEXT_STEPS;
  const text = lowerAs(receiver, lowering, "string").run;
  const part = lowerAs(first, lowering, "string").run;
  return {
    kind: "bool",
    run: (frame) => {
      const a = text(frame);
      const b = part(frame);
      if (a === undefined || b === undefined) return FAILED;
      return test(a, b) ? TRUE : FALSE;
    },
  };
}

/** At a character most patterns follow a few of their instructions, the worst all: measured, 0.5 and 5 ns an instruction. */
const INSTRUCTIONS_A_STEP = 8;

/**
 * Somewhere in the text, as in CEL; `^` and `$` tie the pattern to its ends. How long texts are is known only when they are
 * read, so what their characters cost is counted then, and where the declaration has no steps left the text is not read.
 */
function lowerMatches(receiver: ASTNode, pattern: ASTNode, lowering: Lowering): Lowered {
  if (pattern.op !== "value" || typeof pattern.args !== "string") {
    throw new Refusal("CH4217", "A pattern must be a literal.", pattern);
  }
  const { test, steps } = lowering.patterns.compiled(pattern.args, pattern);
  const stepsACharacter = Math.ceil(steps / INSTRUCTIONS_A_STEP);
  lowering.steps += steps;
  lowering.matched.patterns += 1;
  const text = lowerAs(receiver, lowering, "string").run;
  const tooLong = failureAt("CH4223", "No steps are left to read the text.", pattern);
  return {
    kind: "bool",
    run: (frame): Truth => {
      const value = text(frame);
      if (value === undefined) return FAILED;
      frame.steps += stepsACharacter * value.length;
      if (frame.steps > RULE_LIMITS.stepsADeclaration) {
        failWith(frame, tooLong);
        return FAILED;
      }
      return test(value) ? TRUE : FALSE;
    },
  };
}
