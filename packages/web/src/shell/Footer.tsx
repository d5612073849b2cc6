import { useTranslation } from "react-i18next";

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="ch-footer">
      <div className="govuk-width-container ch-footer__row">
        <ul className="ch-footer__links">
          <li>
            <a className="govuk-link govuk-link--no-visited-state" href="/docs">
              {t("footer.api")}
            </a>
          </li>
          <li>
            <a className="govuk-link govuk-link--no-visited-state" href="/openapi.json">
              {t("footer.openapi")}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
