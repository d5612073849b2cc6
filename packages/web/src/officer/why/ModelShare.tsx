import type { RiskRun } from "@customhouse/api/risk/run";
import { useTranslation } from "react-i18next";
import { useLocalised } from "../../api/country.ts";
import { Code } from "../../components/Code.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { influences } from "./risk-words.ts";

const DIGITS = 3;

interface ModelShareProps {
  readonly model: NonNullable<RiskRun["model"]>;
  readonly descriptions: NonNullable<RiskRun["descriptions"]>;
}

/** What a model said, and what moved it most, in words. */
export function ModelShare({ model, descriptions }: ModelShareProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const { probability, contributions = [] } = model;
  if (probability === undefined) return null;
  return (
    <>
      <h3 className="govuk-heading-s">{t("why.model")}</h3>
      <p className="govuk-body">{t("why.modelSays", { share: format.share(probability) })}</p>
      <ul className="govuk-list govuk-list--bullet">
        {influences(contributions).map(({ feature, value, towards, strength }) => (
          <li key={feature}>
            {localised(descriptions[feature])}
            <br />
            {value === undefined ? (
              t("why.missing")
            ) : (
              <bdi className="ch-strong">
                {format.number(String(Number(value.toFixed(DIGITS))))}
              </bdi>
            )}{" "}
            {t(`why.influence.${towards}.${strength}`)}
            <div className="ch-muted">
              <Code>{feature}</Code>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
