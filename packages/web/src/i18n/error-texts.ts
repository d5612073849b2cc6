/** What an error code says in the reader's language. Unknown codes show the server's own words. */
import { useTranslation } from "react-i18next";
import { useCountryRules } from "../model/country-rules.ts";

export interface ErrorTexts {
  readonly title: (code: string, fallback: string) => string;
  readonly fix: (code: string, fallback: string) => string;
}

export function useErrorTexts(): ErrorTexts {
  const { t, i18n } = useTranslation();
  const rules = useCountryRules();
  const text = (code: string, part: "title" | "fix", fallback: string) => {
    const key = `error.${code}.${part}`;
    if (i18n.exists(key)) return t(key);
    return (part === "title" ? rules.text(code) : rules.fix(code)) ?? fallback;
  };
  return {
    title: (code, fallback) => text(code, "title", fallback || t("errors.unknown")),
    fix: (code, fallback) => text(code, "fix", fallback || t("errors.unknownFix")),
  };
}
