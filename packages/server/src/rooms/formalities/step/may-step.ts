/** Which steps of a formality a trader may take whose registration is suspended, merged, closed, or not in force yet. */
import type { Formality } from "@customhouse/formalities";
import type { FormalityKind, Register } from "@customhouse/model";
import { isRegistered } from "@customhouse/traders";
import type { FormalityAsk } from "../contract.ts";

/**
 * The kind lists the steps that need no registration. For all others both the person who takes the step and the holder are
 * looked up, so that a suspended trader can neither act through a representative nor represent others.
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
