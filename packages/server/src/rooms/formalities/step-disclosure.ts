/** The fields of a step that the log seals, and those that a reader gets when its leaf is opened. */
import type { Facts, FormalityKind } from "@customhouse/model";
import type { Disclosure } from "../../platform/commit/open-leaf.ts";
import { type Reader, shownFacts } from "./formality-answer.ts";

// `by` names a person's pseudonym, and the digests are of words and of personal data that could be guessed: these are opened
// to nobody, and stay sealed when the data is erased.
const SEALED = ["code", "facts", "by", "wordsDigest", "personalDigest"];

export function sealedStepFields(): readonly string[] {
  return SEALED;
}

/** Facts are opened as a whole: to whoever sees all of them. */
export function stepDisclosure(kind: FormalityKind, reader: Reader): Disclosure {
  return ({ body }) => {
    const facts = (body.facts ?? {}) as Facts;
    const seesAll =
      Object.keys(shownFacts(facts, kind, reader)).length === Object.keys(facts).length;
    return (field) => {
      if (field === "facts") return seesAll;
      // It proves that one has seen the whole.
      if (field === "code") return reader.relation !== "part";
      return !SEALED.includes(field);
    };
  };
}
