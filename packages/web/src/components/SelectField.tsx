import { useTranslation } from "react-i18next";
import { describedBy, type FieldProps, FormGroup } from "./FormGroup.tsx";

export interface Option {
  readonly value: string;
  readonly text: string;
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly Option[];
}

export function SelectField(props: SelectFieldProps) {
  const { id, value, onChange, options, error } = props;
  const { t } = useTranslation();
  const known = value === "" || options.some((one) => one.value === value);
  return (
    <FormGroup {...props}>
      <select
        className={`govuk-select${error ? " govuk-select--error" : ""}`}
        id={id}
        name={id}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{t("form.choose")}</option>
        {known ? null : <option value={value}>{value}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
