import type { TimelineEntry } from "@customhouse/api/declarations/timeline";
import { useTranslation } from "react-i18next";
import { Loading } from "../components/Loading.tsx";
import { DutyTable } from "./DutyTable.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { Receipts } from "./Receipts.tsx";
import { Rejection } from "./Rejection.tsx";
import { Timeline } from "./Timeline.tsx";
import { TraderActions } from "./TraderActions.tsx";
import { useDeclaration, useTimeline } from "./use-declaration.ts";
import { useMrn } from "./use-mrn.ts";

export function TimelineTab() {
  const { t } = useTranslation();
  const mrn = useMrn();
  const status = useDeclaration(mrn);
  const timeline = useTimeline(mrn);
  return (
    <Loading query={status}>
      {(found) => (
        <Loading query={timeline}>
          {(events) => (
            <>
              <NextSteps status={found} />
              <Rejection mrn={mrn} events={events} />
              <h2 className="govuk-heading-m">{t("timeline.title")}</h2>
              <Timeline events={events} />
              <LastDebt events={events} />
              <Receipts mrn={mrn} />
              <TraderActions status={found} />
            </>
          )}
        </Loading>
      )}
    </Loading>
  );
}

/** Provisional until the final one is there; each replaces the one before. */
function LastDebt({ events }: { readonly events: readonly TimelineEntry[] }) {
  const last = events.findLast((event) => event.type === "DebtAssessed");
  return last ? <DutyTable debt={last.body} /> : null;
}
