import { useTranslation } from "react-i18next";
import { SummaryCard, SummaryList } from "../components/SummaryList.tsx";
import { type Field, ITEM_FIELDS, TASK_FIELDS, TASKS } from "../lodge/fields.ts";
import { itemsOf, textAt } from "../model/document.ts";
import { fieldPlace, useFieldLabel } from "./field-label.ts";
import { ListedValue } from "./ListedValue.tsx";

/** The declaration in words: what the form asks, as far as it was answered. All of it is in the message itself. */
export function DocumentSummary({ document }: { readonly document: unknown }) {
  const { t } = useTranslation();
  const items = itemsOf(document);
  return (
    <>
      {items.map((_, index) => {
        const name = textAt(document, fieldPlace(DESCRIPTION, index)) ?? "";
        const title = t("details.item", { number: index + 1, name });
        return (
          <SummaryCard key={title} title={title}>
            <Answers document={document} fields={ALL_ITEM_FIELDS} item={index} />
          </SummaryCard>
        );
      })}
      {TASKS.filter((task) => TASK_FIELDS[task].length > 0).map((task) => (
        <SummaryCard key={task} title={t(`task.${task}`)}>
          <Answers document={document} fields={TASK_FIELDS[task]} />
        </SummaryCard>
      ))}
    </>
  );
}

const ALL_ITEM_FIELDS = Object.values(ITEM_FIELDS).flat();
const DESCRIPTION = { path: "GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description" };

interface AnswersProps {
  readonly document: unknown;
  readonly fields: readonly Field[];
  readonly item?: number;
}

function Answers({ document, fields, item = 0 }: AnswersProps) {
  const { t } = useTranslation();
  const label = useFieldLabel();
  const rows = fields.flatMap((field) => {
    const place = fieldPlace(field, item);
    const value = textAt(document, place);
    const currency = textAt(document, `${place}@currencyID`);
    if (value === undefined || field.path.includes("@")) return [];
    const shown = <ListedValue key={place} field={field} value={value} currency={currency} />;
    return [{ key: place, label: label(field), value: shown }];
  });
  if (rows.length === 0) return <p className="govuk-body ch-muted">{t("details.nothing")}</p>;
  return <SummaryList rows={rows} />;
}
