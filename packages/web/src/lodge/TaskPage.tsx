import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { placeOf } from "../model/document.ts";
import { NotFound } from "../shell/NotFound.tsx";
import { FieldInput } from "./FieldInput.tsx";
import { ITEM_FIELDS, TASK_FIELDS, TASKS, type Task } from "./fields.ts";
import { ItemName } from "./ItemName.tsx";
import { TaskForm } from "./TaskForm.tsx";
import { useDraft } from "./use-draft.ts";

/** Related questions on one page: for the whole declaration, then for each item. */
export function TaskPage() {
  const { t } = useTranslation();
  const { task: asked } = useParams({ from: "/trader/lodge/$draftId/task/$task" });
  const task = TASKS.find((one) => one === asked && one !== "goods");
  if (!task) return <NotFound />;
  return <Questions key={task} task={task} title={t(`task.${task}`)} />;
}

function Questions({ task, title }: { readonly task: Task; readonly title: string }) {
  const { t } = useTranslation();
  const { body } = useDraft();
  const items = Array.from({ length: body.items }, (_, index) => index);
  const whole = TASK_FIELDS[task];
  const each = ITEM_FIELDS[task];
  const places = [
    ...whole.map(({ path }) => placeOf(path)),
    ...items.flatMap((item) => each.map(({ path }) => placeOf(path, item))),
  ];
  return (
    <TaskForm task={task} title={title} places={places} then="tasks">
      {(errorAt, document) => (
        <>
          <p className="govuk-body">{t(`taskHint.${task}`)}</p>
          {whole.map((field) => (
            <FieldInput
              key={field.path}
              field={field}
              error={errorAt(placeOf(field.path))}
              document={document}
            />
          ))}
          {(each.length > 0 ? items : []).map((item) => (
            <fieldset className="govuk-fieldset" key={item}>
              <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
                <h2 className="govuk-fieldset__heading">
                  <ItemName item={item} />
                </h2>
              </legend>
              {each.map((field) => (
                <FieldInput
                  key={field.path}
                  field={field}
                  item={item}
                  error={errorAt(placeOf(field.path, item))}
                  document={document}
                />
              ))}
            </fieldset>
          ))}
        </>
      )}
    </TaskForm>
  );
}
