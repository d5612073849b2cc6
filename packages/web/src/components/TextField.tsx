import { describedBy, type FieldProps, FormGroup } from "./FormGroup.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly numeric?: boolean;
  /** Codes and numbers are written from left to right in every language. */
  readonly code?: boolean;
  readonly readOnly?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { id, value, onChange, error, width, numeric, code, readOnly } = props;
  const widthClass = width ? ` govuk-input--width-${width}` : "";
  return (
    <FormGroup {...props}>
      <input
        className={`govuk-input${widthClass}${error ? " govuk-input--error" : ""}`}
        id={id}
        name={id}
        type="text"
        inputMode={numeric ? "decimal" : undefined}
        dir={code ? "ltr" : "auto"}
        spellCheck={code ? false : undefined}
        autoComplete="off"
        readOnly={readOnly}
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormGroup>
  );
}
