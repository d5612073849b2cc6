import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { placeOf } from "../model/document.ts";
import { NotFound } from "../shell/NotFound.tsx";
import { FieldInput } from "./FieldInput.tsx";
import { ITEM_FIELDS } from "./fields.ts";
import { TaskForm } from "./TaskForm.tsx";
import { useDraft } from "./use-draft.ts";

export function ItemPage() {
  const { t } = useTranslation();
  const { body } = useDraft();
  const { item: asked } = useParams({ from: "/trader/lodge/$draftId/goods/$item" });
  const item = Number(asked) - 1;
  if (!Number.isInteger(item) || item < 0 || item >= body.items) return <NotFound />;
  const places = ITEM_FIELDS.goods.map(({ path }) => placeOf(path, item));
  return (
    <TaskForm
      key={item}
      task="goods"
      title={t("finding.item", { number: item + 1 })}
      places={places}
      then="goods"
    >
      {(errorAt, document) =>
        ITEM_FIELDS.goods.map((field) => (
          <FieldInput
            key={field.path}
            field={field}
            item={item}
            error={errorAt(placeOf(field.path, item))}
            document={document}
          />
        ))
      }
    </TaskForm>
  );
}
