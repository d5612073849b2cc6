/** A report at arrival finds its filing, which is then assessed with what is known now. */
import type { ClockStep } from "../behaviour/behaviour.ts";
import {
  type Acting,
  command,
  findByDocuments,
  findUnmatched,
  isToBeTriedAgain,
  type RefusedOutcome,
  takeOtherStep,
} from "../behaviour/effects.ts";
import { type FormalityRefusal, refuseStep } from "../errors.ts";
import type { Formality } from "../machine/state.ts";

const SUBJECT = "risk";
/** A case may be told of its cargo at the same time: then it is read anew. */
const MAX_TRIES = 3;

export function* matchFiling({
  state,
  facts,
}: Formality): Acting<ClockStep | FormalityRefusal | RefusedOutcome> {
  const { transportDocument, mismatch, filing: known } = facts;
  const document = typeof transportDocument === "string" ? transportDocument : undefined;
  const late = document === undefined ? undefined : yield* matchDeclarations(document);
  if (late !== undefined) return late;
  const filings = document === undefined ? [] : yield* findByDocuments("cargoFiling", [document]);
  const isDifferent = state === "mismatched" && typeof mismatch === "string";
  for (const filing of filings.filter((one) => one.state === "assessed")) {
    const outcome = yield* takeOtherStep({
      number: filing.number,
      step: "reassess",
      subject: SUBJECT,
      facts: isDifferent
        ? { trigger: "mismatch", cargoMismatch: mismatch }
        : { trigger: "arrival" },
    });
    if (isToBeTriedAgain(outcome)) return outcome;
  }
  const [first] = filings;
  if (first === undefined || first.number === known)
    return refuseStep("CH3206", "No filing is to be matched.");
  return { kind: "step", step: "matchFiling", subject: SUBJECT, facts: { filing: first.number } };
}

/** Declarations that were accepted before the carrier reported. Undefined: done. */
function* matchDeclarations(document: string): Acting<RefusedOutcome | undefined> {
  for (const mrn of yield* findUnmatched(document)) {
    const outcome = yield* command({
      mrn,
      command: { type: "MatchCargo" },
      subject: SUBJECT,
      tries: MAX_TRIES,
    });
    if (outcome !== undefined && isToBeTriedAgain(outcome)) return outcome;
  }
  return undefined;
}
