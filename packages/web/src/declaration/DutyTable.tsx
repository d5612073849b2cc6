import type { DutyLine } from "@customhouse/api/shapes/duty";
import { useTranslation } from "react-i18next";
import { Code } from "../components/Code.tsx";
import { useFormat } from "../i18n/use-format.ts";

export interface Debt {
  readonly kind: "provisional" | "final";
  readonly lines: readonly DutyLine[];
  readonly total: string;
  readonly currency: string;
}

/** Duties and taxes line by line: on what, at which rate, how much. */
export function DutyTable({ debt }: { readonly debt: Debt }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const name = (taxType: string) =>
    i18n.exists(`tax.${taxType}`) ? t(`tax.${taxType}`) : undefined;
  return (
    <>
      <h2 className="govuk-heading-m">{t(`duty.title.${debt.kind}`)}</h2>
      <table className="govuk-table ch-stack">
        <caption className="govuk-visually-hidden">{t(`duty.title.${debt.kind}`)}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              {t("duty.item")}
            </th>
            <th scope="col" className="govuk-table__header">
              {t("duty.tax")}
            </th>
            {["base", "rate", "amount", "payable"].map((column) => (
              <th scope="col" className="govuk-table__header ch-number" key={column}>
                {t(`duty.${column}`)}
                {column === "rate" ? null : ` (${debt.currency})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {debt.lines.map((line) => (
            <tr
              className="govuk-table__row"
              key={`${line.item} ${line.taxType} ${line.measure ?? line.secures ?? ""}`}
            >
              <td className="govuk-table__cell" data-label={t("duty.item")}>
                {format.number(String(line.item))}
              </td>
              <td className="govuk-table__cell" data-label={t("duty.tax")}>
                {name(line.taxType)} <Code>{line.taxType}</Code>
              </td>
              <td className="govuk-table__cell ch-number" data-label={t("duty.base")}>
                <bdi>{line.base === undefined ? "" : format.number(line.base)}</bdi>
              </td>
              <td className="govuk-table__cell ch-number" data-label={t("duty.rate")}>
                <bdi>{line.ratePercent === undefined ? "" : format.percent(line.ratePercent)}</bdi>
              </td>
              <td className="govuk-table__cell ch-number" data-label={t("duty.amount")}>
                <bdi>{format.number(line.amount)}</bdi>
              </td>
              <td className="govuk-table__cell ch-number" data-label={t("duty.payable")}>
                <bdi>{format.number(line.payable)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="govuk-body ch-end">
        {t("duty.total")}{" "}
        <strong className="govuk-!-font-size-24">
          <bdi>{format.amount(debt.total, debt.currency)}</bdi>
        </strong>
      </p>
    </>
  );
}
