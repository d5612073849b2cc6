/**
 * And, or, not and the choice. As in CEL, an operand that decides is enough, on whichever side: an error counts only where
 * the other operand leaves the result open. That is what lets an index leave out rules without anybody noticing.
 */
import type { ASTNode } from "@marcbachmann/cel-js";
import { FAILED, FALSE, type Lowered, TRUE } from "./frame.ts";
import { type Lowering, lowerAs } from "./lowering.ts";
import { Refusal } from "./problem.ts";

type Pair = readonly [ASTNode, ASTNode];

export function lowerAnd([first, second]: Pair, lowering: Lowering): Lowered {
  const left = lowerAs(first, lowering, "bool").run;
  const right = lowerAs(second, lowering, "bool").run;
  return {
    kind: "bool",
    run: (frame) => {
      const known = left(frame);
      if (known === FALSE) return FALSE;
      const other = right(frame);
      if (other === FALSE) return FALSE;
      return known === FAILED ? FAILED : other;
    },
  };
}

export function lowerOr([first, second]: Pair, lowering: Lowering): Lowered {
  const left = lowerAs(first, lowering, "bool").run;
  const right = lowerAs(second, lowering, "bool").run;
  return {
    kind: "bool",
    run: (frame) => {
      const known = left(frame);
      if (known === TRUE) return TRUE;
      const other = right(frame);
      if (other === TRUE) return TRUE;
      return known === FAILED ? FAILED : other;
    },
  };
}

export function lowerNot(operand: ASTNode, lowering: Lowering): Lowered {
  const { run } = lowerAs(operand, lowering, "bool");
  return {
    kind: "bool",
    run: (frame) => {
      const truth = run(frame);
      return truth === FAILED ? FAILED : truth === TRUE ? FALSE : TRUE;
    },
  };
}

/** Of true or false, of numbers or of texts. */
export function lowerTernary(
  [condition, first, second]: readonly [ASTNode, ASTNode, ASTNode],
  lowering: Lowering,
): Lowered {
  const choose = lowerAs(condition, lowering, "bool").run;
  const yes = lowering.lower(first, lowering);
  const no = lowering.lower(second, lowering);
  if (yes.kind === "bool" && no.kind === "bool") {
    return { kind: "bool", run: chosen(choose, yes.run, no.run, FAILED) };
  }
  if (yes.kind === "string" && no.kind === "string") {
    return { kind: "string", run: chosen(choose, yes.run, no.run, undefined) };
  }
  if ((yes.kind === "int" || yes.kind === "double") && yes.kind === no.kind) {
    return { kind: yes.kind, run: chosen(choose, yes.run, no.run, Number.NaN) };
  }
  const found = `${yes.kind}, ${no.kind}`;
  const message = `A choice between ${yes.kind} and ${no.kind}.`;
  throw new Refusal("CH4214", message, condition, { found });
}

type Run<T> = Extract<Lowered, { kind: "bool" }>["run"] extends (frame: infer F) => unknown
  ? (frame: F) => T
  : never;

function chosen<T>(
  choose: Extract<Lowered, { kind: "bool" }>["run"],
  yes: Run<T>,
  no: Run<T>,
  failed: T,
): Run<T> {
  return (frame) => {
    const truth = choose(frame);
    return truth === FAILED ? failed : truth === TRUE ? yes(frame) : no(frame);
  };
}
