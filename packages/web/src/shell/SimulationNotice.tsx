import { useTranslation } from "react-i18next";
import { useCountry, useLocalised } from "../api/country.ts";

/** What is made up says so, on every page. */
export function SimulationNotice() {
  const { t } = useTranslation();
  const { simulation } = useCountry();
  const localised = useLocalised();
  if (!simulation) return null;
  return (
    <section className="ch-simulated" aria-label={t("simulation.label")}>
      <div className="govuk-width-container">
        <p>
          <strong>{t("simulation.label")}</strong> {localised(simulation)}
        </p>
      </div>
    </section>
  );
}
