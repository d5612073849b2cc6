import type { BacktestReport } from "@customhouse/api/risk/backtest-report";
import { useTranslation } from "react-i18next";
import { Code } from "../../components/Code.tsx";
import { Details } from "../../components/Details.tsx";
import { SummaryList } from "../../components/SummaryList.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { BeforeAfter } from "./BeforeAfter.tsx";
import { BurdenTable, LaneTable, OfficeTable, OverlapTable, RuleOutcomes } from "./tables.tsx";

/** What trying a policy on history showed, in tables: before is the policy in force then, after is this one. */
export function ReportView({ report }: { readonly report: BacktestReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { from, to, cases, results, against } = report;
  const compared = against === 0 ? t("report.noPolicy") : t("policy.name", { version: against });
  return (
    <section aria-labelledby="report" className="ch-dense">
      <h2 className="govuk-heading-m" id="report">
        {t("report.title")}
      </h2>
      <p className="govuk-body">{t("report.text")}</p>
      <SummaryList
        rows={[
          { key: "against", label: t("report.against"), value: compared },
          {
            key: "period",
            label: t("report.period"),
            value: from && to ? `${format.date(from)} – ${format.date(to)}` : "–",
          },
          { key: "cases", label: t("report.cases"), value: format.count(cases) },
          { key: "results", label: t("report.results"), value: format.count(results) },
        ]}
      />
      <BeforeAfter report={report} />
      <Detections report={report} />
      <LaneTable report={report} />
      <RuleOutcomes report={report} />
      <OfficeTable report={report} />
      <BurdenTable report={report} />
      <OverlapTable report={report} />
    </section>
  );
}

/** Cases with findings that one side alone selects. */
function Detections({ report }: { readonly report: BacktestReport }) {
  const { t } = useTranslation();
  return (["gained", "missed"] as const).map((kind) => {
    const { count, cases } = report[kind];
    return (
      <div key={kind}>
        <h3 className="govuk-heading-s">{t(`report.${kind}`, { count })}</h3>
        <p className="govuk-body">{t(`report.${kind}Text`)}</p>
        {cases.length > 0 ? (
          <Details summary={t("report.whichCases")}>
            <ul className="govuk-list">
              {cases.map((one) => (
                <li key={one}>
                  <Code>{one}</Code>
                </li>
              ))}
            </ul>
          </Details>
        ) : null}
      </div>
    );
  });
}
