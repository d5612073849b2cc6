import type { Field } from "../lodge/fields.ts";
import { usageOf, useCountryModel } from "../model/country-model.ts";
import { FieldValue } from "./FieldValue.tsx";

interface ListedValueProps {
  readonly field: Field;
  readonly value: string;
  readonly currency?: string;
}

/** With the code list that the packages name for the place. */
export function ListedValue({ field, value, currency }: ListedValueProps) {
  const packages = useCountryModel()?.informationPackages ?? [];
  const list = field.list ?? usageOf(packages, field.path).codeList;
  return <FieldValue field={{ ...field, list }} value={value} currency={currency} />;
}
