import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { Code } from "../components/Code.tsx";
import { ErrorSummary, type FieldError } from "../components/ErrorSummary.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { useAttempts } from "../components/use-attempts.ts";
import { FindingList } from "../findings/FindingList.tsx";
import { declarationChanged } from "./use-declaration.ts";

interface DeclarationFormProps {
  readonly mrn: string;
  readonly title: string;
  readonly submit: string;
  readonly warning?: boolean;
  /** What is missing in the form, by field. */
  readonly check: () => readonly FieldError[];
  readonly send: () => Promise<unknown>;
  readonly children: (errors: readonly FieldError[]) => ReactNode;
}

/** One question about one declaration: ask, check, send, and back to its timeline. */
export function DeclarationForm(props: DeclarationFormProps) {
  const { mrn, title, submit, warning, check, send, children } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { errors, attempt, tried } = useAttempts();
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await declarationChanged(mrn);
      await navigate({ to: "/declarations/$mrn", params: { mrn } });
    },
  });
  const problem = problemOf(sending.error);
  return (
    <Page
      title={title}
      caption={<Code>{mrn}</Code>}
      hasErrors={errors.length > 0 || sending.isError}
      before={
        <Link to="/declarations/$mrn" params={{ mrn }} className="govuk-back-link">
          {t("declaration.backToOne")}
        </Link>
      }
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      {sending.isError ? <ProblemNotice problem={problem} /> : null}
      {problem?.findings ? <FindingList findings={problem.findings} /> : null}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending.isPending && tried(check())) sending.mutate();
        }}
      >
        {children(errors)}
        <Button type="submit" kind={warning ? "warning" : "primary"} busy={sending.isPending}>
          {submit}
        </Button>
      </form>
    </Page>
  );
}
