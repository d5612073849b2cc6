/** What a trader may still do with a formality whose registration was suspended, merged, closed, or is not in force yet. */
import type { Formality } from "@customhouse/formalities";
import type { FormalityKind, Register } from "@customhouse/model";
import { isRegistered } from "@customhouse/traders";
import type { FormalityAsk } from "../contract.ts";

/**
 * What its kind says. Whoever takes the step and whoever it is taken for are both looked up, so that a
 * suspended trader neither acts through a representative nor goes on representing others.
 */
export function mayStep(
  { step, by, takenBy, filer, holder }: FormalityAsk,
  kind: FormalityKind,
  before: Formality | undefined,
  register: Register,
): boolean {
  if (by.as !== "holder") return true;
  const definitions = kind.steps.filter((entry) => entry.step === step);
  if (definitions.every(({ withoutRegistration }) => withoutRegistration === true)) return true;
  const tins = [takenBy, filer ?? before?.holder ?? holder].filter((tin) => tin !== undefined);
  return tins.every((tin) => isRegistered(tin, register));
}
