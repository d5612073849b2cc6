import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { downloadText } from "../components/download.ts";
import { ProblemNotice } from "../components/ProblemNotice.tsx";

/** Proof for later: what was lodged and decided, checked without trusting us. */
export function Receipts({ mrn }: { readonly mrn: string }) {
  const { t } = useTranslation();
  const fetched = useMutation({
    mutationFn: () => api.declarations.receipts(mrn),
    onSuccess: (items) =>
      downloadText(`${mrn}-receipts.json`, "application/json", JSON.stringify({ items }, null, 2)),
  });
  return (
    <>
      <h2 className="govuk-heading-m">{t("receipts.title")}</h2>
      <p className="govuk-body">{t("receipts.text")}</p>
      {fetched.error ? <ProblemNotice problem={problemOf(fetched.error)} /> : null}
      <Button kind="secondary" busy={fetched.isPending} onClick={() => fetched.mutate()}>
        {t("receipts.download")}
      </Button>
      <p className="ch-status" role="status">
        {fetched.data ? t("receipts.done", { count: fetched.data.length }) : null}
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to="/verify">
          {t("receipts.verify")}
        </Link>
      </p>
    </>
  );
}
