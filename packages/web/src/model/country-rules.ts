import type { Language } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { useCountryModel } from "./country-model.ts";

/** Texts of the country's own rules, which it gives in every language. */
export function useCountryRules() {
  const { i18n } = useTranslation();
  const packages = useCountryModel()?.informationPackages ?? [];
  return {
    text: (code: string): string | undefined => {
      const rule = packages.flatMap((one) => one.rules).find((one) => one.code === code);
      return rule && (rule.text[i18n.language as Language] ?? rule.text.en);
    },
  };
}
