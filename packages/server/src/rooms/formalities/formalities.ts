/** Formalities, put together: steps, what the clock does, erasing, looking up. */
import { passDeadline } from "./behaviour/strike-clock.ts";
import type { Formalities, FormalityRecords } from "./contract.ts";
import { eraseFormality } from "./erase-formality.ts";
import type { FormalityParts } from "./parts.ts";
import { givenFacts, personalFacts } from "./step/personal-facts.ts";
import { stepFormality } from "./step/step-formality.ts";

export function createFormalities(parts: FormalityParts, records: FormalityRecords): Formalities {
  return {
    ...records,
    step: (ask) => stepFormality(parts, ask),
    passDeadline: (due) => passDeadline(parts, due),
    erase: (ask) => eraseFormality(parts, ask),
    personalFacts: (formality, filer) => personalFacts(parts, formality, filer),
    givenFacts: (formality, filer) => givenFacts(parts, formality, filer),
  };
}
