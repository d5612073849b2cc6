import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Says in the tab, and to screen readers, where one is and whether something has to be mended. */
export function usePageTitle(title: string, hasErrors = false): void {
  const { t } = useTranslation();
  useEffect(() => {
    const text = `${title} – ${t("product")}`;
    document.title = hasErrors ? t("errors.titlePrefix", { title: text }) : text;
  }, [title, hasErrors, t]);
}
