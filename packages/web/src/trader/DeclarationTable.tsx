import type { CaseSummary } from "@customhouse/api/shapes/case-summary";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { StatusTag } from "../declaration/StatusTag.tsx";
import { useFormat } from "../i18n/use-format.ts";

export function DeclarationTable({ items }: { readonly items: readonly CaseSummary[] }) {
  const { t } = useTranslation();
  return (
    <table className="govuk-table ch-stack">
      <caption className="govuk-visually-hidden">{t("list.title")}</caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {["mrn", "lrn", "direction", "submitted", "status"].map((column) => (
            <th scope="col" className="govuk-table__header" key={column}>
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {items.map((item) => (
          <DeclarationRow key={item.caseId} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function DeclarationRow({ item }: { readonly item: CaseSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {item.mrn ? (
          <Link to="/declarations/$mrn" params={{ mrn: item.mrn }} className="govuk-link">
            <Code>{item.mrn}</Code>
          </Link>
        ) : null}
      </th>
      <td className="govuk-table__cell" data-label={t("list.column.lrn")}>
        <Code>{item.lrn}</Code>
      </td>
      <td className="govuk-table__cell" data-label={t("list.column.direction")}>
        {t(`direction.${item.direction}`)}
      </td>
      <td className="govuk-table__cell" data-label={t("list.column.submitted")}>
        {format.dateTime(item.submittedAt)}
      </td>
      <td className="govuk-table__cell" data-label={t("list.column.status")}>
        <StatusTag regions={item} />
      </td>
    </tr>
  );
}
