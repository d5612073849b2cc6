import type { AgencyCheck, Status } from "@customhouse/api/shapes/status";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SuccessBanner } from "../components/Banner.tsx";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { DocumentSummary } from "../declaration/DocumentSummary.tsx";
import { SuppliedDocuments } from "../declaration/SuppliedDocuments.tsx";
import { useCase, useCaseDocument } from "../officer/use-case.ts";
import { usePerson } from "../session/use-session.ts";
import { CheckForm } from "./CheckForm.tsx";
import { CheckSummary } from "./CheckSummary.tsx";

/** One case of the agency: its own checks, each with its decision. */
export function AgencyDecision() {
  const { caseId } = useParams({ from: "/agency-officer/agency/$caseId" });
  const found = useCase(caseId);
  return <Loading query={found}>{(status) => <Case key={caseId} status={status} />}</Loading>;
}

function Case({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const { agency } = usePerson();
  const [done, setDone] = useState(0);
  const [hasErrors, setHasErrors] = useState(false);
  const own = (status.checks ?? []).filter((one) => one.agency === agency);
  const open = own.filter(isOpen);
  const closed = own.filter((one) => !isOpen(one));
  const document = useCaseDocument(status.caseId, status.mrn, status.version);
  return (
    <Page
      title={t("case.title", { mrn: status.mrn })}
      caption={
        <>
          {t(`direction.${status.direction}`)} · <Code>{status.lrn}</Code>
        </>
      }
      hasErrors={hasErrors}
      before={
        <Link to="/agency" className="govuk-back-link">
          {t("agency.back")}
        </Link>
      }
    >
      {done > 0 ? (
        <SuccessBanner key={done}>
          <p className="govuk-notification-banner__heading">{t("agency.done")}</p>
          <Link to="/agency" className="govuk-notification-banner__link">
            {t("agency.back")}
          </Link>
        </SuccessBanner>
      ) : null}
      <div className="ch-columns ch-columns--decision">
        <div className="ch-dense">
          <h2 className="govuk-heading-m">{t("case.facts")}</h2>
          <Loading query={document}>{(found) => <DocumentSummary document={found} />}</Loading>
          <SuppliedDocuments mrn={status.mrn} />
        </div>
        <div className="ch-beside">
          {open.map((check) => (
            <CheckForm
              key={`${check.id} ${check.state}`}
              status={status}
              check={check}
              onDone={() => setDone(done + 1)}
              onErrors={setHasErrors}
            />
          ))}
          {open.length === 0 ? <p className="govuk-body">{t("agency.nothingOpen")}</p> : null}
          {closed.map((check) => (
            <CheckSummary key={check.id} check={check} />
          ))}
        </div>
      </div>
    </Page>
  );
}

function isOpen(check: AgencyCheck): boolean {
  return check.state === "open" || check.state === "held";
}
