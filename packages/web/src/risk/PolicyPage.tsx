import type { RiskPolicyVersion } from "@customhouse/api/risk/policy";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SuccessBanner } from "../components/Banner.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { SummaryList } from "../components/SummaryList.tsx";
import { PolicyActions } from "./PolicyActions.tsx";
import { Done } from "./PolicyList.tsx";
import { PolicySettings } from "./PolicySettings.tsx";
import { PolicyState } from "./PolicyState.tsx";
import { policyQuery } from "./queries.ts";
import { RuleTable } from "./RuleTable.tsx";
import { ReportView } from "./report/ReportView.tsx";

/** One policy: who did what, what may be done now, its rules, and what trying it showed. */
export function PolicyPage() {
  const { version } = useParams({ from: "/analyst/rules/$version" });
  const found = useQuery(policyQuery(Number(version)));
  return <Loading query={found}>{(policy) => <Policy key={version} found={policy} />}</Loading>;
}

function Policy({ found }: { readonly found: RiskPolicyVersion }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<string>();
  const { version, note, policy, report, state } = found;
  return (
    <Page
      title={t("policy.name", { version })}
      caption={<bdi>{note}</bdi>}
      beside={<PolicyState state={state} />}
      before={
        <Link to="/rules" className="govuk-back-link">
          {t("policy.back")}
        </Link>
      }
    >
      {done ? (
        <SuccessBanner key={done}>
          <p className="govuk-notification-banner__heading">{t(`policy.done.${done}`)}</p>
        </SuccessBanner>
      ) : null}
      <SummaryList
        rows={[
          {
            key: "written",
            label: t("policy.column.written"),
            value: <Done by={found.createdBy} at={found.createdAt} />,
          },
          {
            key: "signed",
            label: t("policy.column.signed"),
            value: <Done by={found.signedBy} at={found.signedAt} />,
          },
          {
            key: "activated",
            label: t("policy.column.activated"),
            value: <Done by={found.activatedBy} at={found.activatedAt} />,
          },
        ]}
      />
      <PolicyActions found={found} onDone={setDone} />
      <h2 className="govuk-heading-m">{t("rule.tableTitle")}</h2>
      <RuleTable rules={policy.rules} />
      <PolicySettings policy={policy} />
      {report ? <ReportView report={report} /> : null}
    </Page>
  );
}
