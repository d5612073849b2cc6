import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../components/Button.tsx";
import { ErrorSummary, type FieldError } from "../components/ErrorSummary.tsx";
import { Page } from "../components/Page.tsx";
import { BackToTasks } from "./BackToTasks.tsx";
import { DraftStatus } from "./DraftStatus.tsx";
import { fieldId } from "./field-id.ts";
import type { Task } from "./fields.ts";
import { useCheckedDraft } from "./use-checked-draft.ts";
import { useDraft } from "./use-draft.ts";
import { useFieldErrors } from "./use-field-errors.ts";

interface TaskFormProps {
  readonly task: Task;
  readonly title: string;
  /** Places this page asks for; what is wrong elsewhere does not hold it up. */
  readonly places: readonly string[];
  readonly then: "tasks" | "goods";
  readonly children: (
    errorAt: (place: string) => string | undefined,
    document: object,
  ) => ReactNode;
}

/** A page of questions: saved all the time, checked when somebody goes on. */
export function TaskForm({ task, title, places, then, children }: TaskFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id: draftId, change, flush } = useDraft();
  const { document, findings } = useCheckedDraft();
  const errorsOf = useFieldErrors(document);
  const [shown, setShown] = useState<readonly FieldError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const errors = errorsOf(findings, places);
    setShown(errors);
    setAttempt(attempt + 1);
    if (then === "tasks") change((body) => ({ ...body, done: [...new Set([...body.done, task])] }));
    if (errors.length > 0) return;
    await flush();
    await navigate({
      to: then === "tasks" ? "/lodge/$draftId" : "/lodge/$draftId/goods",
      params: { draftId },
    });
  };
  const errorAt = (place: string) => shown.find((one) => one.field === fieldId(place))?.text;
  return (
    <Page title={title} hasErrors={shown.length > 0} before={<BackToTasks />}>
      <ErrorSummary errors={shown} attempt={attempt} />
      <form noValidate onSubmit={(event) => void submit(event)}>
        {children(errorAt, document)}
        <DraftStatus />
        <Button type="submit">{t("lodge.saveAndContinue")}</Button>
      </form>
    </Page>
  );
}
