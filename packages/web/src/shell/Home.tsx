import { Link, Navigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCountry } from "../api/country.ts";
import { Page } from "../components/Page.tsx";
import { SignInButton } from "../session/SignInButton.tsx";
import type { Role } from "../session/session.ts";
import { useSession } from "../session/use-session.ts";

const HOMES: Partial<Record<Role, string>> = {
  trader: "/declarations",
  officer: "/queue",
  agency: "/agency",
  analyst: "/rules",
};
const PEOPLE = ["trader", "officer", "agency", "analyst"] as const;

export function Home() {
  const { t } = useTranslation();
  const session = useSession();
  const home = session && HOMES[session.person.role];
  if (home) return <Navigate to={home} replace />;
  if (session) {
    return (
      <Page title={t("home.noPagesTitle")}>
        <p className="govuk-body">{t("home.noPages")}</p>
      </Page>
    );
  }
  return <Welcome />;
}

function Welcome() {
  const { t } = useTranslation();
  const { demo } = useCountry();
  return (
    <Page title={t("home.title")}>
      <p className="govuk-body-l">{t("home.lead")}</p>
      <SignInButton className="govuk-button" />
      {demo ? <p className="govuk-body">{t("home.demo")}</p> : null}
      <h2 className="govuk-heading-m">{t("home.whoTitle")}</h2>
      <ul className="ch-cards">
        {PEOPLE.map((who) => (
          <li key={who}>
            <h3 className="govuk-heading-s">{t(`home.who.${who}.title`)}</h3>
            <p className="govuk-body">{t(`home.who.${who}.text`)}</p>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t("home.tryTitle")}</h2>
      <p className="govuk-body">
        {t("home.try")}{" "}
        <Link to="/playground" className="govuk-link">
          {t("home.tryLink")}
        </Link>
      </p>
    </Page>
  );
}
