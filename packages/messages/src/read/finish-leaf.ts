/** Checks one value with its attributes and puts both into the canonical document. */

import type { JsonPatchOperation } from "@customhouse/model";
import { attributeProblem } from "../check/attribute-check.ts";
import { collapse, type LeafRule, type Problem } from "../check/leaf-rule.ts";
import type { LeafPlan } from "../plan/plan.ts";
import { type Findings, shown } from "./findings.ts";
import type { Trail } from "./trail.ts";

export type MutableNode = Record<string, unknown>;
export type Attributes = Readonly<Record<string, string>>;

/** The trail stands at the leaf. Gives the value as it is kept. */
export function checkValue(leaf: LeafPlan, raw: string, trail: Trail, findings: Findings): string {
  const value = normalised(leaf.rule, raw);
  const problem = leaf.rule.problemOf(value);
  if (problem) addProblem(problem, value, trail, findings, certainRepair(leaf, value, trail));
  else if (leaf.only && !leaf.only.has(leaf.dataType === "Code" ? raw : value)) {
    addProblem(restrictionProblem(leaf.only), value, trail, findings);
  }
  return value;
}

function addProblem(
  { code, message, allowed }: Problem,
  value: string,
  trail: Trail,
  findings: Findings,
  fix?: readonly JsonPatchOperation[],
): void {
  const place = { path: trail.path(), pointer: trail.pointer() };
  const about = { message, found: shown(value), allowed };
  findings.add({ code, ...place, ...about, ...(fix ? { fix } : {}) });
}

/**
 * Blanks around a value that is right without them go; an optional element that is blank goes as
 * a whole.
 */
function certainRepair(
  leaf: LeafPlan,
  value: string,
  trail: Trail,
): readonly JsonPatchOperation[] | undefined {
  const path = trail.jsonPointer();
  const trimmed = value.trim();
  if (trimmed === "") return leaf.isOptional ? [{ op: "remove", path }] : undefined;
  if (trimmed === value || leaf.rule.problemOf(trimmed)) return undefined;
  return [{ op: "replace", path, value: trimmed }];
}

/** Puts the attributes beside the value and reports those that are unknown, missing or wrong. */
export function keepAttributes(
  leaf: LeafPlan,
  name: string,
  attributes: Attributes | undefined,
  target: MutableNode,
  trail: Trail,
  findings: Findings,
): void {
  const { allowed, main, required } = leaf.attributes;
  for (const attribute in attributes) {
    const value = attributes[attribute] ?? "";
    const format = Object.hasOwn(allowed, attribute) ? allowed[attribute] : undefined;
    if (format === undefined) {
      addUnknownAttribute(attribute, trail, findings);
      continue;
    }
    target[`${name}@${attribute}`] = value;
    const allowedValues = attributeProblem(format, value);
    if (allowedValues === undefined) continue;
    findings.add({
      code: "CH1210",
      path: trail.path(`@${attribute}`),
      pointer: trail.pointer(),
      message: `The value of the attribute ${attribute} is not allowed.`,
      found: shown(value),
      allowed: allowedValues,
    });
  }
  if (required && main !== undefined && attributes?.[main] === undefined) {
    findings.add({
      code: "CH1209",
      path: trail.path(`@${main}`),
      pointer: trail.pointer(),
      message: `The attribute ${main} is missing.`,
      allowed: attributeProblem(allowed[main] ?? "text", "") ?? "text",
    });
  }
}

export function addUnknownAttribute(name: string, trail: Trail, findings: Findings): void {
  findings.add({
    code: "CH1102",
    path: trail.path(`@${name}`),
    pointer: trail.pointer(),
    message: `The attribute ${shown(name)} is not known here.`,
  });
}

function normalised(rule: LeafRule, raw: string): string {
  return rule.collapse ? collapse(raw) : raw;
}

function restrictionProblem(only: ReadonlySet<string>): Problem {
  return {
    code: "CH1211",
    message: "The value is not among those allowed here.",
    allowed: [...only].join(", "),
  };
}
