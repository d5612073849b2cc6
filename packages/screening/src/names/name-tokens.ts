/** A name in any script as small Latin words, so that one alphabet serves for blocking and scoring. */
import anyAscii from "any-ascii";
import { koreanToLatin } from "./hangul.ts";
import { canonicalForms } from "./legal-forms.ts";

/** Words beyond these are not looked at; a name that needs more is a text. */
export const MAX_TOKENS = 16;
const MAX_TOKEN_CHARACTERS = 40;

// biome-ignore lint/suspicious/noControlCharactersInRegex: it asks whether the text is ASCII
const ASCII = /^[\x00-\x7f]*$/;
const SEPARATOR = /[^a-z0-9]+/;
/** A dot between single letters belongs to an abbreviation: S.A.R.L. is one word. */
const ABBREVIATION = /\b(?:[a-z]\.){2,}[a-z]?\b/g;

export function nameTokens(name: string): readonly string[] {
  const latin = (
    ASCII.test(name) ? name : anyAscii(beforeLatin(koreanToLatin(name.normalize("NFKC"))))
  )
    .toLowerCase()
    .replace(ABBREVIATION, (found) => found.replaceAll(".", ""))
    // What stands for the Arabic ayn begins a word as a vowel does; within a word nobody writes it twice alike.
    .replace(/(^|[^a-z0-9'`])[`']+(?=[bcdfghjklmnpqrstvwxyz])/g, "$1a")
    .replace(/['`]/g, "");
  const words = latin.split(SEPARATOR).filter((word) => word !== "");
  return canonicalForms(words)
    .slice(0, MAX_TOKENS)
    .map((word) => word.slice(0, MAX_TOKEN_CHARACTERS));
}

/** Word borders that a script does not write, or writes joined, are set before its letters are replaced. */
function beforeLatin(name: string): string {
  return (
    name
      // A picture has a name in Latin letters too, but is nobody's.
      .replace(/\p{S}/gu, " ")
      // The article is a word of its own; other words that begin with alef begin with a vowel.
      .replace(/(^|[^\p{L}\p{M}])ال(?=\p{L}{2})/gu, "$1al ")
      .replace(/(^|[^\p{L}\p{M}])[اأإآ]/gu, "$1a")
      // Two letters that would look like one of another sound, as s and h, are kept apart by what no sound is made of.
      .replace(/([دتسكزرلغق])(?=[هح])|(د)(?=ج)/gu, "$1$2y")
      // A Chinese name of two to four characters is a family name of one and a given name of the rest.
      .replace(/(^|[^\p{L}])(\p{sc=Han})(\p{sc=Han}{1,3})(?![\p{L}])/gu, "$1$2 $3")
  );
}
