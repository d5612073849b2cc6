import type { Draft } from "@customhouse/api/drafts/operations";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";

interface DraftTableProps {
  readonly drafts: readonly Omit<Draft, "body">[];
  readonly onRemove: (id: string) => void;
}

export function DraftTable({ drafts, onRemove }: DraftTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className="govuk-table ch-stack">
      <caption className="govuk-visually-hidden">{t("lodge.drafts")}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          <th scope="col" className="govuk-table__header">
            {t("lodge.draft")}
          </th>
          <th scope="col" className="govuk-table__header">
            {t("lodge.changed")}
          </th>
          <th scope="col" className="govuk-table__header">
            {t("lodge.removeColumn")}
          </th>
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {drafts.map((one) => (
          <tr className="govuk-table__row" key={one.id}>
            <th scope="row" className="govuk-table__header">
              <Link to="/lodge/$draftId" params={{ draftId: one.id }} className="govuk-link">
                <bdi>{one.title}</bdi>
              </Link>
            </th>
            <td className="govuk-table__cell" data-label={t("lodge.changed")}>
              {format.dateTime(one.updatedAt)}
            </td>
            <td className="govuk-table__cell">
              <button type="button" className="ch-link-button" onClick={() => onRemove(one.id)}>
                {t("lodge.remove")}
                <span className="govuk-visually-hidden"> {one.title}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
