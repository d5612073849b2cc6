import type { RiskPolicySummary } from "@customhouse/api/risk/policy";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { DataTable } from "../components/DataTable.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { PolicyState } from "./PolicyState.tsx";
import { policiesQuery } from "./queries.ts";

/** All policies, and who did what with each. */
export function PolicyList() {
  const { t } = useTranslation();
  const found = useQuery(policiesQuery);
  return (
    <Page title={t("policy.listTitle")}>
      <p className="govuk-body">{t("policy.listText")}</p>
      <Loading query={found}>
        {(items) => {
          const active = items.find(({ state }) => state === "active");
          return (
            <>
              <Link
                to="/rules/$version/copy"
                params={{ version: String(active?.version ?? 0) }}
                className="govuk-button"
              >
                {t(active ? "policy.copyActive" : "policy.writeFirst")}
              </Link>
              {active ? null : <p className="govuk-inset-text">{t("policy.noneActive")}</p>}
              {items.length === 0 ? null : <PolicyTable items={items} />}
            </>
          );
        }}
      </Loading>
    </Page>
  );
}

const COLUMNS = ["version", "state", "rules", "written", "signed", "activated"] as const;

function PolicyTable({ items }: { readonly items: readonly RiskPolicySummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={t("policy.listTitle")}
      columns={COLUMNS.map((key) => ({ key, title: t(`policy.column.${key}`) }))}
      rows={items.map((item) => ({
        key: String(item.version),
        cells: [
          <Link
            key="version"
            to="/rules/$version"
            params={{ version: String(item.version) }}
            className="govuk-link"
          >
            {t("policy.name", { version: item.version })} <bdi>{item.note}</bdi>
          </Link>,
          <PolicyState key="state" state={item.state} />,
          format.count(item.rules),
          <Done key="written" by={item.createdBy} at={item.createdAt} />,
          <Done key="signed" by={item.signedBy} at={item.signedAt} />,
          <Done key="activated" by={item.activatedBy} at={item.activatedAt} />,
        ],
      }))}
    />
  );
}

/** By whom and when, where it was done. */
export function Done({ by, at }: { readonly by?: string; readonly at?: string }) {
  const format = useFormat();
  if (!by || !at) return "–";
  return (
    <>
      <Code>{by}</Code> <span className="ch-muted">{format.dateTime(at)}</span>
    </>
  );
}
