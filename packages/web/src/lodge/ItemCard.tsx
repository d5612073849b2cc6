import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SummaryCard, SummaryList } from "../components/SummaryList.tsx";
import { useFieldLabel } from "../declaration/field-label.ts";
import { ListedValue } from "../declaration/ListedValue.tsx";
import { placeOf } from "../model/document.ts";
import { withoutItem } from "./draft-body.ts";
import { ITEM_FIELDS } from "./fields.ts";
import { useItemName } from "./ItemName.tsx";
import { useDraft } from "./use-draft.ts";

interface ItemCardProps {
  readonly item: number;
  readonly removable: boolean;
}

export function ItemCard({ item, removable }: ItemCardProps) {
  const { t } = useTranslation();
  const { id: draftId, body, change } = useDraft();
  const label = useFieldLabel();
  const name = useItemName()(item);
  const rows = ITEM_FIELDS.goods.flatMap((field) => {
    const value = body.values[placeOf(field.path, item)];
    const shown = <ListedValue key={field.path} field={field} value={value ?? ""} />;
    return value ? [{ key: field.path, label: label(field), value: shown }] : [];
  });
  const hidden = <span className="govuk-visually-hidden"> ({name})</span>;
  return (
    <SummaryCard
      title={name}
      level={2}
      actions={
        <span className="ch-row-actions">
          <Link
            to="/lodge/$draftId/goods/$item"
            params={{ draftId, item: String(item + 1) }}
            className="govuk-link"
          >
            {t(rows.length > 0 ? "lodge.change" : "lodge.fillIn")}
            {hidden}
          </Link>
          {removable ? (
            <button
              type="button"
              className="ch-link-button"
              onClick={() => change((before) => withoutItem(before, item))}
            >
              {t("lodge.remove")}
              {hidden}
            </button>
          ) : null}
        </span>
      }
    >
      {rows.length > 0 ? (
        <SummaryList rows={rows} />
      ) : (
        <p className="govuk-body ch-muted">{t("lodge.emptyItem")}</p>
      )}
    </SummaryCard>
  );
}
