/** The languages of the portal, each named in itself. */
import type { Language } from "@customhouse/model";

export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: "en", name: "English" },
  { code: "fr", name: "Français" },
  { code: "es", name: "Español" },
  { code: "ar", name: "العربية" },
];

export function directionOf(language: string): "ltr" | "rtl" {
  return language === "ar" ? "rtl" : "ltr";
}

export function asLanguage(text: string | null | undefined): Language | undefined {
  const short = text?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((one) => one.code === short)?.code;
}
