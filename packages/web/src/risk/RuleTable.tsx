import type { RiskRule } from "@customhouse/api/risk/policy";
import type { RuleFinding } from "@customhouse/api/shapes/problem";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { Lane } from "../officer/Lane.tsx";
import { RuleFindings } from "./RuleFindings.tsx";

interface RuleTableProps {
  readonly rules: readonly RiskRule[];
  /** Shown beside each rule, for example links to change it. */
  readonly actions?: (rule: RiskRule) => ReactNode;
  /** What is wrong with each rule, by its identifier or its position. */
  readonly findings?: readonly RuleFinding[];
}

const COLUMNS = ["title", "lane", "mode", "weight", "when"] as const;

export function RuleTable({ rules, actions, findings = [] }: RuleTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rules.length === 0) return <p className="govuk-body">{t("rule.none")}</p>;
  const columns = COLUMNS.map((key) => ({ key, title: t(`rule.field.${key}`) }));
  const more = actions ? [{ key: "actions", title: t("rule.actions") }] : [];
  return (
    <DataTable
      caption={t("rule.tableTitle")}
      columns={[...columns, ...more]}
      rows={rules.map((rule, index) => ({
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
          <div key="when">
            <Code>{rule.when}</Code>
            <RuleFindings
              when={rule.when}
              findings={findings.filter((one) => isAbout(one, rule, index))}
            />
          </div>,
          actions?.(rule),
        ],
      }))}
    />
  );
}

function isAbout(finding: RuleFinding, { id }: RiskRule, index: number): boolean {
  return finding.rule === id || finding.rule === `#${index + 1}`;
}
