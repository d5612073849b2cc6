import type { Language } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { useCountryModel } from "./country-model.ts";

/** What the country's own codes say, which it gives in every language. */
export function useCountryRules() {
  const { i18n } = useTranslation();
  const { informationPackages: packages = [], errorTexts = {} } = useCountryModel() ?? {};
  const language = i18n.language as Language;
  return {
    text: (code: string): string | undefined => {
      const rule = packages.flatMap((one) => one.rules).find((one) => one.code === code);
      const text = rule?.text ?? errorTexts[code]?.title;
      return text && (text[language] ?? text.en);
    },
    fix: (code: string): string | undefined => errorTexts[code]?.fix?.[language],
  };
}
