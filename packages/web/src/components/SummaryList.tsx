import type { ReactNode } from "react";

export interface SummaryRow {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  readonly action?: ReactNode;
}

export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, label, value, action }) => (
        <div className="govuk-summary-list__row" key={key}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action ? <dd className="govuk-summary-list__actions">{action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

interface SummaryCardProps {
  readonly title: string;
  readonly actions?: ReactNode;
  /** Of its heading. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

export function SummaryCard({ title, actions, level = 3, children }: SummaryCardProps) {
  const Heading = `h${level}` as const;
  return (
    <section className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <Heading className="govuk-summary-card__title">
          <bdi>{title}</bdi>
        </Heading>
        {actions ? <div className="govuk-summary-card__actions">{actions}</div> : null}
      </div>
      <div className="govuk-summary-card__content">{children}</div>
    </section>
  );
}
