import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { problemOf } from "../../api/problem-of.ts";
import { Button } from "../../components/Button.tsx";
import { Loading } from "../../components/Loading.tsx";
import { Page } from "../../components/Page.tsx";
import { ProblemNotice } from "../../components/ProblemNotice.tsx";
import { retrainingsChanged, retrainingsQuery } from "../queries.ts";
import { RunProgress } from "./RunProgress.tsx";
import { RunTable } from "./RunTable.tsx";

/** Runs in which the server learnt a challenger for the model in force, and one more on demand. */
export function RetrainingPage() {
  const { t } = useTranslation();
  const found = useQuery(retrainingsQuery);
  const asking = useMutation({
    mutationFn: () => api.risk.retrain(),
    onSuccess: retrainingsChanged,
  });
  const cancelling = useMutation({
    mutationFn: (id: string) => api.risk.cancelRetraining(id),
    // Also after a refusal: then the run has ended, and the list says how.
    onSettled: retrainingsChanged,
  });
  const newest = found.data?.[0];
  const isOpen = newest !== undefined && newest.state !== "over";
  return (
    <Page title={t("retraining.title")}>
      <p className="govuk-body">{t("retraining.text")}</p>
      {asking.isError ? <ProblemNotice problem={problemOf(asking.error)} /> : null}
      {cancelling.isError ? <ProblemNotice problem={problemOf(cancelling.error)} /> : null}
      <Button busy={asking.isPending || isOpen} onClick={() => asking.mutate()}>
        {t("retraining.ask")}
      </Button>
      {isOpen ? (
        <Button
          kind="secondary"
          busy={cancelling.isPending}
          onClick={() => cancelling.mutate(newest.id)}
        >
          {t("retraining.cancel")}
        </Button>
      ) : null}
      <RunProgress run={newest} />
      <Loading query={found}>
        {(runs) =>
          runs.length === 0 ? (
            <p className="govuk-inset-text">{t("retraining.none")}</p>
          ) : (
            <RunTable runs={runs} />
          )
        }
      </Loading>
    </Page>
  );
}
