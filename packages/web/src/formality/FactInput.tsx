import type { FormalityField, FormalityKind } from "@customhouse/model";
import { useTranslation } from "react-i18next";
import { useCountry, useLocalised } from "../api/country.ts";
import { Radios } from "../components/Radios.tsx";
import { SelectField } from "../components/SelectField.tsx";
import { TextArea } from "../components/TextArea.tsx";
import { TextField } from "../components/TextField.tsx";
import { isList } from "./fact-values.ts";

interface FactInputProps {
  readonly id: string;
  readonly kind: FormalityKind;
  readonly field: FormalityField;
  readonly optional: boolean;
  readonly error?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The control that fits the type of a fact. Its words are those of the kind. */
export function FactInput({ kind, field, ...rest }: FactInputProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const { agencies } = useCountry();
  const { name, type, oneOf } = field;
  const label = localised(field.title);
  const props = { ...rest, label };
  if (type === "flag") {
    const choices = ["yes", "no"].map((value) => ({ value, text: t(`formality.flag.${value}`) }));
    return <Radios {...rest} legend={label} choices={choices} />;
  }
  if (name === kind.agency) {
    const options = agencies.map((one) => ({ value: one.code, text: localised(one.name) }));
    return <SelectField {...props} options={options} />;
  }
  if (oneOf && !isList(type)) {
    return <SelectField {...props} options={oneOf.map((value) => ({ value, text: value }))} />;
  }
  if (type === "text") return <TextArea {...props} rows={3} />;
  if (type === "record") return <TextArea {...props} hint={t("formality.hint.record")} code />;
  const hints = [
    oneOf ? t("formality.hint.oneOf", { values: oneOf.join(", ") }) : "",
    isList(type) ? t("formality.hint.list") : "",
    type === "day" ? t("rule.hint.day") : "",
  ];
  return (
    <TextField
      {...props}
      hint={hints.filter(Boolean).join(" ") || undefined}
      width={isList(type) ? undefined : type === "day" ? 10 : 20}
      numeric={type === "decimal"}
      code
    />
  );
}
