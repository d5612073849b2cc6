import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string;
  readonly optional?: boolean;
}

/** Label, hint and error around one control. */
export function FormGroup(props: FieldProps & { readonly children: ReactNode }) {
  const { id, label, hint, error, optional, children } = props;
  const { t } = useTranslation();
  return (
    <div className={`govuk-form-group${error ? " govuk-form-group--error" : ""}`}>
      <label className="govuk-label govuk-!-font-weight-bold" htmlFor={id}>
        {label} {optional ? <span className="ch-required">{t("form.optional")}</span> : null}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      <FieldErrorText id={id} error={error} />
      {children}
    </div>
  );
}

export function FieldErrorText({ id, error }: { readonly id: string; readonly error?: string }) {
  const { t } = useTranslation();
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{t("errors.prefix")}</span> {error}
    </p>
  );
}

/** What a screen reader says after the label. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
