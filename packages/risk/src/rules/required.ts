/**
 * What a rule cannot do without: a text feature that equals, begins with or is in a list of literals, joined by `&&` at
 * the top. Where the value is there and does not fit, the whole condition is false, errors of other parts included
 * (lower-logic.ts). Where the value is missing, the rule is asked, because then it is an error.
 */
import type { ASTNode } from "@marcbachmann/cel-js";
import type { FeatureScope } from "../features/feature.ts";
import { type Condition, flattened } from "./condition.ts";
import type { RuleEnvironment, Slot } from "./environment.ts";

export interface Requirement {
  readonly slot: Slot;
  readonly values: readonly string[];
  /** Length of the values as beginnings; 0: whole values. */
  readonly prefix: number;
}

/** What tells most declarations apart comes first; a feature that is not here is worth a table only by itself. */
const SELECTIVE: Readonly<Record<string, number>> = {
  declarant: 1,
  importer: 1,
  exporter: 1,
  representative: 1,
  transportMeans: 1,
  commodity: 1,
  hs6: 1,
  hs4: 2,
  hs2: 8,
  description: 4,
  origin: 16,
  dispatchCountry: 16,
  consignorCountry: 16,
};
const USUAL = 32;

/** The most selective requirement of the condition; undefined when it has none. */
export function requirementOf(
  condition: Condition,
  scope: FeatureScope,
  environment: RuleEnvironment,
): Requirement | undefined {
  if (condition.joined === "any") return undefined;
  const names = new Map<string, FeatureScope>([["declaration", "declaration"]]);
  if (scope === "item") names.set("item", "item");
  const found = condition.trees.flatMap((tree) => requirementsOf(tree, names, environment));
  let best: Requirement | undefined;
  for (const candidate of found) {
    if (best === undefined || costOf(candidate) < costOf(best)) best = candidate;
  }
  return best;
}

/** How many declarations, by rule of thumb, will fit. */
function costOf({ slot, values }: Requirement): number {
  return values.length * (SELECTIVE[slot.name] ?? USUAL);
}

type Names = ReadonlyMap<string, FeatureScope>;

function requirementsOf(
  tree: ASTNode,
  names: Names,
  environment: RuleEnvironment,
): readonly Requirement[] {
  if (tree.op === "rcall" && tree.args[0] === "exists") return ofLoop(tree, names, environment);
  const required = requirement(tree, names, environment);
  return required === undefined ? [] : [required];
}

/** `items.exists(i, i.hs2 == "24" && …)`: some item has to fit. */
function ofLoop(
  { args }: Extract<ASTNode, { readonly op: "rcall" }>,
  names: Names,
  environment: RuleEnvironment,
): readonly Requirement[] {
  const [, receiver, [variable, predicate]] = args;
  if (receiver.op !== "id" || receiver.args !== "items") return [];
  if (variable?.op !== "id" || predicate === undefined) return [];
  const inner = new Map(names).set(variable.args, "item" as const);
  return flattened(predicate, "&&").flatMap((part) => {
    const required = requirement(part, inner, environment);
    return required === undefined ? [] : [required];
  });
}

function requirement(
  tree: ASTNode,
  names: Names,
  environment: RuleEnvironment,
): Requirement | undefined {
  if (tree.op === "==") {
    const [left, right] = tree.args;
    const [field, literal] = left.op === "value" ? [right, left] : [left, right];
    return required(field, [literal], 0, names, environment);
  }
  if (tree.op === "in" && tree.args[1].op === "list") {
    return required(tree.args[0], tree.args[1].args, 0, names, environment);
  }
  if (tree.op === "rcall" && tree.args[0] === "startsWith") {
    const [, receiver, [start]] = tree.args;
    // Every text begins with the empty one: it requires nothing.
    if (start?.op !== "value" || typeof start.args !== "string" || start.args === "") {
      return undefined;
    }
    return required(receiver, [start], start.args.length, names, environment);
  }
  return undefined;
}

function required(
  field: ASTNode,
  literals: readonly ASTNode[],
  prefix: number,
  names: Names,
  { slots }: RuleEnvironment,
): Requirement | undefined {
  if (field.op !== "." || field.args[0].op !== "id") return undefined;
  const scope = names.get(field.args[0].args);
  const slot = scope === undefined ? undefined : slots[scope].get(field.args[1]);
  if (slot?.type !== "string") return undefined;
  const values = literals.map((literal) => (literal.op === "value" ? literal.args : undefined));
  if (!values.every((value) => typeof value === "string")) return undefined;
  return { slot, values, prefix };
}
