import { Outlet } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Footer } from "./Footer.tsx";
import { Header } from "./Header.tsx";
import { Navigation } from "./Navigation.tsx";
import { SimulationNotice } from "./SimulationNotice.tsx";

export function Shell() {
  const { t } = useTranslation();
  return (
    <div className="ch-page">
      <a href="#main" className="govuk-skip-link">
        {t("skip")}
      </a>
      <Header />
      <Navigation />
      <SimulationNotice />
      <div className="ch-grow">
        <div className="govuk-width-container">
          <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
      <Footer />
    </div>
  );
}
