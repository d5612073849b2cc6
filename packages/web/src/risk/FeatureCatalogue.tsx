import type { RiskFeature } from "@customhouse/api/risk/policies";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocalised } from "../api/country.ts";
import { Loading } from "../components/Loading.tsx";
import { TextField } from "../components/TextField.tsx";
import { featureInCondition, matchingFeatures } from "./condition.ts";
import { featuresQuery } from "./queries.ts";

/** So many are shown at once: nobody tabs through a whole catalogue. */
const SHOWN = 8;

interface FeatureCatalogueProps {
  readonly scope: string;
  readonly onInsert: (feature: RiskFeature) => void;
}

/** What a condition may ask about. A click puts the feature where the caret is. */
export function FeatureCatalogue({ scope, onInsert }: FeatureCatalogueProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState("");
  const localised = useLocalised();
  const found = useQuery(featuresQuery);
  return (
    <div className="ch-card">
      <TextField
        id="feature-search"
        label={t("feature.search")}
        hint={t("feature.hint")}
        value={asked}
        onChange={setAsked}
      />
      <Loading query={found}>
        {(all) => {
          const matching = matchingFeatures(all, asked, localised);
          return (
            <>
              <p className="ch-status" role="status">
                {t("feature.count", { count: matching.length })}
              </p>
              <ul className="govuk-list">
                {matching.slice(0, SHOWN).map((feature) => (
                  <li key={`${feature.scope}.${feature.name}`}>
                    <button
                      type="button"
                      className="ch-link-button ch-code"
                      onClick={() => onInsert(feature)}
                    >
                      {featureInCondition(feature, scope)}
                    </button>{" "}
                    <span className="ch-muted">{t(`feature.type.${feature.type}`)}</span>
                    <br />
                    {localised(feature.description)}
                  </li>
                ))}
              </ul>
              {matching.length > SHOWN ? <p className="govuk-hint">{t("feature.more")}</p> : null}
            </>
          );
        }}
      </Loading>
    </div>
  );
}
