/** Catalogues, and what a language changes on the page itself: `lang`, `dir` and the stylesheet. */

import { ltr, rtl } from "virtual:stylesheets";
import type { Language } from "@customhouse/model";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { asLanguage, directionOf } from "./languages.ts";

const STORED = "customhouse.language";
const STYLESHEET = "customhouse-stylesheet";

type Catalogue = { readonly default: Record<string, unknown> };
const catalogues: Readonly<Record<Language, () => Promise<readonly Catalogue[]>>> = {
  en: () =>
    Promise.all([
      import("../locales/en.json"),
      import("../locales/en.errors.json"),
      import("@customhouse/messages/texts/en.json"),
      import("../locales/en.risk.json"),
      import("../locales/en.formalities.json"),
    ]),
  fr: () =>
    Promise.all([
      import("../locales/fr.json"),
      import("../locales/fr.errors.json"),
      import("@customhouse/messages/texts/fr.json"),
      import("../locales/fr.risk.json"),
      import("../locales/fr.formalities.json"),
    ]),
  es: () =>
    Promise.all([
      import("../locales/es.json"),
      import("../locales/es.errors.json"),
      import("@customhouse/messages/texts/es.json"),
      import("../locales/es.risk.json"),
      import("../locales/es.formalities.json"),
    ]),
  ar: () =>
    Promise.all([
      import("../locales/ar.json"),
      import("../locales/ar.errors.json"),
      import("@customhouse/messages/texts/ar.json"),
      import("../locales/ar.risk.json"),
      import("../locales/ar.formalities.json"),
    ]),
};

export function preferredLanguage(): Language {
  const stored = asLanguage(localStorage.getItem(STORED));
  return stored ?? navigator.languages.map(asLanguage).find((one) => one) ?? "en";
}

export async function startLanguages(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: undefined,
    fallbackLng: "en",
    keySeparator: ".",
    interpolation: { escapeValue: false },
    resources: {},
  });
  await loadCatalogue("en");
  await showLanguage(preferredLanguage());
}

export async function showLanguage(language: Language): Promise<void> {
  await Promise.all([loadCatalogue(language), showStylesheet(directionOf(language))]);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  localStorage.setItem(STORED, language);
}

async function loadCatalogue(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "translation")) return;
  const [texts, errors, ofMessages, ...more] = await catalogues[language]();
  i18next.addResourceBundle(language, "translation", {
    ...texts?.default,
    ...Object.assign({}, ...more.map((one) => one.default)),
    error: { ...ofMessages?.default, ...errors?.default },
  });
}

/** Resolves once it applies, so that no page is seen without its style. */
function showStylesheet(direction: "ltr" | "rtl"): Promise<void> {
  const href = direction === "rtl" ? rtl : ltr;
  const old = document.getElementById(STYLESHEET);
  if (old?.getAttribute("href") === href) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.id = STYLESHEET;
    const done = () => {
      old?.remove();
      resolve();
    };
    link.addEventListener("load", done);
    link.addEventListener("error", done);
    document.head.append(link);
  });
}
