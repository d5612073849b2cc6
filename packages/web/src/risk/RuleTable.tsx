import type { RiskRule } from "@customhouse/client";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { Lane } from "../officer/Lane.tsx";

interface RuleTableProps {
  readonly rules: readonly RiskRule[];
  /** Shown beside each rule, for example links to change it. */
  readonly actions?: (rule: RiskRule) => ReactNode;
}

const COLUMNS = ["title", "lane", "mode", "weight", "when"] as const;

export function RuleTable({ rules, actions }: RuleTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rules.length === 0) return <p className="govuk-body">{t("rule.none")}</p>;
  const columns = COLUMNS.map((key) => ({ key, title: t(`rule.field.${key}`) }));
  const more = actions ? [{ key: "actions", title: t("rule.actions") }] : [];
  return (
    <DataTable
      caption={t("rule.tableTitle")}
      columns={[...columns, ...more]}
      rows={rules.map((rule) => ({
        key: rule.id,
        cells: [
          <>
            <bdi>{rule.title}</bdi>
            <br />
            <span className="ch-muted">
              <Code>{rule.id}</Code>
            </span>
          </>,
          <Lane key="lane" lane={rule.lane} />,
          t(`rule.mode.${rule.mode}`),
          format.count(rule.weight),
          <Code key="when">{rule.when}</Code>,
          actions?.(rule),
        ],
      }))}
    />
  );
}
