import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { useFormat } from "../i18n/use-format.ts";
import type { Field } from "../lodge/fields.ts";
import { useCodeName } from "../model/code-lists.ts";
import { definitionOf } from "../model/labels.ts";
import { endOf } from "./field-label.ts";

interface FieldValueProps {
  readonly field: Field;
  readonly value: string;
  readonly currency?: string;
}

/** An answer as a person reads it: amounts and numbers by language, codes with their meaning. */
export function FieldValue({ field, value, currency }: FieldValueProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = useCodeName(field.list ?? "")(value);
  const { className, element } = endOf(field.path);
  const type = definitionOf(className, element)?.dataType;
  if (field.options) {
    const key = `option.${field.options}.${value}`;
    return i18n.exists(key) ? t(key) : <Code>{value}</Code>;
  }
  if (field.list) {
    return (
      <>
        <Code>{value}</Code> <bdi>{name}</bdi>
      </>
    );
  }
  if (type === "Amount" && currency) return <bdi>{format.amount(value, currency)}</bdi>;
  if (type === "Measure") return <bdi>{t("unit.kilograms", { value: format.number(value) })}</bdi>;
  if (type === "Quantity") return <bdi>{format.number(value)}</bdi>;
  return type === "Text" ? <bdi>{value}</bdi> : <Code>{value}</Code>;
}
