/**
 * Korean in Latin letters, by syllable: the Revised Romanization (2000), which follows from the place of a syllable in
 * Unicode. Changes of sound between syllables are left out, as in names of persons, but for an end that goes over to a
 * syllable without a beginning.
 */

const FIRST_SYLLABLE = 0xac00;
const SYLLABLE = "[\uac00-\ud7a3]";
const VOWELS_COUNT = 21;
const ENDS_COUNT = 28;

const words = (text: string) => text.split(" ").map((part) => (part === "-" ? "" : part));
const BEGINNINGS = words("g kk n d tt r m b pp s ss - j jj ch k t p h");
const VOWELS = words("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i");
const ENDS = words("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t");
/** The same ends before a syllable that begins with its vowel. */
const ENDS_GONE_OVER = words(
  "- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -",
);

/** Families that nearly everybody writes with another consonant than the rules do. */
const FAMILIES: ReadonlyMap<string, string> = new Map([
  ["강", "kang"],
  ["고", "ko"],
  ["공", "kong"],
  ["곽", "kwak"],
  ["구", "koo"],
  ["권", "kwon"],
  ["금", "keum"],
  ["기", "ki"],
  ["김", "kim"],
  ["박", "park"],
  ["우", "woo"],
  ["이", "lee"],
  ["임", "lim"],
  ["조", "cho"],
]);

/** A name of a person by itself: a family name, of which a few have two syllables, and a given name of up to three. */
const PERSON = new RegExp(
  `^\\P{L}*(남궁|독고|사공|서문|선우|제갈|황보|${SYLLABLE})\\s*(${SYLLABLE}{1,3})\\P{L}*$`,
  "u",
);
const RUN = new RegExp(`${SYLLABLE}+`, "gu");

/** The name with all Korean syllables replaced; of a person, family and given name are two words. */
export function koreanToLatin(name: string): string {
  const [, family, given] = PERSON.exec(name) ?? [];
  if (family !== undefined && given !== undefined) {
    return `${FAMILIES.get(family) ?? romanised(family)} ${romanised(given)}`;
  }
  return name.replace(RUN, romanised);
}

function romanised(run: string): string {
  const places = Array.from(run, (syllable) => (syllable.codePointAt(0) ?? 0) - FIRST_SYLLABLE);
  const beginningOf = (place: number) => Math.floor(place / (VOWELS_COUNT * ENDS_COUNT));
  return places
    .map((place, at) => {
      const beginning = BEGINNINGS[beginningOf(place)] ?? "";
      const vowel = VOWELS[Math.floor(place / ENDS_COUNT) % VOWELS_COUNT] ?? "";
      const next = places[at + 1];
      const goesOver = next !== undefined && BEGINNINGS[beginningOf(next)] === "";
      return beginning + vowel + ((goesOver ? ENDS_GONE_OVER : ENDS)[place % ENDS_COUNT] ?? "");
    })
    .join("");
}
