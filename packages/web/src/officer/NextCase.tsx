import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { queueQuery } from "./OfficerQueue.tsx";

/** From one decision to the next without a way round. */
export function NextCase({ after }: { readonly after: string }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(queueQuery);
  const next = data.find((one) => one.caseId !== after);
  return next ? (
    <Link
      to="/cases/$caseId"
      params={{ caseId: next.caseId }}
      className="govuk-notification-banner__link"
    >
      {t("case.next")}
    </Link>
  ) : (
    <Link to="/queue" className="govuk-notification-banner__link">
      {t("case.back")}
    </Link>
  );
}
