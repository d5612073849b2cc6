import type { RiskRetrainingResult } from "@customhouse/api/risk/retrainings";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../i18n/use-format.ts";

const DIGITS = 3;

/** From what it learnt, and how both models did on the newest cases, with what the difference may be. */
export function RunFigures({ result }: { readonly result: RiskRetrainingResult | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (result === undefined) return "–";
  const { counts, champion, comparison } = result;
  const area = (value: number) => format.number(value.toFixed(DIGITS));
  return (
    <ul className="govuk-list govuk-!-margin-bottom-0">
      <li className="ch-muted">{t("retraining.counts", { ...counts })}</li>
      {comparison === undefined ? null : (
        <>
          <li>
            {t(champion ? "retraining.champion" : "retraining.rulesAlone")}{" "}
            <bdi className="ch-strong">{area(comparison.champion.aucOfAll)}</bdi>
          </li>
          <li>
            {t("retraining.challenger")}{" "}
            <bdi className="ch-strong">{area(comparison.challenger.aucOfAll)}</bdi>
          </li>
          <li>
            {t("retraining.difference")}{" "}
            {t("selection.interval", {
              from: area(comparison.difference.from),
              to: area(comparison.difference.to),
            })}
          </li>
          <li className="ch-muted">
            {t("retraining.judged", { cases: comparison.cases, byChance: comparison.byChance })}
          </li>
        </>
      )}
    </ul>
  );
}
