/** Short texts in the four languages. */
import type { Language } from "./information-package.ts";

/** A text that is there in every language: a `LocalisedText` of which nothing falls back to English. */
export type Words = Readonly<Record<Language, string>>;

/** In this order: English, French, Spanish, Arabic. */
export function words(en: string, fr: string, es: string, ar: string): Words {
  return { en, fr, es, ar };
}

export function mapWords(
  { en, fr, es, ar }: Words,
  made: (text: string, language: Language) => string,
): Words {
  return words(made(en, "en"), made(fr, "fr"), made(es, "es"), made(ar, "ar"));
}
