import { useTranslation } from "react-i18next";
import { Details } from "../components/Details.tsx";
import type { FieldError } from "../components/ErrorSummary.tsx";
import { TextField } from "../components/TextField.tsx";
import { errorOf } from "../components/use-attempts.ts";
import type { GoodsField, GoodsLine } from "./goods-lines.ts";

export const lineId = (index: number, field: GoodsField) => `goods-${index + 1}-${field}`;

interface GoodsFieldsProps {
  readonly index: number;
  readonly line: GoodsLine;
  readonly errors: readonly FieldError[];
  readonly onChange: (line: GoodsLine) => void;
}

const NUMERIC: readonly GoodsField[] = ["commodity", "price", "netWeightKg", "amount"];
const SHORT: readonly GoodsField[] = ["origin", "currency", "unit"];

/** One line of goods. What only some tariffs ask for is folded away. */
export function GoodsFields({ index, line, errors, onChange }: GoodsFieldsProps) {
  const { t } = useTranslation();
  const number = index + 1;
  const input = (field: GoodsField, optional = true) => (
    <TextField
      id={lineId(index, field)}
      label={t(`quote.field.${field}`)}
      hint={t(`quote.hint.${field}`)}
      optional={optional}
      error={errorOf(errors, lineId(index, field))}
      width={SHORT.includes(field) ? 5 : 10}
      numeric={NUMERIC.includes(field)}
      code
      value={line[field]}
      onChange={(value) => onChange({ ...line, [field]: value })}
    />
  );
  const more = ["netWeightKg", "amount", "unit"] as const;
  const isWrong = more.some((field) => errorOf(errors, lineId(index, field)));
  return (
    <div className="ch-card">
      <fieldset className="govuk-fieldset">
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">
          {t("quote.line", { number })}
        </legend>
        <div className="ch-columns">
          <div>
            {input("commodity", false)}
            {input("origin")}
          </div>
          <div>
            {input("price", false)}
            {input("currency")}
          </div>
        </div>
        <Details summary={t("quote.quantities")} open={isWrong}>
          {more.map((field) => (
            <div key={field}>{input(field)}</div>
          ))}
        </Details>
      </fieldset>
    </div>
  );
}
