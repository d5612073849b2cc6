import { describedBy, type FieldProps, FormGroup } from "./FormGroup.tsx";

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  /** A message in XML or JSON. */
  readonly editor?: boolean;
  /** A condition: written from left to right in every language. */
  readonly code?: boolean;
}

export function TextArea(props: TextAreaProps) {
  const { id, value, onChange, error, rows = 4, editor, code } = props;
  const classes = [
    "govuk-textarea",
    editor ? "ch-editor" : "",
    code ? "ch-code" : "",
    error ? "govuk-textarea--error" : "",
  ];
  return (
    <FormGroup {...props}>
      <textarea
        className={classes.filter(Boolean).join(" ")}
        id={id}
        name={id}
        rows={rows}
        dir={editor || code ? "ltr" : "auto"}
        spellCheck={!(editor || code)}
        autoComplete="off"
        aria-describedby={describedBy(props)}
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FormGroup>
  );
}
