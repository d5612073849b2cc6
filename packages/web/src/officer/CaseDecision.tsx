import type { Status } from "@customhouse/api/shapes/status";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SuccessBanner } from "../components/Banner.tsx";
import { Code } from "../components/Code.tsx";
import { Loading } from "../components/Loading.tsx";
import { Page } from "../components/Page.tsx";
import { StatusTag } from "../declaration/StatusTag.tsx";
import { CaseFacts } from "./CaseFacts.tsx";
import { ControlForm } from "./ControlForm.tsx";
import { Lane } from "./Lane.tsx";
import { NextCase } from "./NextCase.tsx";
import { useCase } from "./use-case.ts";

/** One screen for one decision: what speaks for and against on one side, the decision on the other. */
export function CaseDecision() {
  const { caseId } = useParams({ from: "/officer/cases/$caseId" });
  const found = useCase(caseId);
  return <Loading query={found}>{(status) => <Case key={caseId} status={status} />}</Loading>;
}

function Case({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<string>();
  const [hasErrors, setHasErrors] = useState(false);
  const { caseId, mrn, regions, milestones, lane } = status;
  return (
    <Page
      title={t("case.title", { mrn })}
      hasErrors={hasErrors}
      caption={
        <>
          {t(`direction.${status.direction}`)} · <Code>{status.lrn}</Code> · {t("case.declarant")}{" "}
          <Code>{status.declarant ?? ""}</Code>
        </>
      }
      beside={
        <>
          <StatusTag regions={regions} milestones={milestones} />
          <Lane lane={lane} />
        </>
      }
      before={
        <Link to="/queue" className="govuk-back-link">
          {t("case.back")}
        </Link>
      }
    >
      {done ? (
        <SuccessBanner key={done}>
          <p className="govuk-notification-banner__heading">{t(`case.done.${done}`)}</p>
          <NextCase after={caseId} />
        </SuccessBanner>
      ) : null}
      <div className="ch-columns ch-columns--decision">
        <CaseFacts status={status} />
        <section aria-labelledby="decision" className="ch-beside">
          <h2 className="govuk-heading-m" id="decision">
            {t("case.decision")}
          </h2>
          <ControlForm status={status} onDone={setDone} onErrors={setHasErrors} />
        </section>
      </div>
    </Page>
  );
}
