import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { TextArea } from "../components/TextArea.tsx";
import { errorOf } from "../components/use-attempts.ts";
import { DeclarationForm } from "./DeclarationForm.tsx";
import { queryText } from "./query-text.ts";
import { useDeclaration } from "./use-declaration.ts";

const MAX_ANSWER = 2000;

export function AnswerPage() {
  const { t } = useTranslation();
  const { mrn, queryId } = useParams({ from: "/trader/declarations/$mrn/answer/$queryId" });
  const status = useDeclaration(mrn);
  const [text, setText] = useState("");
  const question = queryText(status.data, queryId).asked;
  const check = () => {
    if (text.trim() === "") return [{ field: "answer", text: t("answer.missing") }];
    const tooLong = text.trim().length > MAX_ANSWER;
    return tooLong ? [{ field: "answer", text: t("form.tooLong", { count: MAX_ANSWER }) }] : [];
  };
  return (
    <DeclarationForm
      mrn={mrn}
      title={t("answer.title")}
      submit={t("answer.submit")}
      check={check}
      send={() => api.declarations.answerQuery(mrn, queryId, text.trim())}
    >
      {(errors) => (
        <>
          <blockquote className="govuk-inset-text">
            {question ? <bdi>{question}</bdi> : t("answer.noText", { id: queryId })}
          </blockquote>
          <TextArea
            id="answer"
            label={t("answer.label")}
            hint={t("format.charactersUpTo", { count: MAX_ANSWER })}
            rows={6}
            error={errorOf(errors, "answer")}
            value={text}
            onChange={setText}
          />
        </>
      )}
    </DeclarationForm>
  );
}
