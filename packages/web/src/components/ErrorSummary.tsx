import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

export interface FieldError {
  /** Id of the field to go to. Absent: the error concerns the whole page. */
  readonly field?: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** Changes with every try, so that the summary gets the focus each time. */
  readonly attempt: number;
}

export function ErrorSummary({ errors, attempt }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt is what the focus follows
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={box}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{t("errors.summary")}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ field, text }) => (
              <li key={`${field} ${text}`}>
                {field ? (
                  <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                    {text}
                  </a>
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

function goTo(event: MouseEvent, field: string): void {
  const found = document.getElementById(field);
  if (!found) return;
  event.preventDefault();
  found.scrollIntoView({ block: "center" });
  found.focus({ preventScroll: true });
}
