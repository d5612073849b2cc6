import type { Status } from "@customhouse/api/shapes/status";
import { useTranslation } from "react-i18next";
import { Details } from "../components/Details.tsx";
import { Loading } from "../components/Loading.tsx";
import { DocumentSummary } from "../declaration/DocumentSummary.tsx";
import { type Debt, DutyTable } from "../declaration/DutyTable.tsx";
import { SuppliedDocuments } from "../declaration/SuppliedDocuments.tsx";
import { Timeline } from "../declaration/Timeline.tsx";
import { useFormat } from "../i18n/use-format.ts";
import { DocumentText } from "./DocumentText.tsx";
import { OpenTasks } from "./OpenTasks.tsx";
import { Reviews } from "./Reviews.tsx";
import { RiskReasons } from "./RiskReasons.tsx";
import { useCaseDocument, useCaseTimeline } from "./use-case.ts";

/** Everything an officer needs to decide, the reasons for the control first. */
export function CaseFacts({ status }: { readonly status: Status }) {
  const { t } = useTranslation();
  const { caseId, mrn, version } = status;
  const format = useFormat();
  const timeline = useCaseTimeline(caseId, mrn);
  const document = useCaseDocument(caseId, mrn, version);
  return (
    <div className="ch-dense">
      {status.erased ? (
        <p className="govuk-inset-text">
          {t("declaration.erased", { at: format.dateTime(status.erased) })}
        </p>
      ) : null}
      <Reviews caseId={caseId} reviews={status.reviews ?? []} />
      <RiskReasons status={status} />
      <OpenTasks status={status} />
      <SuppliedDocuments mrn={mrn} more={({ id }) => <DocumentText {...{ caseId, id }} />} />
      <h2 className="govuk-heading-m">{t("case.facts")}</h2>
      <Loading query={document}>{(found) => <DocumentSummary document={found} />}</Loading>
      <Loading query={timeline}>
        {(events) => {
          const debt = events.findLast((one) => one.type === "DebtAssessed");
          return (
            <>
              {debt ? <DutyTable debt={debt.body as unknown as Debt} /> : null}
              <Details summary={t("case.history")}>
                <Timeline events={events} />
              </Details>
            </>
          );
        }}
      </Loading>
    </div>
  );
}
