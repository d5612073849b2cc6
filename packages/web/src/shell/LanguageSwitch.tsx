import { useTranslation } from "react-i18next";
import { showLanguage } from "../i18n/i18n.ts";
import { LANGUAGES } from "../i18n/languages.ts";

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <nav aria-label={t("languages.label")}>
      <ul className="ch-languages">
        {LANGUAGES.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              lang={code}
              aria-current={i18n.language === code ? "true" : undefined}
              onClick={() => void showLanguage(code)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
