import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../components/Page.tsx";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")}>
      <p className="govuk-body">{t("notFound.text")}</p>
      <p className="govuk-body">
        <Link to="/" className="govuk-link">
          {t("notFound.home")}
        </Link>
      </p>
    </Page>
  );
}
