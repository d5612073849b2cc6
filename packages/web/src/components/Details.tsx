import type { ReactNode } from "react";

interface DetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean;
}

export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
