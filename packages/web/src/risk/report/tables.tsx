/** The tables of a back-test's report. */
import type { BacktestReport } from "@customhouse/api/risk/backtest-report";
import type { RiskLane } from "@customhouse/api/risk/run";
import { useTranslation } from "react-i18next";
import { useCountry, useLocalised } from "../../api/country.ts";
import { Code } from "../../components/Code.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import { Lane } from "../../officer/Lane.tsx";
import { officeLoads } from "./office-load.ts";

interface TableProps {
  readonly report: BacktestReport;
}

const LANES: readonly RiskLane[] = ["red", "yellow", "blue", "green"];

function useColumns(table: string) {
  const { t } = useTranslation();
  return (first: string, ...numbers: readonly string[]) => [
    { key: first, title: t(`report.${table}.${first}`) },
    ...numbers.map((key) => ({ key, title: t(`report.${table}.${key}`), numeric: true })),
  ];
}

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <>
      <h3 className="govuk-heading-s">{title}</h3>
      {children}
    </>
  );
}

/** Cases by lane before (rows) and after (columns). */
export function LaneTable({ report: { laneShift } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("report.lanes.title")}>
      <DataTable
        caption={t("report.lanes.title")}
        columns={[
          { key: "before", title: t("report.lanes.before") },
          ...LANES.map((lane) => ({
            key: lane,
            title: t("report.lanes.after", { lane: t(`lane.${lane}`) }),
            numeric: true,
          })),
        ]}
        rows={LANES.map((lane) => ({
          key: lane,
          cells: [
            <Lane key="lane" lane={lane} />,
            ...LANES.map((after) => format.count(laneShift[lane][after])),
          ],
        }))}
      />
    </Section>
  );
}

export function RuleOutcomes({ report: { rules } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns("rules");
  if (rules.length === 0) return null;
  return (
    <Section title={t("report.rules.title")}>
      <DataTable
        caption={t("report.rules.title")}
        columns={columns("rule", "hits", "alone", "found", "failures")}
        rows={rules.map(({ rule, hits, alone, found, controlled, failures }) => ({
          key: rule,
          cells: [
            <Code key="rule">{rule}</Code>,
            format.count(hits),
            format.count(alone),
            controlled === 0 ? "–" : t("report.foundOf", { found, controlled }),
            format.count(failures),
          ],
        }))}
      />
    </Section>
  );
}

export function OfficeTable({ report: { before, after } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns("offices");
  const localised = useLocalised();
  const { offices } = useCountry();
  const loads = officeLoads(before.workload, after.workload);
  if (loads.length === 0) return null;
  return (
    <Section title={t("report.offices.title")}>
      <DataTable
        caption={t("report.offices.title")}
        columns={columns("office", "days", "before", "after", "busiestBefore", "busiestAfter")}
        rows={loads.map((load) => ({
          key: load.office,
          cells: [
            localised(offices.find(({ code }) => code === load.office)?.name) || load.office,
            format.count(load.days),
            format.count(load.before.perDay),
            format.count(load.after.perDay),
            format.count(load.before.busiest),
            format.count(load.after.busiest),
          ],
        }))}
      />
    </Section>
  );
}

export function BurdenTable({ report: { before, after } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns("burden");
  if (after.burden.length === 0) return null;
  const share = (selected: number, of: number) =>
    of === 0 ? "–" : `${format.count(selected)} (${format.share(selected / of)})`;
  return (
    <Section title={t("report.burden.title")}>
      <p className="govuk-body">{t("report.burden.text")}</p>
      <DataTable
        caption={t("report.burden.title")}
        columns={columns("size", "declarations", "before", "after")}
        rows={after.burden.map(({ size, declarations, selected }) => {
          const was = before.burden.find((one) => one.size === size);
          return {
            key: size,
            cells: [
              t(`report.size.${size}`),
              format.count(declarations),
              was ? share(was.selected, was.declarations) : "–",
              share(selected, declarations),
            ],
          };
        })}
      />
    </Section>
  );
}

export function OverlapTable({ report: { overlaps } }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns("overlaps");
  if (overlaps.length === 0) return null;
  return (
    <Section title={t("report.overlaps.title")}>
      <DataTable
        caption={t("report.overlaps.title")}
        columns={columns("rules", "both", "jaccard")}
        rows={overlaps.map(({ rules: [one, other], both, jaccard }) => ({
          key: `${one} ${other}`,
          cells: [
            <span key="rules">
              <Code>{one}</Code> · <Code>{other}</Code>
            </span>,
            format.count(both),
            format.share(jaccard),
          ],
        }))}
      />
    </Section>
  );
}
