import type { Sample, ValidationReport } from "@customhouse/api/reference/operations";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { errorOf, useAttempts } from "../components/use-attempts.ts";
import { Commands } from "./Commands.tsx";
import { Outcome } from "./Outcome.tsx";

const MAX_BYTES = 1024 * 1024;

/** Try a message out: nobody has to sign in, and nothing is kept. */
export function Playground() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { errors, attempt, tried } = useAttempts();
  const checking = useMutation({
    mutationFn: (message: string): Promise<ValidationReport> => api.reference.validate(message),
  });
  const validate = (message: string) => {
    if (tried(message.trim() === "" ? [missing] : tooLong(message))) checking.mutate(message);
  };
  const missing = { field: "message", text: t("messageInput.missing") };
  const tooLong = (message: string) =>
    new Blob([message]).size > MAX_BYTES
      ? [{ field: "message", text: t("playground.tooLarge") }]
      : [];
  const choose = (content: string) => {
    setText(content);
    checking.reset();
  };
  return (
    <Page title={t("playground.title")} hasErrors={errors.length > 0}>
      <p className="govuk-body-l">{t("playground.text")}</p>
      <ErrorSummary errors={errors} attempt={attempt} />
      <div className="ch-columns">
        <form
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            validate(text);
          }}
        >
          <SampleChoice onChoose={choose} />
          <TextArea
            id="message"
            label={t("playground.message")}
            hint={t("playground.limit")}
            error={errorOf(errors, "message")}
            rows={24}
            editor
            value={text}
            onChange={choose}
          />
          <Button type="submit" busy={checking.isPending}>
            {t("playground.validate")}
          </Button>
        </form>
        <section aria-labelledby="outcome" aria-live="polite">
          <h2 className="govuk-heading-m" id="outcome">
            {t("playground.outcome")}
          </h2>
          {checking.isError ? <ProblemNotice problem={problemOf(checking.error)} /> : null}
          {checking.data ? (
            <Outcome
              report={checking.data}
              text={text}
              onFixed={(fixed) => {
                setText(fixed);
                validate(fixed);
              }}
            />
          ) : null}
          {checking.isIdle ? <p className="govuk-body">{t("playground.idle")}</p> : null}
        </section>
      </div>
      <Commands text={text} />
    </Page>
  );
}

function SampleChoice({ onChoose }: { readonly onChoose: (content: string) => void }) {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState("");
  const { data = [] } = useQuery({
    queryKey: ["samples"],
    queryFn: (): Promise<readonly Sample[]> => api.reference.samples(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const titleOf = ({ name: one, title }: Sample) =>
    i18n.exists(`sample.${one}`) ? t(`sample.${one}`) : title;
  return (
    <SelectField
      id="sample"
      label={t("playground.sample")}
      value={name}
      onChange={(value) => {
        setName(value);
        const found = data.find((one) => one.name === value);
        if (found) onChoose(found.content);
      }}
      options={data.map((one) => ({ value: one.name, text: titleOf(one) }))}
    />
  );
}
