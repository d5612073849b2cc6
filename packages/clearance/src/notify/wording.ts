/** Errors in words for whoever is told of them. Codes and places are the message; words only help to read it. */
import { type Language, type Words, words } from "@customhouse/model";
import type { FunctionalError } from "../event.ts";

/** The language of one party, and the texts in it. */
export interface Wording {
  readonly language: Language;
  /** The text of a code; undefined for a code that the country does not list. */
  readonly textOf: (code: string) => string | undefined;
}

export const CODES_ALONE: Wording = { language: "en", textOf: () => undefined };

const NAME_INSTEAD: Words = words(
  "Name {tin} instead.",
  "Indiquez {tin} à la place.",
  "Indique {tin} en su lugar.",
  "اذكر {tin} بدلًا منه.",
);
/** Error/Description of the data model: an..512. */
const MAX_CHARACTERS = 512;

export function descriptionOf(
  { code, instead }: FunctionalError,
  { language, textOf }: Wording,
): string | undefined {
  const said = [
    textOf(code),
    instead === undefined ? undefined : NAME_INSTEAD[language].replace("{tin}", instead),
  ].filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join(" ").slice(0, MAX_CHARACTERS);
}
