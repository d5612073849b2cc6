import { useTranslation } from "react-i18next";
import { SummaryCard, SummaryList, type SummaryRow } from "../components/SummaryList.tsx";
import { useFieldLabel } from "../declaration/field-label.ts";
import { ListedValue } from "../declaration/ListedValue.tsx";
import { placeOf } from "../model/document.ts";
import { ChangeLink } from "./ChangeLink.tsx";
import { type Field, ITEM_FIELDS, TASK_FIELDS, TASKS } from "./fields.ts";
import { useItemName } from "./ItemName.tsx";
import { useDraft } from "./use-draft.ts";

/** Answers that were given, and one line for what was left blank. */
export function AnswerCards() {
  const { t } = useTranslation();
  const { body } = useDraft();
  const itemName = useItemName();
  const items = Array.from({ length: body.items }, (_, index) => index);
  return (
    <>
      {items.map((item) => (
        <SummaryCard key={item} title={itemName(item)} level={2}>
          {TASKS.filter((task) => ITEM_FIELDS[task].length > 0).map((task) => (
            <AnswerRows key={task} fields={ITEM_FIELDS[task]} item={item} about={itemName(item)} />
          ))}
        </SummaryCard>
      ))}
      {TASKS.filter((task) => TASK_FIELDS[task].length > 0).map((task) => (
        <SummaryCard key={task} title={t(`task.${task}`)} level={2}>
          <AnswerRows fields={TASK_FIELDS[task]} about={t(`task.${task}`)} />
        </SummaryCard>
      ))}
    </>
  );
}

interface AnswerRowsProps {
  readonly fields: readonly Field[];
  readonly item?: number;
  readonly about: string;
}

function AnswerRows({ fields, item = 0, about }: AnswerRowsProps) {
  const { t } = useTranslation();
  const { body } = useDraft();
  const label = useFieldLabel();
  const answerTo = (field: Field) => body.values[placeOf(field.path, item)]?.trim() ?? "";
  const rows = fields
    .filter((field) => answerTo(field) !== "")
    .map((field): SummaryRow => {
      const place = placeOf(field.path, item);
      const text = label(field);
      const currency = body.values[`${place}@currencyID`];
      return {
        key: place,
        label: text,
        value: <ListedValue field={field} value={answerTo(field)} currency={currency} />,
        action: <ChangeLink place={place} about={`${text} (${about})`} />,
      };
    });
  const blank = fields.filter((field) => answerTo(field) === "");
  const [first] = blank;
  if (first) {
    rows.push({
      key: "blank",
      label: <span className="ch-muted">{t("check.blank")}</span>,
      value: <span className="ch-muted">{blank.map(label).join(t("finding.separator"))}</span>,
      action: (
        <ChangeLink
          place={placeOf(first.path, item)}
          about={`${t("check.blank")} (${about}, ${label(first)})`}
        />
      ),
    });
  }
  return <SummaryList rows={rows} />;
}
