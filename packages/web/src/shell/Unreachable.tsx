import { useTranslation } from "react-i18next";
import { Button } from "../components/Button.tsx";
import { usePageTitle } from "../components/use-page-title.ts";

/** The server does not answer at all. */
export function Unreachable() {
  const { t } = useTranslation();
  usePageTitle(t("unreachable.title"));
  return (
    <main className="govuk-width-container govuk-main-wrapper">
      <h1 className="govuk-heading-l">{t("unreachable.title")}</h1>
      <p className="govuk-body">{t("unreachable.text")}</p>
      <Button onClick={() => location.reload()}>{t("unreachable.again")}</Button>
    </main>
  );
}
