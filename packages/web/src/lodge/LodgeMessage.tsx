import type { ValidationReport } from "@customhouse/api/reference/operations";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { MessageInput } from "../components/MessageInput.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { FindingList } from "../findings/FindingList.tsx";
import { keepLodged } from "../trader/last-lodged.ts";

/** For those whose own system makes the message. */
export function LodgeMessage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const { errors, attempt, tried } = useAttempts();
  const checking = useMutation({
    mutationFn: (): Promise<ValidationReport> => api.reference.validate(text),
  });
  const lodging = useMutation({
    mutationFn: () => api.declarations.lodge(text),
    onSuccess: async (lodged) => {
      keepLodged(lodged);
      await navigate({ to: "/lodged/$mrn", params: { mrn: lodged.mrn } });
    },
  });
  const given = () =>
    tried(text.trim() === "" ? [{ field: "message", text: t("messageInput.missing") }] : []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given() && !lodging.isPending) lodging.mutate();
  };
  const problem = problemOf(lodging.error ?? checking.error);
  const failed = lodging.isError || checking.isError;
  return (
    <Page
      title={t("lodgeMessage.title")}
      hasErrors={errors.length > 0 || failed}
      before={
        <Link to="/lodge" className="govuk-back-link">
          {t("lodge.back")}
        </Link>
      }
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {failed ? <ProblemNotice problem={problem} /> : null}
      {problem?.findings ? <FindingList findings={problem.findings} /> : null}
      <p className="govuk-body">{t("lodgeMessage.text")}</p>
      <form noValidate onSubmit={submit}>
        <MessageInput value={text} onChange={setText} error={errorOf(errors, "message")} />
        <div role="status">{checking.data ? <Checked report={checking.data} /> : null}</div>
        <div className="govuk-button-group">
          <Button type="submit" busy={lodging.isPending}>
            {t("lodgeMessage.submit")}
          </Button>
          <Button
            kind="secondary"
            busy={checking.isPending}
            onClick={() => given() && checking.mutate()}
          >
            {t("lodgeMessage.check")}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function Checked({ report }: { readonly report: ValidationReport }) {
  const { t } = useTranslation();
  if (report.valid) return <p className="govuk-inset-text">{t("playground.valid")}</p>;
  return (
    <>
      <h2 className="govuk-heading-m">
        {t("playground.invalid", { count: report.findings.length })}
      </h2>
      <FindingList findings={report.findings} />
    </>
  );
}
