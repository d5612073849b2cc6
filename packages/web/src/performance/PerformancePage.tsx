import type { RiskPerformance } from "@customhouse/api/risk/performance";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { Share } from "./Share.tsx";
import { BasisTable, CalibrationTable, DriftTable, RankingTable, RuleRates } from "./tables.tsx";

const PERIODS = ["30", "90", "365"];
const USUAL = "90";

/** How well selection does, with what is not known said as such. */
export function PerformancePage() {
  const { t } = useTranslation();
  const [days, setDays] = useState(USUAL);
  const found = useQuery({
    queryKey: ["performance", days],
    queryFn: (): Promise<RiskPerformance> => api.risk.performance(Number(days)),
  });
  return (
    <Page title={t("selection.title")}>
      <p className="govuk-body">{t("selection.text")}</p>
      <SelectField
        id="days"
        label={t("selection.period")}
        value={days}
        onChange={(value) => setDays(value || USUAL)}
        options={PERIODS.map((value) => ({
          value,
          text: t("selection.days", { count: Number(value) }),
        }))}
      />
      <Loading query={found}>{(performance) => <Figures performance={performance} />}</Loading>
    </Page>
  );
}

function Figures({ performance }: { readonly performance: RiskPerformance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { runs, controlled, baseRate, recall } = performance;
  const estimate = (name: "baseRate" | "recall", of: typeof baseRate) => ({
    key: name,
    label: t(`selection.${name}`),
    value: (
      <>
        <Share of={of} />
        <br />
        <span className="ch-muted">
          {t("selection.effective", { runs: of.runs, effective: format.count(of.effectiveRuns) })}
        </span>
      </>
    ),
  });
  return (
    <>
      <SummaryList
        rows={[
          { key: "runs", label: t("selection.runs"), value: format.count(runs) },
          { key: "controlled", label: t("selection.controlled"), value: format.count(controlled) },
          estimate("baseRate", baseRate),
          estimate("recall", recall),
        ]}
      />
      <RuleRates performance={performance} />
      <BasisTable performance={performance} />
      <CalibrationTable performance={performance} />
      <RankingTable performance={performance} />
      <DriftTable performance={performance} />
    </>
  );
}
