import type { BacktestOutcome, BacktestReport } from "@customhouse/api/risk/backtest-report";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../components/DataTable.tsx";
import { useFormat } from "../../i18n/use-format.ts";

/** How much both sides select, and how often that is right: as observed, and as chance lets one estimate it. */
export function BeforeAfter({ report }: { readonly report: BacktestReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, cases } = report;
  const share = (part: number | undefined) => (part === undefined ? "–" : format.share(part));
  const observed = ({ precision: { controlled, found } }: BacktestOutcome) =>
    controlled === 0 ? "–" : t("report.foundOf", { found, controlled });
  const rows: readonly (readonly [string, (side: BacktestOutcome) => string])[] = [
    ["selected", ({ selected }) => format.count(selected)],
    ["selectedShare", ({ selected }) => (cases === 0 ? "–" : format.share(selected / cases))],
    ["byModel", ({ byModel }) => (byModel === undefined ? "–" : format.count(byModel))],
    ["observed", observed],
    ["precision", ({ precision }) => share(precision.estimated?.precision)],
    ["recall", ({ precision }) => share(precision.estimated?.recall)],
    [
      "effective",
      ({ precision: { estimated } }) => (estimated ? format.count(estimated.effectiveCases) : "–"),
    ],
  ];
  return (
    <>
      <h3 className="govuk-heading-s">{t("report.howGood")}</h3>
      <p className="govuk-body">{t("report.howGoodText")}</p>
      <DataTable
        caption={t("report.howGood")}
        columns={[
          { key: "what", title: t("report.measure.what") },
          { key: "before", title: t("report.before"), numeric: true },
          { key: "after", title: t("report.after"), numeric: true },
        ]}
        rows={rows.map(([key, value]) => ({
          key,
          cells: [t(`report.measure.${key}`), value(before), value(after)],
        }))}
      />
    </>
  );
}
