import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../components/Page.tsx";
import { Tag } from "../components/Tag.tsx";
import { DraftStatus } from "./DraftStatus.tsx";
import { TASKS, type Task } from "./fields.ts";
import { type TaskStatus, useCheckedDraft } from "./use-checked-draft.ts";
import { useDraft } from "./use-draft.ts";

export function TaskListPage() {
  const { t } = useTranslation();
  const { id } = useDraft();
  const { statusOf } = useCheckedDraft();
  const completed = TASKS.filter((task) => statusOf(task) === "completed").length;
  return (
    <Page
      title={t("lodge.title")}
      before={
        <Link to="/lodge" className="govuk-back-link">
          {t("lodge.back")}
        </Link>
      }
    >
      <p className="govuk-body">{t("lodge.progress", { count: completed, total: TASKS.length })}</p>
      <ul className="govuk-task-list">
        {TASKS.map((task) => (
          <TaskItem key={task} task={task} status={statusOf(task)} />
        ))}
      </ul>
      <DraftStatus />
      <Link to="/lodge/$draftId/check" params={{ draftId: id }} className="govuk-button">
        {t("lodge.toCheck")}
      </Link>
    </Page>
  );
}

function TaskItem({ task, status }: { readonly task: Task; readonly status: TaskStatus }) {
  const { t } = useTranslation();
  return (
    <li className="govuk-task-list__item govuk-task-list__item--with-link">
      <div className="govuk-task-list__name-and-hint">
        <TaskLink task={task} describedBy={`${task}-hint ${task}-status`} />
        <div className="govuk-task-list__hint" id={`${task}-hint`}>
          {t(`taskHint.${task}`)}
        </div>
      </div>
      <div className="govuk-task-list__status" id={`${task}-status`}>
        <TaskStatusWord status={status} />
      </div>
    </li>
  );
}

function TaskLink({ task, describedBy }: { readonly task: Task; readonly describedBy: string }) {
  const { t } = useTranslation();
  const { id: draftId } = useDraft();
  const common = { className: "govuk-link govuk-task-list__link", "aria-describedby": describedBy };
  return task === "goods" ? (
    <Link to="/lodge/$draftId/goods" params={{ draftId }} {...common}>
      {t(`task.${task}`)}
    </Link>
  ) : (
    <Link to="/lodge/$draftId/task/$task" params={{ draftId, task }} {...common}>
      {t(`task.${task}`)}
    </Link>
  );
}

/** What is done needs no colour: only what is still to be looked at stands out. */
function TaskStatusWord({ status }: { readonly status: TaskStatus }) {
  const { t } = useTranslation();
  const text = t(`taskStatus.${status}`);
  if (status === "completed") return <>{text}</>;
  const colours = { problem: "red", inProgress: "teal", notStarted: "blue" } as const;
  return <Tag colour={colours[status]}>{text}</Tag>;
}
