import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { problemOf } from "../api/problem-of.ts";
import { Button } from "../components/Button.tsx";
import { ErrorSummary } from "../components/ErrorSummary.tsx";
import { Page } from "../components/Page.tsx";
import { ProblemNotice } from "../components/ProblemNotice.tsx";
import { FindingList } from "../findings/FindingList.tsx";
import { keepLodged } from "../trader/last-lodged.ts";
import { AnswerCards } from "./AnswerCards.tsx";
import { BackToTasks } from "./BackToTasks.tsx";
import { DraftFindings } from "./DraftFindings.tsx";
import { useCheckedDraft } from "./use-checked-draft.ts";
import { useDraft } from "./use-draft.ts";

/** Everything on one page before it counts. */
export function CheckPage() {
  const { t } = useTranslation();
  const { document, findings, ready } = useCheckedDraft();
  const [attempt, setAttempt] = useState(0);
  const lodging = useLodging(document);
  const problem = problemOf(lodging.error);
  const blocked = attempt > 0 && findings.length > 0;
  const submit = () => {
    setAttempt(attempt + 1);
    if (findings.length === 0 && ready && !lodging.isPending) lodging.mutate();
  };
  return (
    <Page title={t("check.title")} hasErrors={blocked || lodging.isError} before={<BackToTasks />}>
      {blocked ? (
        <ErrorSummary
          errors={[{ field: "findings", text: t("check.blocked", { count: findings.length }) }]}
          attempt={attempt}
        />
      ) : null}
      {lodging.isError ? <ProblemNotice problem={problem} /> : null}
      {problem?.findings ? <FindingList findings={problem.findings} document={document} /> : null}
      <DraftFindings findings={findings} document={document} />
      <AnswerCards />
      <h2 className="govuk-heading-m">{t("check.nowTitle")}</h2>
      <p className="govuk-body">{t("check.now")}</p>
      <Button busy={lodging.isPending} onClick={submit}>
        {t("check.submit")}
      </Button>
    </Page>
  );
}

function useLodging(document: object) {
  const navigate = useNavigate();
  const { id, flush } = useDraft();
  return useMutation({
    mutationFn: async () => {
      await flush();
      const key = `${id}-${await digestOf(JSON.stringify(document))}`;
      const message = document as Readonly<Record<string, unknown>>;
      return api.declarations.lodge(message, { idempotencyKey: key });
    },
    onSuccess: async (lodged) => {
      keepLodged(lodged);
      await api.own.deleteDraft(id).catch(() => undefined);
      await navigate({ to: "/lodged/$mrn", params: { mrn: lodged.mrn } });
    },
  });
}

const DIGEST_BYTES = 8;

/** The same answers sent twice are one declaration; changed answers are another request. */
async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const bytes = [...new Uint8Array(digest).subarray(0, DIGEST_BYTES)];
  return bytes.map((one) => one.toString(16).padStart(2, "0")).join("");
}
