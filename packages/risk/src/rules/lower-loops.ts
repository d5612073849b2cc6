/** Loops over items or over a list of texts. Never one within another, so the worst case is a product, not a power. */
import type { ASTNode } from "@marcbachmann/cel-js";
import { FAILED, FALSE, type Frame, type Lowered, TRUE, type Truth, type Values } from "./frame.ts";
import { RULE_LIMITS } from "./limits.ts";
import { type Lowering, lowerAs, outside } from "./lowering.ts";
import { type Place, Refusal } from "./problem.ts";

type Loop = "exists" | "all" | "exists_one" | "filter";
type Element = Values | string;

const LOOPS: readonly string[] = ["exists", "all", "exists_one", "filter"] satisfies Loop[];

export function isLoop(name: string): name is Loop {
  return LOOPS.includes(name);
}

export function lowerLoop(
  name: Loop,
  receiver: ASTNode,
  [variable, predicate, ...more]: readonly ASTNode[],
  place: Place,
  lowering: Lowering,
): Lowered {
  if (variable?.op !== "id" || predicate === undefined || more.length > 0) {
    throw outside(`\`${name}\` in this form`, place);
  }
  if (lowering.inLoop) throw new Refusal("CH4216", `\`${name}\` within a loop.`, place);
  if (lowering.names.has(variable.args)) {
    throw outside(`A loop variable named as a variable is, ${variable.args},`, variable);
  }
  const list = lowerAs(receiver, lowering, "items", "strings");
  const ofItems = list.kind === "items";
  const inner: Lowering = {
    ...lowering,
    names: new Map(lowering.names).set(variable.args, ofItems ? "element item" : "element string"),
    inLoop: true,
    steps: 0,
  };
  const test = lowerAs(predicate, inner, "bool").run;
  const steps = inner.steps;
  lowering.loopSteps += steps * boundOf(receiver, lowering);
  const elements: (frame: Frame) => readonly Element[] | undefined = list.run;
  const each = eachOf(test, steps);
  if (name === "filter") {
    if (!ofItems) throw outside("`filter` of anything but items", place);
    return { kind: "items", run: filtered(elements, each) };
  }
  if (name === "exists") return { kind: "bool", run: quantified(elements, each, TRUE) };
  if (name === "all") return { kind: "bool", run: quantified(elements, each, FALSE) };
  return { kind: "bool", run: exactlyOne(elements, each) };
}

/** Lists of an item are short; anything else can be as long as there may be items. */
function boundOf(receiver: ASTNode, { names }: Lowering): number {
  const owner = receiver.op === "." ? receiver.args[0] : undefined;
  const ofItem = owner?.op === "id" && names.get(owner.args) === "item";
  return ofItem ? RULE_LIMITS.loopOfItem : RULE_LIMITS.loop;
}

type Each = (frame: Frame, element: Element) => Truth;

function eachOf(test: (frame: Frame) => Truth, steps: number): Each {
  return (frame, element) => {
    frame.element = element;
    frame.steps += steps;
    return test(frame);
  };
}

/** `decisive` ends the loop; without it, an error of any element is the result. */
function quantified(
  elements: (frame: Frame) => readonly Element[] | undefined,
  each: Each,
  decisive: Truth,
): (frame: Frame) => Truth {
  const otherwise = decisive === TRUE ? FALSE : TRUE;
  return (frame) => {
    const list = elements(frame);
    if (list === undefined) return FAILED;
    let result: Truth = otherwise;
    for (let index = 0; index < list.length; index += 1) {
      const truth = each(frame, list[index] as Element);
      if (truth === decisive) return decisive;
      if (truth === FAILED) result = FAILED;
    }
    return result;
  };
}

function exactlyOne(
  elements: (frame: Frame) => readonly Element[] | undefined,
  each: Each,
): (frame: Frame) => Truth {
  return (frame) => {
    const list = elements(frame);
    if (list === undefined) return FAILED;
    let found = 0;
    for (let index = 0; index < list.length; index += 1) {
      const truth = each(frame, list[index] as Element);
      if (truth === FAILED) return FAILED;
      found += truth;
    }
    return found === 1 ? TRUE : FALSE;
  };
}

function filtered(
  elements: (frame: Frame) => readonly Element[] | undefined,
  each: Each,
): (frame: Frame) => readonly Values[] | undefined {
  return (frame) => {
    const list = elements(frame);
    if (list === undefined) return undefined;
    const kept: Values[] = [];
    for (let index = 0; index < list.length; index += 1) {
      const element = list[index] as Element;
      const truth = each(frame, element);
      if (truth === FAILED) return undefined;
      if (truth === TRUE) kept.push(element as Values);
    }
    return kept;
  };
}
