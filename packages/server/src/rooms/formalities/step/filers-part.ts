/**
 * A filer that contributes to another's formality takes the steps that its kind has for that, and gives its own fields
 * alone.
 */
import {
  type Formality,
  type FormalityRefusal,
  refuseStep,
  tinsIn,
} from "@customhouse/formalities";
import type { FormalityKind } from "@customhouse/model";
import type { FormalityAsk } from "../contract.ts";

export function beyondPart(
  { filer, by, step, facts }: FormalityAsk,
  { parts, seenBy = [] }: FormalityKind,
  before: Formality | undefined,
): FormalityRefusal | undefined {
  if (before === undefined || filer === undefined || parts === undefined || by.as !== "holder")
    return undefined;
  const isPart =
    tinsIn(before.facts, parts.filers).includes(filer) &&
    ![before.holder, ...tinsIn(before.facts, seenBy)].includes(filer);
  if (!isPart) return undefined;
  if (!parts.steps.includes(step)) return refuseStep("CH3203");
  const beyond = Object.keys(facts).filter((name) => !parts.own.includes(name));
  return beyond.length === 0
    ? undefined
    : refuseStep("CH3204", `${beyond.join(", ")}: only who began it can give this.`);
}
